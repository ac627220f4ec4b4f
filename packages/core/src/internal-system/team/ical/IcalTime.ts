/**
 * Dates and times of events, on the wall of their own zone and as moments; and the times at which an event repeats.
 *
 * @module
 */
import { Schema } from "effect"
import ICAL from "ical.js"
import { RRuleTemporal } from "rrule-temporal"
import { CalendarDate, dayMillis } from "../../../calendar/CalendarDate.ts"
import { LocalTime, onWall } from "../../../calendar/LocalTime.ts"
import * as WallClock from "../../../calendar/WallClock.ts"
import type { Property } from "./IcalText.ts"
import * as Zone from "./IcalZone.ts"

/** When something begins or ends. */
export interface Point {
  /** In epoch milliseconds. */
  readonly at: number
  /** What the wall shows in its own zone. */
  readonly shows: number
  readonly zone: string
  readonly allDay: boolean
}

/** The clocks of zones, each made once; where no zone is said, it is the handbook's. */
export interface Walls {
  readonly here: string
  readonly of: (zone: string) => WallClock.WallClock
}

/** The clocks, for a handbook of this zone. */
export const walls = (here: string): Walls => {
  const made = new Map<string, WallClock.WallClock>()
  return {
    here,
    of: (zone) => {
      const wall = made.get(zone) ?? WallClock.make(zone)
      made.set(zone, wall)
      return wall
    }
  }
}

/** What the handbook's wall shows at a point; a time that was written in the handbook's zone stays as it is written. */
export const local = ({ here, of }: Walls, { at, shows, zone }: Pick<Point, "at" | "shows" | "zone">): LocalTime =>
  new Date(zone === here ? shows : of(here).wallAt(at)).toISOString().slice(0, 16)

/** The points of a property, `zone` for a zone that nobody knows, and `value` where one is no date or time. */
export const points = (property: Property, walls: Walls): ReadonlyArray<Point> | "zone" | "value" => {
  const tzid = property.parameter("tzid")
  const zone = tzid === undefined ? walls.here : Zone.named(tzid)
  const found: Array<Point> = []
  for (const value of property.values) {
    if (typeof value !== "string") return "value"
    if (isDate(value)) found.push(pointOf(walls, onWall(`${value}T00:00`), walls.here, true))
    else if (!isTime(value.slice(0, 16)) || !/^:00Z?$/.test(value.slice(16))) return "value"
    else if (value.endsWith("Z")) found.push(pointOf(walls, onWall(value.slice(0, 16)), "UTC", false))
    else if (zone === undefined) return "zone"
    else found.push(pointOf(walls, onWall(value.slice(0, 16)), zone, false))
  }
  return found
}

/** So much later: days on the wall for whole days, and time for everything else. */
export const later = (walls: Walls, point: Point, millis: number): Point =>
  point.allDay
    ? pointOf(walls, point.shows + millis, point.zone, true)
    : { ...point, at: point.at + millis, shows: walls.of(point.zone).wallAt(point.at + millis) }

/** A century, after which no event of a team ends. */
const longest = 36_525 * dayMillis

/** How long a duration lasts in milliseconds, if it is one of an event. */
export const duration = (value: unknown): number | undefined => {
  try {
    const millis = typeof value === "string" ? ICAL.Duration.fromString(value).toSeconds() * 1000 : undefined
    return millis !== undefined && millis <= longest ? millis : undefined
  } catch {
    return undefined
  }
}

/** How often an event may repeat. */
const mostTimes = 366
const frequencies: ReadonlyArray<unknown> = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]

/** When an event that begins here begins again, the first time among them; nothing where the rule has no end that is near enough. */
export const repeated = (walls: Walls, start: Point, rule: unknown): ReadonlyArray<Point> | undefined => {
  // jCal has a rule as an object, and nothing else of this type.
  const { count, freq, until, ...rest } = rule as Readonly<Record<string, unknown>>
  if (!frequencies.includes(freq) || ["byhour", "byminute", "bysecond"].some((part) => part in rest)) return undefined
  const last = typeof until === "string" ? lastOf(walls, start, until) : undefined
  if (last === undefined && !(typeof count === "number" && 1 <= count && count <= mostTimes)) return undefined
  const parts = Object.entries({ freq, ...rest, ...(last === undefined ? { count } : { until: basic(last) }) })
  try {
    // The rule is about the wall, so it is asked as if the wall were in UTC.
    const rules = new RRuleTemporal({
      rruleString: `DTSTART:${basic(start.shows)}\nRRULE:${parts.map(([name, value]) => `${name.toUpperCase()}=${String(value)}`).join(";")}`,
      maxIterations: 5000
    })
    const all = rules.all((_, index) => index <= mostTimes).map(({ epochMilliseconds }) => epochMilliseconds)
    return all.length > mostTimes
      ? undefined
      : [...new Set([start.shows, ...all])].map((shows) => pointOf(walls, shows, start.zone, start.allDay))
  } catch {
    return undefined
  }
}

/** The end of a rule on the wall of its event. */
const lastOf = (walls: Walls, { zone }: Point, until: string): number | undefined => {
  if (isDate(until)) return onWall(`${until}T00:00`) + dayMillis - 1000
  const said = Date.parse(until.endsWith("Z") ? until : `${until}Z`)
  if (Number.isNaN(said)) return undefined
  return until.endsWith("Z") ? walls.of(zone).wallAt(said) : said
}

const pointOf = (walls: Walls, shows: number, zone: string, allDay: boolean): Point => ({
  at: walls.of(zone).reaches(shows),
  shows,
  zone,
  allDay
})

const basic = (millis: number): string => `${new Date(millis).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`

const isDate: (text: string) => boolean = Schema.is(CalendarDate)
const isTime: (text: string) => boolean = Schema.is(LocalTime)
