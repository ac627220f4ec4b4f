/**
 * Every time that something happens, of all that a file says of it: the latest version of each event, with each of its occurrences as the
 * latest version has it. What cannot be taken over as it is meant is told; nothing is taken in half.
 *
 * @module
 */
import type { LocalTime } from "../../../calendar/LocalTime.ts"
import type { Finding } from "../../../finding/Finding.ts"
import { type Attendance, attendance } from "./IcalAttendees.ts"
import * as Event from "./IcalEvent.ts"
import * as Words from "./IcalMessages.ts"
import * as Rule from "./IcalRule.ts"
import { type Component, found, text } from "./IcalText.ts"
import * as Time from "./IcalTime.ts"
import * as Versions from "./IcalVersions.ts"
import * as Zones from "./IcalZones.ts"

/** One time that something happens. */
export interface Happening extends Attendance {
  readonly uid: string
  readonly line: number
  readonly summary: string
  readonly from: LocalTime
  readonly until: LocalTime
  /** Whether those whom it concerns are free meanwhile (`TRANSP`). */
  readonly free: boolean
  /** What our own properties say of it. */
  readonly person: string | undefined
  readonly reason: string | undefined
}

/** What happens, and what is wrong with the rest. */
export interface Happenings {
  readonly happenings: ReadonlyArray<Happening>
  readonly findings: ReadonlyArray<Finding>
}

/** Events that repeat, after which it is no team's calendar; one whose rule is much work counts for several. */
const mostSeries = 300
/** Dates that are added to series or taken out of them, after which it is no team's calendar. */
const mostDates = 5000

/** Every time that the events of the calendars of a file happen, for a handbook of this zone. */
export const read = (file: string, calendars: ReadonlyArray<Component>, timeZone: string): Happenings => {
  const findings: Array<Finding> = []
  const by = Zones.named()
  const events = calendars.flatMap((calendar) => {
    const method = Event.methodOf(calendar)
    if (!methods.has(method)) {
      const line = found(calendar, "method")?.line ?? calendar.line
      findings.push(Words.cannot({ file, line }, "METHOD", method, Words.instead.method))
    }
    return Event.eventsOf(calendar, Zones.clocks(file, calendar, timeZone, by))
  })
  let [series, dates] = [0, 0]
  for (const { component } of events) {
    for (const { name, raw } of component.properties) {
      if (name === "rrule") series += Rule.effort(raw)
      if (name === "exdate" || name === "rdate") dates += raw.split(",").length
    }
    if (series > mostSeries)
      return { happenings: [], findings: [Words.tooOften({ file, line: component.line }, mostSeries)] }
    if (dates > mostDates)
      return { happenings: [], findings: [Words.tooMuch({ file, line: component.line }, mostDates)] }
  }
  const happenings: Array<Happening> = []
  // An event without a name is the same as no other.
  const things = Map.groupBy(events, ({ component, uid }) => (uid === "" ? component : uid))
  for (const versions of things.values()) {
    happenings.push(...happeningsOf(file, versions, findings))
    if (happenings.length > Event.mostTimes)
      return { happenings: [], findings: [Words.tooMuch({ file, line: 1 }, Event.mostTimes)] }
  }
  // Within an hour that the clocks show twice, or beyond the years that can be written.
  const backwards = happenings.filter(({ from, until }) => from >= until)
  findings.push(...backwards.map(({ line, until }) => Words.wrong({ file, line }, "DTEND", until, Words.expected.end)))
  return { happenings, findings: findings.slice(0, 100) }
}

/** What a calendar may be sent for; an answer to an invitation, or a piece of a series, is no calendar. */
const methods = new Set(["PUBLISH", "REQUEST", "CANCEL"])

/** A change of one occurrence of a series, or of that and all later ones. */
interface Change {
  readonly event: Event.Event
  /** The occurrence, where the series is in the file and has it. */
  readonly occurrence: Time.Point | undefined
  readonly future: boolean
  readonly written: Event.Written
}

