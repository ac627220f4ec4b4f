/**
 * What processes that the brand has written itself are told: nobody reads it from a file, so the compiler checks its form, and this the rest.
 *
 * @module
 */
import { Duration, Schema } from "effect"
import { nearest } from "../finding/Nearest.ts"
import { Allowance } from "../process/Allowance.ts"
import type { Any, SettingsOf } from "../process/Process.ts"

/** A process of the brand's own, and what it is told. */
export interface OwnSettings {
  readonly process: Any
  readonly settings: unknown
}

/** What a process of the brand's own is told. */
export const own = <P extends Any>(process: P, settings: SettingsOf<P>): OwnSettings => ({ process, settings })

/** The same, by the process's name; a calendar that the handbook does not have is a mistake in the program. */
export const told = (
  own: ReadonlyArray<OwnSettings>,
  calendars: Readonly<Record<string, unknown>>
): Readonly<Record<string, unknown>> => {
  const known = ["always", ...Object.keys(calendars)]
  for (const { process, settings } of own) {
    for (const { calendar } of allowances(settings)) {
      if (known.includes(calendar)) continue
      const meant = nearest(calendar, known)
      const hint = meant === undefined ? `it has ${known.join(", ")}` : `did you mean ${meant}?`
      throw new Error(
        `The settings of ${process.name} name the calendar ${calendar}, which the handbook does not have: ${hint}`
      )
    }
  }
  return Object.fromEntries(own.map(({ process, settings }) => [process.name, settings]))
}

/** What a process is told to which nobody has told anything: nothing, if it asks for nothing. */
export const untold = ({ name, settings }: Any): unknown => {
  // Settings are structs that need no service.
  if (Schema.is(settings as Schema.Codec<unknown>)({})) return {}
  throw new Error(`Nobody has told ${name} its settings: give Edition.own(${name}, { … }) to Edition.edition`)
}

const isAllowance = Schema.is(Allowance)

const allowances = (told: unknown): ReadonlyArray<Allowance> => {
  if (isAllowance(told)) return [told]
  return typeof told === "object" && told !== null && !Duration.isDuration(told)
    ? Object.values(told).flatMap(allowances)
    : []
}
