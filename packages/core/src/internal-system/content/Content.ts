/**
 * What a post says: the text and the pictures, before it is anybody's duty to publish it.
 *
 * @module
 */
import { Schema } from "effect"

/** A picture to be published: where its bytes are, which bytes they are, and what the account's route has to know of them. */
export const Picture = Schema.Struct({
  source: Schema.NonEmptyString,
  format: Schema.Literals(["jpeg", "gif", "png"]),
  bytes: Schema.Int,
  /** The SHA-256 of its bytes: what was approved is what is sent. */
  sha256: Schema.String.check(Schema.isPattern(/^[0-9a-f]{64}$/, { expected: "a SHA-256 as 64 hexadecimal digits" }))
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
