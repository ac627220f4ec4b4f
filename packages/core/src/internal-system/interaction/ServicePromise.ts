/**
 * What a fan may count on, and what the departments behind it promised in turn.
 *
 * A promise to a fan (SLA) holds the promises of the departments behind it (OLA), which may hold further ones: each has to fit into the
 * one that holds it. Whatever is late goes up a chain that ends in a person who can be reached.
 *
 * @module
 */

import { Schema } from "effect"
import { ResourceId } from "../../external-system/Resource.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import * as Name from "../../finding/Name.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { ReviewPolicy } from "../content/Post.ts"

/** The name of a promise. */
export const PromiseId = Schema.NonEmptyString.annotate(Name.of({ zh: "承诺", en: "promise" })).pipe(
  Schema.brand("PromiseId")
)
/** The name of a promise. */
export type PromiseId = typeof PromiseId.Type

/** Who is told when it is late, and how long after the clock began. */
export const Escalation = Schema.Struct({ to: PersonId.annotate(Name.urgent), after: Allowance })
/** Who is told when it is late. */
export type Escalation = typeof Escalation.Type

const timed = {
  title: Bilingual,
  within: Allowance.annotateKey({ description: "The time that it may take, from when it was asked." }),
  warnAt: Schema.optionalKey(Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1 }))).annotateKey({
    description: "The part of the time after which whoever has it is warned: 0.8 is four fifths."
  }),
  escalation: Schema.optionalKey(Schema.NonEmptyArray(Escalation)).annotateKey({
    description: "The chain: who is told after how long, the last one a person with a contact."
  })
}

/** What a department behind the account promises, and what others promise it for that. */
export interface Behind extends Schema.Struct.Type<typeof timed> {
  readonly by: ResourceId
  readonly behind?: ReadonlyArray<Behind>
}
/** The same as it is written. */
export interface BehindWritten extends Schema.Struct.Encoded<typeof timed> {
  readonly by: string
  readonly behind?: ReadonlyArray<BehindWritten>
}

const behind = Schema.optionalKey(
  Schema.Array(Schema.suspend((): Schema.Codec<Behind, BehindWritten> => Behind))
).annotateKey({
  description:
    "What departments promise so that this can be kept, one after the other; together they fit into its time."
})

/** What a department behind the account promises. */
export const Behind: Schema.Codec<Behind, BehindWritten> = Schema.Struct({
  by: ResourceId.annotateKey({ description: "The resource that promises it." }),
  ...timed,
  behind
}).annotate({ identifier: "Behind" })

/** Eyes that an answer passes before it goes out. */
export const ReviewStage = Schema.Struct({ title: Bilingual, ...ReviewPolicy.fields })
/** Eyes that an answer passes before it goes out. */
export type ReviewStage = typeof ReviewStage.Type

/** What a fan may count on. */
export const ServicePromise = Schema.Struct({
  to: Schema.Literals(["question", "complaint", "praise", "cooperation"]).annotateKey({
    description: "What the fan came with."
  }),
  keptWhen: Schema.Literals(["seen", "answered", "solved"]).annotateKey({
    description: "What happened to what the fan said; it stops the clock."
  }),
  ...timed,
  reviews: Schema.optionalKey(Schema.Array(ReviewStage)).annotateKey({
    description: "The stages of review inside the time, in their order."
  }),
  behind
})
/** What a fan may count on. */
export type ServicePromise = typeof ServicePromise.Type
