/**
 * Time zones of iCalendar: ours written out for apps that do not know its name, and other people's names for theirs.
 *
 * @module
 */
import { DateTime, Option } from "effect"
import { dayMillis } from "../../../calendar/CalendarDate.ts"
import type { WallClock } from "../../../calendar/WallClock.ts"
import { component, type Jcal, type JcalProperty, property } from "./IcalText.ts"

/** The zone as a component: what the clocks show, and every change of them within the time. */
export const timeZone = (
  tzid: string,
  wall: WallClock,
  { from, until }: { readonly from: number; readonly until: number }
): Jcal => {
  const begins = from - dayMillis
  return component(
    "vtimezone",
    [property("tzid", tzid)],
    [
      observance("standard", begins, offset(wall, begins), offset(wall, begins)),
      ...changes(wall, begins, until + dayMillis).map((at) => {
        const [before, after] = [offset(wall, at - 1), offset(wall, at)]
        return observance(after > before ? "daylight" : "standard", at, before, after)
      })
    ]
  )
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
const observance = (kind: "standard" | "daylight", at: number, before: number, after: number): Jcal =>
  component(kind, [
    ["dtstart", {}, "date-time", new Date(at + before).toISOString().slice(0, 19)],
    shift("tzoffsetfrom", before),
    shift("tzoffsetto", after)
  ])

const shift = (name: string, millis: number): JcalProperty => {
  const minutes = Math.round(Math.abs(millis) / 60_000)
  const two = (number: number) => String(number).padStart(2, "0")
  return [name, {}, "utc-offset", `${millis < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`]
}

/** The zone of that name: of the IANA data base, with a path before it as some programs write it, or one of Outlook's. */
export const named = (tzid: string): string | undefined =>
  [tzid, outlook[tzid], /[A-Za-z_]+\/[A-Za-z_+-]+$/.exec(tzid)?.[0]].find(
    (name) => name !== undefined && name.length <= 64 && Option.isSome(DateTime.zoneMakeNamed(name))
  )

/** Where a brand and its agencies sit, as Windows names it (the CLDR's table `windowsZones`). */
const outlook: Readonly<Record<string, string>> = {
  "China Standard Time": "Asia/Shanghai",
  "Taipei Standard Time": "Asia/Taipei",
  "Singapore Standard Time": "Asia/Singapore",
  "Tokyo Standard Time": "Asia/Tokyo",
  "Korea Standard Time": "Asia/Seoul",
  "India Standard Time": "Asia/Kolkata",
  "AUS Eastern Standard Time": "Australia/Sydney",
  "GMT Standard Time": "Europe/London",
  "W. Europe Standard Time": "Europe/Berlin",
  "Romance Standard Time": "Europe/Paris",
  "Central European Standard Time": "Europe/Warsaw",
  "Eastern Standard Time": "America/New_York",
  "Central Standard Time": "America/Chicago",
  "Pacific Standard Time": "America/Los_Angeles"
}
