/**
 * What a person has to know to do a duty, and where it is written: what is written nowhere leaves with the person.
 *
 * @module
 */

import { Schema } from "effect"
import { Bilingual } from "../../finding/Bilingual.ts"
import * as Name from "../../finding/Name.ts"
import { PersonId } from "../../process/Actor.ts"

/** The name of a piece of knowledge. */
export const KnowledgeId = Schema.NonEmptyString.annotate(Name.of({ zh: "知识", en: "piece of knowledge" })).pipe(
  Schema.brand("KnowledgeId")
)
/** The name of a piece of knowledge. */
export type KnowledgeId = typeof KnowledgeId.Type

/** A piece of knowledge. */
export const Knowledge = Schema.Struct({
  title: Bilingual,
  writtenIn: Schema.optionalKey(Bilingual).annotateKey({
    description: "The document and where it lies. Left out: written nowhere."
  }),
  knownBy: Schema.optionalKey(Schema.Array(PersonId)).annotateKey({
    description: "Who knows it without looking it up, and can be asked."
  })
})
/** A piece of knowledge. */
export type Knowledge = typeof Knowledge.Type
