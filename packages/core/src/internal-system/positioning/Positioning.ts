/**
 * What the account is for, for whom, and how it speaks.
 *
 * @module
 */
import { Schema } from "effect"
import { Bilingual } from "../../finding/Bilingual.ts"
import { StyleCard } from "./StyleCard.ts"

/** What the account is for, for whom, and how it speaks. */
export const Positioning = Schema.Struct({
  purpose: Schema.optionalKey(Bilingual).annotateKey({ description: "What the account is for, in a sentence." }),
  audience: Schema.optionalKey(Schema.Array(Bilingual)).annotateKey({
    description: "Whom it speaks to, the first one first."
  }),
  never: Schema.optionalKey(Schema.Array(Bilingual)).annotateKey({
    description: "What it does not do, however tempting."
  }),
  style: StyleCard
})
/** What the account is for, for whom, and how it speaks. */
export type Positioning = typeof Positioning.Type
