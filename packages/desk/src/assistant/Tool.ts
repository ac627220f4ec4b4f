/**
 * A tool as a value: what a client reads of it, and what it does for whoever calls it.
 *
 * @module
 */
import type { Moment } from "@dualops/core/calendar"
import type { Bilingual } from "@dualops/core/finding"
import type { Editions, StoreUnavailable } from "@dualops/core/operations"
import type { Actor } from "@dualops/core/process"
import { Effect, Schema } from "effect"
import type { Problem } from "../api/Words.ts"
import type { Needs } from "../house/House.ts"
import * as Told from "./Told.ts"
import { type JsonSchema, plain } from "./ToolSchema.ts"

/** A tool. */
export interface Tool {
  readonly name: string
  readonly title: Bilingual.Bilingual
  /** Made of what processes declare, and of nothing that anybody wrote since. */
  readonly description: string
  readonly hints: Hints
  readonly input: JsonSchema
  readonly output: JsonSchema
  /** Whether somebody has it on their list by this edition of the day. Whoever calls it all the same is refused by the kernel, which keeps that. */
  readonly isFor: (today: Editions.Edition, person: Actor.Person, at: Moment.Moment) => boolean
  /** What it answers, whatever it is told. */
  readonly run: (told: unknown, person: Actor.Person) => Effect.Effect<unknown, Problem | StoreUnavailable, Needs>
}

/** What a client may ask its user for, by the names of the protocol. */
export interface Hints {
  readonly readOnlyHint: boolean
  readonly destructiveHint: boolean
  readonly idempotentHint: boolean
  readonly openWorldHint: boolean
}

/** A tool that reads: it changes nothing, and everybody has it who has any right. */
export const reading = <A, Answer>(tool: {
  readonly name: string
  readonly title: Bilingual.Bilingual
  readonly description: string
  readonly told: Schema.Codec<A, unknown>
  readonly answer: Schema.Codec<Answer, unknown>
  readonly run: (told: A, person: Actor.Person) => Effect.Effect<Answer, Problem | StoreUnavailable, Needs>
}): Tool => ({
  ...tool,
  hints: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  input: toldOf(tool.told),
  output: answerOf(tool.answer),
  isFor: () => true,
  run: (told, person) => Effect.flatMap(Told.read(tool.told, told), (asked) => tool.run(asked, person))
})

/** The JSON Schema of what is told: nothing that nobody asked for. */
const toldOf = (schema: Schema.Codec<unknown, unknown>): JsonSchema => documented(schema, "error")

/** The JSON Schema of what is answered: there may be more in it one day. */
export const answerOf = (schema: Schema.Codec<unknown, unknown>): JsonSchema => documented(schema, "ignore")

const documented = (schema: Schema.Codec<unknown, unknown>, onExcessProperty: "error" | "ignore"): JsonSchema => {
  const { definitions, schema: own } = Schema.toJsonSchemaDocument(Schema.toCodecJson(schema), { onExcessProperty })
  return plain({ ...own, $defs: definitions })
}
