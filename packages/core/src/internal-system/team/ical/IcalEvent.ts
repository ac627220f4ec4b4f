/**
 * What the events of a file say: who they concern, when they begin and end, and as which versions of what.
 *
 * @module
 */
import { Result } from "effect"
import type { Finding } from "../../../finding/Finding.ts"
import * as Words from "./IcalMessages.ts"
import * as Rule from "./IcalRule.ts"
import { type Component, found, text } from "./IcalText.ts"
import * as Time from "./IcalTime.ts"
import type { Version } from "./IcalVersions.ts"
import type { Clocks } from "./IcalZones.ts"

/** An event as it stands in a file. */
export interface Event extends Version {
  readonly component: Component
  readonly clocks: Clocks
  readonly uid: string
  /** Whether it says that the thing does not happen. */
  readonly cancelled: boolean
}

/** The events of a calendar. */
export const eventsOf = (calendar: Component, clocks: Clocks): ReadonlyArray<Event> => {
  const cancelled = methodOf(calendar) === "CANCEL"
  return calendar.components
    .filter(({ name }) => name === "VEVENT")
    .map((component) => ({
      component,
      clocks,
      uid: text(component, "uid"),
      sequence: Number(found(component, "sequence")?.values[0] ?? 0),
      stamp: Date.parse(text(component, "dtstamp")) || 0,
      says: component.properties.map(({ content }) => content).join("\n"),
      cancelled: cancelled || text(component, "status").toUpperCase() === "CANCELLED"
    }))
}

/** What is done with the calendar (RFC 5546). */
export const methodOf = (calendar: Component): string => text(calendar, "method").toUpperCase() || "PUBLISH"

/** When an event happens, and happens again. */
export interface Times {
  /** In the order in which they are written; those that are taken out again are among them. */
  readonly starts: ReadonlyArray<Time.Point>
  readonly without: ReadonlyArray<Written>
  /** Its end as it is written, for an event that happens once. */
  readonly end: Time.Point | undefined
  readonly length: Time.Length
}

/** A point with the place where it is written. */
export interface Written {
  readonly point: Time.Point
  readonly line: number
  readonly raw: string
}

/** Times that all events of a file happen, after which it is no team's calendar. */
export const mostTimes = 50_000

/**
 * Reads when an event happens; where something is wrong with it, nothing, and that is said. What stands in place of one occurrence happens
 * once: programs copy the rule of its series into it.
 */
export const times = (
  file: string,
  { clocks, component }: Event,
  findings: Array<Finding>,
  once = false
): Times | undefined => {
  const before = findings.length
  const at = (name: string): Words.At => ({ file, line: found(component, name)?.line ?? component.line })
  const wrong = (name: string, evidence: string, should: (typeof Words.expected)[keyof typeof Words.expected]) => {
    findings.push(Words.wrong(at(name), name.toUpperCase(), evidence, should))
    return undefined
  }
  const [start] = all(file, component, "dtstart", clocks, findings)
  const [end] = all(file, component, "dtend", clocks, findings)
  const besides = once ? [] : all(file, component, "rdate", clocks, findings)
  const without = once ? [] : all(file, component, "exdate", clocks, findings)
  if (start === undefined) return findings.length > before ? undefined : wrong("dtstart", "", Words.expected.start)
  const said = found(component, "duration")
  const single = start.point.kind === "date" ? { days: 1, millis: 0 } : undefined
  const length =
    end !== undefined
      ? Time.lengthOf(start.point, end.point)
      : said === undefined
        ? single
        : Time.duration(said.values[0])
  if (length === undefined)
    return wrong(end === undefined ? "duration" : "dtend", end?.raw ?? said?.raw ?? "", Words.expected.end)
  const strange = besides.find(({ point }) => (point.kind === "date") !== (start.point.kind === "date"))
  if (strange !== undefined)
    findings.push(Words.cannot({ file, line: strange.line }, "RDATE", strange.raw, Words.instead.dates))
  const starts = once ? [start.point] : repeated(file, component, start.point, findings)
  if (starts === undefined || findings.length > before) return undefined
  const again = besides.map(({ point }) => point)
  if (starts.length + again.length > mostTimes) {
    findings.push(Words.tooMuch({ file, line: 1 }, mostTimes))
    return undefined
  }
  const only = starts.length === 1 && again.length === 0
  return { starts: distinct([...starts, ...again]), without, length, end: only ? end?.point : undefined }
}

const repeated = (
  file: string,
  component: Component,
  start: Time.Point,
  findings: Array<Finding>
): ReadonlyArray<Time.Point> | undefined => {
  const rules = component.properties.filter(({ name }) => name === "rrule" || name === "exrule")
  const [property, other] = rules
  const past = other ?? (property?.name === "exrule" ? property : undefined)
  if (past !== undefined) {
    findings.push(Words.cannot({ file, line: past.line }, past.name.toUpperCase(), past.raw, Words.instead.rule))
    return undefined
  }
  if (property === undefined) return [start]
  const rule = Rule.parse(property.raw)
  const until = rule && Rule.untilOf(rule, start.kind === "date", (millis) => start.wall.wallAt(millis))
  const times = rule && (rule.has("UNTIL") && until === undefined ? undefined : Rule.times(start.shows, rule, until))
  if (times === undefined)
    findings.push(Words.wrong({ file, line: property.line }, "RRULE", property.raw, Words.expected.rule))
  return times?.map((shows) => (shows === start.shows ? start : Time.on(start.wall, start.kind, shows)))
}

/** The time of the series in whose place an event stands, where it stands in one. */
export const inPlaceOf = (file: string, { clocks, component }: Event, findings: Array<Finding>): Written | undefined =>
  all(file, component, "recurrence-id", clocks, findings)[0]

/** Every point that the properties of a name say. */
const all = (
  file: string,
  component: Component,
  name: string,
  clocks: Clocks,
  findings: Array<Finding>
): ReadonlyArray<Written> =>
  component.properties
    .filter((property) => property.name === name)
    .flatMap((property) => {
      const points = Time.points(file, property, clocks)
      if (Result.isSuccess(points))
        return points.success.map((point) => ({ point, line: property.line, raw: property.raw.slice(0, 200) }))
      findings.push(points.failure)
      return []
    })

const distinct = (points: ReadonlyArray<Time.Point>): ReadonlyArray<Time.Point> => {
  const seen = new Set<number>()
  return points.filter(({ at }) => !seen.has(at) && seen.add(at))
}
