/**
 * What a post says: the text and the pictures, before it is anybody's duty to publish it.
 *
 * @module
 */
import { Schema } from "effect"

/** A picture to be published: where its bytes are, and what the account's route has to know of them. */
export const Picture = Schema.Struct({
  source: Schema.NonEmptyString,
  format: Schema.Literals(["jpeg", "gif", "png"]),
  bytes: Schema.Int
})
/** A picture to be published. */
export type Picture = typeof Picture.Type

/** Text with its links in it, and pictures in their order. */
export const Content = Schema.Struct({
  text: Schema.String,
  pictures: Schema.Array(Picture)
})
/** Text with its links in it, and pictures in their order. */
export type Content = typeof Content.Type
