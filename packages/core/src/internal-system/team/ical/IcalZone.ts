/**
 * A time zone described in iCalendar (`VTIMEZONE`), for apps that do not know its name.
 *
 * @module
 */
import { dayMillis } from "../../../calendar/CalendarDate.ts"
import type { Spans } from "../../../calendar/Spans.ts"
import type { WallClock } from "../../../calendar/WallClock.ts"
import { type Component, component, type Property, property } from "./Jcal.ts"

/** The zone as a component: what the clocks show, and every change of them, within each of the spans of time. */
export const timeZone = (tzid: string, wall: WallClock, spans: Spans): Component => {
  const observances: Array<Component> = []
  let shown: number | undefined
  const changed = (at: number, before: number) => {
    const after = offset(wall, at)
    observances.push(observance(shown !== undefined && after > before ? "daylight" : "standard", at, before, after))
    shown = after
  }
  for (let index = 0; index < spans.length; index += 2) {
    const begins = (spans[index] ?? 0) - dayMillis
    // Changes between two spans concern nobody, but that there were some.
    if (shown !== offset(wall, begins)) changed(begins, shown ?? offset(wall, begins))
    for (const at of changes(wall, begins, (spans[index + 1] ?? begins) + dayMillis)) changed(at, offset(wall, at - 1))
  }
  return component("vtimezone", [property("tzid", tzid)], observances)
}

const offset = (wall: WallClock, at: number): number => wall.wallAt(at) - at

const changes = (wall: WallClock, from: number, until: number): ReadonlyArray<number> => {
  const found: Array<number> = []
  for (let day = from; day < until; day += dayMillis) {
    if (offset(wall, day) === offset(wall, day + dayMillis)) continue
    let [early, late] = [day, day + dayMillis]
    while (late - early > 1) {
      const middle = Math.floor((early + late) / 2)
      if (offset(wall, middle) === offset(wall, early)) early = middle
      else late = middle
    }
    found.push(late)
  }
  return found
}

/** Whether the clocks, set back, show later what they show at this moment. */
export const shownTwice = (wall: WallClock, at: number): boolean => {
  const back = offset(wall, at) - offset(wall, at + 3 * 3_600_000)
  return back > 0 && wall.wallAt(at + back) === wall.wallAt(at)
}

/** From this moment on; its beginning is written as the clocks showed it before. */
const observance = (kind: "standard" | "daylight", at: number, before: number, after: number): Component =>
  component(kind, [
    ["dtstart", {}, "date-time", new Date(at + before).toISOString().slice(0, 19)],
    shift("tzoffsetfrom", before),
    shift("tzoffsetto", after)
  ])

const shift = (name: string, millis: number): Property => {
  const minutes = Math.round(Math.abs(millis) / 60_000)
  const two = (number: number) => String(number).padStart(2, "0")
  return [name, {}, "utc-offset", `${millis < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`]
}