/** All that happens of one thing. */
const happeningsOf = (
  file: string,
  versions: ReadonlyArray<Event.Event>,
  findings: Array<Finding>
): ReadonlyArray<Happening> => {
  const [series] = latest(
    file,
    versions.filter(({ component }) => found(component, "recurrence-id") === undefined),
    findings
  )
  if (series?.cancelled === true) return []
  const times = series && Event.times(file, series, findings)
  if (series !== undefined && times === undefined) return []
  const meant = series === undefined ? () => [] : Versions.meant(times?.starts ?? [], series.clocks.here)
  const occurrences = (name: string, { line, point, raw }: Event.Written): ReadonlyArray<Time.Point> => {
    const those = meant(point)
    if (those !== "unclear") return those
    findings.push(Words.unclearOccurrence({ file, line }, name, raw))
    return []
  }
  const without = new Set(times?.without.flatMap((one) => occurrences("EXDATE", one)))
  const changes = latestChanges(
    file,
    versions.flatMap((event): ReadonlyArray<Change> => {
      const written = Event.inPlaceOf(file, event, findings)
      if (written === undefined) return []
      const range = found(event.component, "recurrence-id")?.parameter("range")?.toUpperCase()
      const [occurrence] = occurrences("RECURRENCE-ID", written)
      const future = range === "THISANDFUTURE"
      if ((range !== undefined && !future) || (future && occurrence === undefined)) {
        findings.push(
          Words.cannot({ file, line: written.line }, "RECURRENCE-ID", `RANGE=${range}`, Words.instead.range)
        )
        return []
      }
      return [{ event, occurrence, future, written }]
    }),
    findings
  )
  const single = changes.filter(({ future }) => !future)
  const changed = new Set(single.map(({ occurrence }) => occurrence))
  // A later version of the series may have taken the occurrence out, or have none there.
  const gone = ({ event, occurrence }: Change): boolean =>
    series !== undefined &&
    (occurrence === undefined
      ? series.sequence > event.sequence
      : without.has(occurrence) && Versions.later(series, event) > 0)
  const futures = changes.flatMap((change) => (change.future ? futureOf(file, change, findings) : []))
  futures.sort((one, other) => one.from - other.from)
  const repeated = (times?.starts ?? [])
    .filter((start) => !without.has(start) && !changed.has(start))
    .flatMap((start) => {
      if (series === undefined || times === undefined) return []
      const future = futures.findLast(({ from }) => from <= start.at)
      if (future !== undefined) return future.happening(start)
      return [happening(series, start, times.end ?? Time.later(start, start.lasts ?? times.length))]
    })
  const alone = single.flatMap((change) => {
    const { event } = change
    const times = event.cancelled || gone(change) ? undefined : Event.times(file, event, findings, true)
    const [start] = times?.starts ?? []
    if (times === undefined || start === undefined) return []
    return [happening(event, start, times.end ?? Time.later(start, times.length))]
  })
  return [...repeated, ...alone]
}

/** Of the changes of each occurrence, the latest version. */
const latestChanges = (
  file: string,
  changes: ReadonlyArray<Change>,
  findings: Array<Finding>
): ReadonlyArray<Change> => {
  const same = Map.groupBy(
    changes,
    ({ future, occurrence, written }) => `${occurrence?.at ?? written.point.at} ${future}`
  )
  return [...same.values()].flatMap((versions) => {
    const [event] = latest(
      file,
      versions.map((change) => change.event),
      findings
    )
    return versions.filter((change) => change.event === event)
  })
}

/** The version that holds; of two that say so and differ, nobody knows which. */
const latest = (
  file: string,
  versions: ReadonlyArray<Event.Event>,
  findings: Array<Finding>
): ReadonlyArray<Event.Event> => {
  const [holds, ...others] = Versions.latest(versions)
  for (const { component, uid } of others) findings.push(Words.twoVersions({ file, line: component.line }, uid))
  return holds === undefined ? [] : [holds]
}

/** What a change of an occurrence and all later ones makes of each of them (3.8.4.4): moved by as much, and as long. */
const futureOf = (file: string, { event, occurrence, written }: Change, findings: Array<Finding>) => {
  if (occurrence === undefined) return []
  if (event.cancelled) return [{ from: occurrence.at, happening: () => [] }]
  const times = Event.times(file, event, findings)
  const [first, ...more] = times?.starts ?? []
  if (times === undefined || first === undefined) return []
  if (more.length > 0 || (first.kind === "date") !== (occurrence.kind === "date")) {
    findings.push(Words.cannot({ file, line: written.line }, "RECURRENCE-ID", written.raw, Words.instead.range))
    return []
  }
  const { kind, wall } = occurrence
  const shows = kind === "date" ? first.shows : wall.wallAt(first.at)
  const moved = shows - occurrence.shows
  return [
    {
      from: occurrence.at,
      happening: (start: Time.Point) => {
        const there = start === occurrence ? first : Time.on(wall, kind, start.shows + moved)
        return [happening(event, there, Time.later(there, times.length))]
      }
    }
  ]
}

const happening = ({ clocks, component, uid }: Event.Event, start: Time.Point, end: Time.Point): Happening => ({
  ...attendance(component),
  uid,
  line: component.line,
  summary: text(component, "summary").slice(0, 200),
  from: Time.local(clocks, start),
  until: Time.local(clocks, end),
  free: text(component, "transp").toUpperCase() === "TRANSPARENT",
  person: text(component, "x-dualops-person") || undefined,
  reason: text(component, "x-dualops-reason") || undefined
})
