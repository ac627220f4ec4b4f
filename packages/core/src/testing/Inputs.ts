/**
 * What a random step is told: a random value of its input's schema, or what the owner of the process makes up instead.
 *
 * @module
 */
import { Arbitrary, Effect, type Schema } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type * as Process from "../process/Process.ts"

/** Picks a number from 0 to one less than the bound. */
export type Pick = (bound: number) => number

/** What the owner of a process makes up, where a random value would hardly ever do: a slot that still lies ahead, say. */
export interface Told<P extends Process.Any> {
  /** By step. */
  readonly inputs?: { readonly [S in Process.StepOf<P>]?: (pick: Pick, at: Moment) => Process.InputOf<P, S> }
}

/** How many different inputs each step is told. */
export const variety = 64

/** The input with that number, for a step taken at that moment; always the same for the same process. */
export const teller = <P extends Process.Any>(process: P, { inputs = {} }: Told<P>) => {
  const known = new Map<string, unknown>()
  return (step: Process.StepOf<P>, number: number, at: Moment): Process.InputOf<P, typeof step> => {
    const madeUp = inputs[step]
    if (madeUp !== undefined) return madeUp(picking(number), at)
    const key = `${step} ${number}`
    if (!known.has(key)) known.set(key, sample(process.steps[step]?.input as Schema.Codec<unknown>, key))
    return known.get(key)
  }
}

const sample = (schema: Schema.Codec<unknown>, seed: string): unknown =>
  Effect.runSync(Arbitrary.sampleEffect(Arbitrary.schema(schema), { count: 1, seed, size: 6 }))[0]

const picking =
  (number: number): Pick =>
  (bound) => {
    const picked = number % bound
    number = Math.floor(number / bound)
    return picked
  }
