/**
 * What a post says: the text and the pictures, before it is anybody's duty to publish it.
 *
 * @module
 */
import { Schema } from "effect"
import { PostId } from "../../account/PostId.ts"
import * as Label from "../../finding/Label.ts"
import { BoundPicture, Picture } from "../../pictures/Picture.ts"

export { BoundPicture, isBound, Picture } from "../../pictures/Picture.ts"

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
