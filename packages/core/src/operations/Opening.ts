/**
 * What a form of a step begins with in a case, as the JSON that the step would be told: whatever the case knows already that nobody should write again.
 *
 * @module
 */
import { Result, Schema } from "effect"
import type { Tagged } from "../process/Case.ts"
import * as Process from "../process/Process.ts"

/** Of what a step is told, by the names of its fields. */
export type Opening = Readonly<Record<string, Schema.Json>>

/** What it begins with; nothing, where the step does not say it. What the step would not take is left out, field by field. */
export const of = (process: Process.Any, step: string, state: Tagged): Opening | undefined => {
  const declared = process.steps[step]
  if (declared?.opensWith === undefined) return undefined
  const known = made.get(state)
  const found = known?.get(step)
  if (found !== undefined) return found
  // The step was declared for the states of its own process, and its input is a struct.
  const opensWith = declared.opensWith as (state: Tagged) => object
  const { fields } = Process.inputOf(process, step) as Schema.Struct<Schema.Struct.Fields>
  const opening = Object.fromEntries(
    Object.entries(opensWith(state)).flatMap(([name, value]) => {
      const field = fields[name]
      const told = field === undefined || value === undefined ? undefined : jsonOf(field)(value)
      return told === undefined || Result.isFailure(told) ? [] : [[name, told.success]]
    })
  )
  made.set(state, (known ?? new Map()).set(step, opening))
  return opening
}

/** A state never changes: what a desk shows often is made once. */
const made = new WeakMap<Tagged, Map<string, Opening>>()

type Encoding = (value: unknown) => Result.Result<Schema.Json, unknown>

const jsonOf = (field: Schema.Constraint): Encoding => {
  const known = encodings.get(field)
  if (known !== undefined) return known
  // What a step is told needs no service, and its JSON is JSON.
  const codec = Schema.toCodecJson(field as Schema.Codec<unknown, unknown>)
  const encoding = Schema.encodeUnknownResult(codec) as Encoding
  encodings.set(field, encoding)
  return encoding
}

const encodings = new WeakMap<Schema.Constraint, Encoding>()
