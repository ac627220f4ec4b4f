/**
 * The time zones that a calendar speaks of: as the file itself describes them (`VTIMEZONE`), and only else by their names.
 *
 * Outlook calls a zone "Customized Time Zone" and describes it; two programs call different zones CST. So what the file says comes before
 * every table. Names are those of the IANA data base, with a path before them as some programs write it, and those of Windows; what may mean
 * several zones is told.
 *
 * @module
 */
import { Result } from "effect"
import { isAbbreviation, isZone, meanings } from "../../../calendar/TimeZone.ts"
import * as WallClock from "../../../calendar/WallClock.ts"
import { windowsZones } from "../../../calendar/WindowsZones.ts"
import type { Finding } from "../../../finding/Finding.ts"
import * as Words from "./IcalMessages.ts"
import { clockOf } from "./IcalObservances.ts"
import { type Component, found } from "./IcalText.ts"

/** The clocks of a calendar, each made once. */
export interface Clocks {
  /** The handbook's, for times without a zone. */
  readonly here: WallClock.WallClock
  readonly utc: WallClock.WallClock
  /** That of a zone as the calendar calls it, and what is wrong with the name where nobody knows it. */
  readonly of: (tzid: string, at: Words.At) => Result.Result<WallClock.WallClock, Finding>
}

/** Clocks by the names of their zones, for all calendars of a file. */
export type Named = (zone: string) => WallClock.WallClock

/** Makes each clock once. */
export const named = (): Named => {
  const made = new Map<string, WallClock.WallClock>()
  return (zone) => {
    const wall = made.get(zone) ?? WallClock.make(zone)
    made.set(zone, wall)
    return wall
  }
}

/** The clocks of a calendar in a file, read with a handbook of this zone. */
export const clocks = (file: string, { components }: Component, here: string, by: Named): Clocks => {
  const described = new Map<string, Component>()
  for (const zone of components) if (zone.name === "VTIMEZONE") described.set(idOf(zone), zone)
  const made = new Map<string, WallClock.WallClock | undefined>()
  const ofFile = (id: string, zone: Component) => {
    if (!made.has(id)) made.set(id, clockOf(zone))
    return made.get(id)
  }
  return {
    here: by(here),
    utc: by("UTC"),
    of: (tzid, at) => {
      const id = bare(tzid)
      const zone = described.get(id)
      if (zone !== undefined) {
        const clock = ofFile(id, zone)
        return clock === undefined
          ? Result.fail(Words.brokenZone({ file, line: zone.line }, id))
          : Result.succeed(clock)
      }
      const name = nameOf(id)
      if (name !== undefined) return Result.succeed(by(name))
      return Result.fail(
        isAbbreviation(id)
          ? Words.severalZones(at, id, meanings(id))
          : Words.unknownZone(at, id, [here, ...described.keys()])
      )
    }
  }
}

const idOf = (zone: Component): string => bare(found(zone, "tzid")?.raw ?? "")

/** Some programs write the quotes of a parameter where none belong. */
const bare = (tzid: string): string => tzid.trim().replace(/^"(.*)"$/, "$1")

/** The zone of the IANA data base with that name, with a path before it, or Windows's. */
const nameOf = (tzid: string): string | undefined => {
  if (Object.hasOwn(windowsZones, tzid)) return windowsZones[tzid]
  if (tzid.length > 200) return undefined
  const path = tzid.split("/")
  const ends = tzid.startsWith("/") ? [3, 2, 1].map((parts) => path.slice(-parts).join("/")) : []
  return [tzid, ...ends].find(isZone)
}
