/**
 * What a post says: the text and the pictures, before it is anybody's duty to publish it.
 *
 * @module
 */
import { Schema } from "effect"
import { PostId } from "../../account/PostId.ts"
import * as Label from "../../finding/Label.ts"

const file = {
  source: Schema.NonEmptyString,
  format: Schema.Literals(["jpeg", "gif", "png"]),
  bytes: Schema.Int
}
const sha256 = Schema.String.check(
  Schema.isPattern(/^[0-9a-f]{64}$/, { expected: "a SHA-256 as 64 hexadecimal digits" })
)

/** A picture that is chosen now: where its bytes are, which bytes they are, and what the account's route has to know of them. */
export const BoundPicture = Schema.Struct({
  ...file,
  /** The SHA-256 of its bytes: what was approved is what is sent. */
  sha256
})
/** A picture that is chosen now, bound to its bytes. */
export type BoundPicture = typeof BoundPicture.Type

/** A picture as histories have it: posts that were written before pictures were bound to their bytes have none of the digest. It is not sent. */
export const Picture = Schema.Struct({ ...file, sha256: Schema.optionalKey(sha256) })
/** A picture as histories have it. */
export type Picture = typeof Picture.Type

/** Whether it is bound to its bytes. */
export const isBound = (picture: Picture): picture is BoundPicture => picture.sha256 !== undefined

/** How long a text may be that somebody writes, in UTF-16 units: five times what Weibo takes of Chinese, and room for long links. */
export const most = 10_000
/** What people call it. */
const words = Label.of({ zh: "正文", en: "text" })
/** A text that somebody writes. */
export const Text = Schema.String.check(Schema.isMaxLength(most)).annotate(words)

/** The post that is passed on, of a repost, whose text may be empty; nothing, of a post of one's own. */
const repostOf = Schema.optionalKey(PostId).annotateKey(Label.of({ zh: "转发哪条微博", en: "repost of" }))
/** What people call it, and the parts of it. */
const whole = Label.of({ zh: "内容", en: "content" })
const pictures = Label.of({ zh: "图片", en: "pictures" })

/** What somebody writes now: text with its links in it, and pictures in their order, each bound to its bytes. */
export const BoundContent = Schema.Struct({
  text: Text,
  pictures: Schema.Array(BoundPicture).annotateKey(pictures),
  repostOf
}).annotate(whole)
/** What somebody writes now. */
export type BoundContent = typeof BoundContent.Type

/** Text with its links in it, and pictures in their order. */
export const Content = Schema.Struct({
  text: Schema.String.annotate(words),
  pictures: Schema.Array(Picture).annotateKey(pictures),
  repostOf
}).annotate(whole)
/** Text with its links in it, and pictures in their order. */
export type Content = typeof Content.Type
