/**
 * A post that passes another one on, with words of one's own or without.
 *
 * It goes by the interface that reposts, so it needs neither a route nor a link to a registered domain, and takes no picture.
 * Source: the interface page of statuses/repost, and recorded statuses.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Content } from "./Content.ts"
import * as TextLength from "./TextLength.ts"

/** What a repost may have: Weibo's units of text (140 Chinese characters), and no picture of its own. */
export const allowance = { units: 280, pictures: 0, leastPictures: 0, pictureBytes: 0 } as const

/** What Weibo writes where nobody wrote anything. */
export const unworded = "转发微博"

/** The text that Weibo shows of a repost: its own words, or what Weibo writes in their place. */
export const textOf = ({ text }: Pick<Content, "text">): string => (text.trim() === "" ? unworded : text)

/** Why Weibo does not take this as a repost; nothing if it does. */
export const obstacle = ({ pictures, text }: Content): Bilingual | undefined => {
  if (pictures.length > 0) return { zh: "转发不能带图片", en: "a repost takes no picture" }
  return TextLength.units(text) <= allowance.units
    ? undefined
    : { zh: "转发最多 140 个汉字", en: "a repost takes 140 Chinese characters at most" }
}
