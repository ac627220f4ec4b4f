/**
 * How events of earlier releases are read today. What was written stays as it is for ever; it is brought up to date whenever it is read, so that
 * everything else knows the present form only.
 *
 *     formerly: {
 *       Lend: [was({ to: PersonId }, ({ to }) => ({ step: "Lend", facts: { to, until: "2026-12-31" } }))],
 *       GiveAway: [was({ to: PersonId }, ({ to }) => ({ step: "Settle", facts: { to } }))]
 *     }
 *
 * @module
 */
import { Schema, SchemaGetter } from "effect"
import { type Event, envelope } from "./Case.ts"
import type { AnyStep } from "./Declaration.ts"

type Fields = Schema.Struct.Fields

/** A form that the facts of a step had, and what they are now. */
export interface Former<Now> {
  readonly facts: Schema.Struct<Fields>
  /** Total and pure, as `evolve` is. It takes `never`, because only its own form knows what it is for. */
  readonly now: (facts: never) => Now
}

/** A step and its facts, as they are now. */
export interface Present {
  readonly step: string
  readonly facts: unknown
}

/** The steps of a process with their facts. */
export type PresentOf<Steps extends Readonly<Record<string, AnyStep>>> = {
  [N in keyof Steps & string]: { readonly step: N; readonly facts: Steps[N]["facts"]["Type"] }
}[keyof Steps & string]

/** The facts had these fields, and are read as those of a present step. */
export const was = <const F extends Fields, const Now extends Present>(
  facts: F,
  now: (facts: Schema.Struct<F>["Type"]) => Now
): Former<Now> => ({ facts: Schema.Struct(facts), now })

/** By the name that a step had then, the forms of its facts, the latest first. */
export type Formerly<Now> = Readonly<Record<string, ReadonlyArray<Former<Now>>>>

/** The events of a process, and as JSON. They are written in the present form, and read in it where they can be. */
export const eventOf = (
  steps: Readonly<Record<string, AnyStep>>,
  formerly: Formerly<Present>
): Schema.Codec<Event, Schema.Json> => {
  const present = Object.entries(steps).map(([step, { facts }]) => eventIn(step, facts))
  const now = Schema.Union(present)
  const former = Object.entries(formerly).flatMap(([step, forms]) =>
    forms.map(({ facts, now: bring }) =>
      eventIn(step, facts).pipe(
        Schema.decodeTo(Schema.toType(now), {
          // The form has read what it is given.
          decode: SchemaGetter.transform(
            (event) => ({ ...event, ...bring(event.facts as never) }) as Event<string, never>
          ),
          encode: SchemaGetter.forbidden(() => "events are written in the present form")
        })
      )
    )
  )
  const codec: Schema.Constraint = Schema.toCodecJson(Schema.Union([...present, ...former]))
  // Facts are structs that need no service, and the name of a step says whose they are.
  return codec as Schema.Codec<Event, Schema.Json>
}

const eventIn = (step: string, facts: Schema.Constraint) =>
  Schema.Struct({ ...envelope, step: Schema.Literal(step), facts })
