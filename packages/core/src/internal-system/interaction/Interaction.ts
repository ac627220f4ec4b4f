/**
 * What a fan does that the account can see and answer: a comment, a mention, a repost.
 *
 * @module
 */
import { Schema } from "effect"
import * as Personal from "../../account/Personal.ts"
import { PostId } from "../../account/PostId.ts"
import * as Tag from "../../account/Tag.ts"
import { Moment } from "../../calendar/Moment.ts"
import * as Label from "../../finding/Label.ts"
import { textUpTo } from "../../process/CaseId.ts"
import { Fan } from "../fans/Fan.ts"

/** What a tag of an interaction is of: every case bears it that some words of a fan are about. */
export const tagKind = "interaction"

/** An interaction's id at the platform; no two interactions of any kind share it. Short enough that its case can be named after it. */
export const InteractionId = textUpTo(100).annotate(Tag.as(tagKind)).pipe(Schema.brand("InteractionId"))
/** An interaction's id at the platform. */
export type InteractionId = typeof InteractionId.Type

/** What kind of thing it is, and so how it is answered. */
export const Kind = Schema.Literals(["comment", "mention", "mention in a comment", "repost"])
/** What kind of thing it is. */
export type Kind = typeof Kind.Type

/**
 * What a fan wrote, to whom the account can answer. `post` is where the answer stands: the account's post, or the fan's own.
 * The text is the fan's: escape it before it is printed.
 */
export const Interaction = Schema.Struct({
  kind: Kind,
  id: InteractionId,
  post: PostId,
  from: Fan,
  text: Schema.String.annotate(Personal.text),
  at: Moment
}).annotate(Label.of({ zh: "粉丝留言", en: "what the fan wrote" }))
/** What a fan wrote. */
export interface Interaction extends Schema.Struct.Type<typeof Interaction.fields> {}
