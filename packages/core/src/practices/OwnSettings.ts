/**
 * What processes that the brand has written itself are told: nobody reads it from a file, so the compiler checks its form, and this the rest.
 *
 * @module
 */
import { Duration, Schema } from "effect"
import { excerpt, nearest } from "../finding/Nearest.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import type { Practice } from "../practice/Practice.ts"
import { Allowance } from "../process/Allowance.ts"
import type { Any } from "../process/Process.ts"

/** A calendar that the handbook does not have is a mistake in the program. */
export const check = (process: Any, settings: unknown, calendars: Readonly<Record<string, unknown>>): void => {
  const known = ["always", ...Object.keys(calendars)]
  for (const { calendar } of allowances(settings)) {
    if (known.includes(calendar)) continue
    const meant = nearest(calendar, known)
    const hint = meant === undefined ? `it has ${known.join(", ")}` : `did you mean ${meant}?`
    throw new Error(
      `The settings of ${process.name} name the calendar ${calendar}, which the handbook does not have: ${hint}`
    )
  }
}

/** Whether a process asks for nothing, and so needs nobody to tell it anything. */
export const needsNothing = ({ settings }: Pick<Any, "settings">): boolean =>
  // Settings are structs that need no service.
  Schema.is(settings as Schema.Codec<unknown>)({})

/**
 * What a process is told to which nobody has told anything: nothing, if it asks for nothing. Else a program wants of a handbook what it does not have: a
 * section, or, where no practice of the list runs the process, that practice.
 */
export const untold = (
  process: Any,
  { version }: Pick<Handbook, "version">,
  list: ReadonlyArray<Practice>
): unknown => {
  if (needsNothing(process)) return {}
  const { name } = process
  const practice = list.find(({ runs }) => runs.some((one) => one.process.name === name))
  if (practice !== undefined) {
    const sections = practice.sections.map(({ key }) => key).join(", ")
    throw new Error(
      `The handbook ${excerpt(version)} does not have the sections by which it would run ${name}: write ${sections}, or do not send ${name} anything`
    )
  }
  throw new Error(
    `Nobody has told ${name} its settings: name its practice, or Practice.own(${name}, { … }), among the practices that the edition is made with`
  )
}

const isAllowance = Schema.is(Allowance)

const allowances = (told: unknown): ReadonlyArray<Allowance> => {
  if (isAllowance(told)) return [told]
  return typeof told === "object" && told !== null && !Duration.isDuration(told)
    ? Object.values(told).flatMap(allowances)
    : []
}
