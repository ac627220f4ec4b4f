/**
 * Events of a calendar as they happen: begun and ended on the wall of the handbook's zone, each time that they repeat.
 *
 * @module
 */
import type { LocalTime } from "../../../calendar/LocalTime.ts"
import type { Finding } from "../../../finding/Finding.ts"
import type { Component, Property } from "./IcalText.ts"
import * as Time from "./IcalTime.ts"
import * as Words from "./IcalWords.ts"

/** One time that an event happens. */
export interface Happening {
  readonly uid: string
  readonly line: number
  readonly summary: string
  readonly from: LocalTime
  readonly until: LocalTime
  /** What our own properties say of it. */
  readonly person: string | undefined
  readonly reason: string | undefined
  /** Addresses and names of those who take part, or else of whoever has made it. */
  readonly called: ReadonlyArray<string>
}

/** What happens, and what is wrong with the rest. */
export interface Happenings {
  readonly happenings: ReadonlyArray<Happening>
  readonly findings: ReadonlyArray<Finding>
}

/** Events that repeat, and times that all events happen, after which it is no team's calendar. */
const mostSeries = 300
const mostTimes = 50_000

/** Every time that the events happen. Of those that are cancelled, none; of those that were moved, the new one. */
export const read = (file: string, events: ReadonlyArray<Component>, timeZone: string): Happenings => {
  const walls = Time.walls(timeZone)
  const findings: Array<Finding> = []
  const past = events.filter((event) => found(event, "rrule") !== undefined)[mostSeries]
  if (past !== undefined) return { happenings: [], findings: [Words.tooOften({ file, line: past.line }, mostSeries)] }
  const times = events.map((event) => timesOf(file, event, walls, findings))
  if (times.reduce((sum, one) => sum + (one?.starts.length ?? 0), 0) > mostTimes)
    return { happenings: [], findings: [Words.tooMuch({ file, line: 1 }, mostTimes)] }
  const moved = new Set(
    events.flatMap((event, index) =>
      times[index]?.moves === undefined ? [] : [`${uidOf(event)} ${times[index].moves}`]
    )
  )
  const happenings = events.flatMap((event, index): ReadonlyArray<Happening> => {
    const { length = 0, end, moves, starts = [] } = times[index] ?? {}
    if (text(event, "status").toUpperCase() === "CANCELLED") return []
    return starts
      .filter(({ at }) => moves !== undefined || !moved.has(`${uidOf(event)} ${at}`))
      .map((start) => ({
        uid: uidOf(event),
        line: event.line,
        summary: text(event, "summary").slice(0, 200),
        from: Time.local(walls, start),
        until: Time.local(walls, end ?? Time.later(walls, start, length)),
        person: text(event, "x-dualops-person") || undefined,
        reason: text(event, "x-dualops-reason") || undefined,
        called: calledIn(event)
      }))
  })
  // Within an hour that the clocks show twice, or beyond the years that can be written.
  const backwards = happenings.filter(({ from, until }) => from >= until)
  findings.push(...backwards.map(({ line, until }) => Words.wrong({ file, line }, "DTEND", until, Words.expected.end)))
  return { happenings, findings: findings.slice(0, 100) }
}

/** When an event happens. */
interface Times {
  readonly starts: ReadonlyArray<Time.Point>
  readonly end: Time.Point | undefined
  readonly length: number
  /** The moment of the series in whose place this one is. */
  readonly moves: number | undefined
}

const timesOf = (file: string, event: Component, walls: Time.Walls, findings: Array<Finding>): Times | undefined => {
  const before = findings.length
  const point = (name: string): Time.Point | undefined => pointsOf(file, event, name, walls, findings)?.[0]
  const start = point("dtstart")
  const end = point("dtend")
  const moves = point("recurrence-id")?.at
  const without = new Set(pointsOf(file, event, "exdate", walls, findings)?.map(({ at }) => at))
  const besides = pointsOf(file, event, "rdate", walls, findings) ?? []
  const wrong = (name: string, evidence: string, should: (typeof Words.expected)[keyof typeof Words.expected]) => {
    findings.push(
      Words.wrong({ file, line: found(event, name)?.line ?? event.line }, name.toUpperCase(), evidence, should)
    )
    return undefined
  }
  if (start === undefined) return findings.length > before ? undefined : wrong("dtstart", "", Words.expected.start)
  const said = found(event, "duration")
  const lasts = said === undefined ? (start.allDay ? 24 * 3_600_000 : 0) : Time.duration(said.values[0])
  const length = end === undefined ? lasts : start.allDay ? end.shows - start.shows : end.at - start.at
  if (length === undefined || length <= 0)
    return wrong(end === undefined ? "duration" : "dtend", String(said?.values[0] ?? ""), Words.expected.end)
  const rule = found(event, "rrule")
  const times = rule === undefined ? [start] : Time.repeated(walls, start, rule.values[0])
  if (times === undefined) return wrong("rrule", JSON.stringify(rule?.values[0]), Words.expected.rule)
  if (findings.length > before) return undefined
  return {
    starts: [...times, ...besides].filter(({ at }) => !without.has(at)),
    end: rule === undefined && besides.length === 0 ? end : undefined,
    length,
    moves
  }
}

const pointsOf = (
  file: string,
  event: Component,
  name: string,
  walls: Time.Walls,
  findings: Array<Finding>
): ReadonlyArray<Time.Point> | undefined => {
  const all: Array<Time.Point> = []
  for (const property of event.properties.filter((one) => one.name === name)) {
    const points = Time.points(property, walls)
    const at = { file, line: property.line }
    if (points === "zone") findings.push(Words.unknownZone(at, property.parameter("tzid") ?? "", [walls.here]))
    else if (points === "value")
      findings.push(Words.wrong(at, name.toUpperCase(), property.values.map(String).join(), Words.expected.start))
    else all.push(...points)
  }
  return all.length === 0 ? undefined : all
}

const calledIn = (event: Component): ReadonlyArray<string> => {
  const of = (name: string) =>
    event.properties
      .filter((one) => one.name === name)
      .flatMap((one) => [String(one.values[0]).replace(/^mailto:/i, ""), ...[one.parameter("cn") ?? []].flat()])
  const attendees = of("attendee")
  return attendees.length > 0 ? attendees : of("organizer")
}

const found = (event: Component, name: string): Property | undefined =>
  event.properties.find((property) => property.name === name)

const text = (event: Component, name: string): string => {
  const value = found(event, name)?.values[0]
  return typeof value === "string" ? value : ""
}

const uidOf = (event: Component): string => text(event, "uid")
