/**
 * What Weibo does to a text: shortens its links, takes topics out of shared posts, shows the beginning of a long one.
 *
 * @module
 */
import { createHash } from "node:crypto"
import { Link, Route, TextLength } from "@dualops/core/content"
import type { Posted } from "./Happening.ts"

/** The links in a text. */
export const linksOf = (text: string): ReadonlyArray<string> =>
  Link.all(text).map(({ end, start }) => text.slice(start, end))

/** The hosts of the links in a text. */
export const hosts = (text: string): ReadonlyArray<string> =>
  linksOf(text).flatMap((link) => (URL.canParse(link) ? [new URL(link).hostname] : []))

/** The text with every link as `http://t.cn/` and seven characters, the same for the same link. */
export const shorten = (text: string): string =>
  Link.replace(text, (link) => (link.startsWith("http://t.cn/") ? link : `http://t.cn/${code(link)}`))

const code = (link: string): string =>
  createHash("sha1").update(link).digest("base64").replace(/[+/=]/g, "").slice(0, 6).padStart(7, "A")

/** The text without `#topics#`, as shared posts lose them without a word. */
export const withoutTopics = (text: string): string => text.replace(/#[^#\n]+#/g, "")

/** How a long text is cut: bare, as in the newest recordings, or with a link to the whole, as in older ones. */
export type LongPosts = "bare" | "linked"

/** How Weibo shows the text of a post: of a long one the beginning, as much as a short one may have. */
export const shown = ({ account, post, text }: Posted, longPosts: LongPosts) => {
  const textLength = TextLength.units(text)
  const isLongText = textLength > most
  if (!isLongText) return { text, textLength, isLongText }
  return longPosts === "bare"
    ? { text: text.slice(0, TextLength.fitting(text, most)), textLength, isLongText }
    : {
        text: `${text.slice(0, TextLength.fitting(text, most))}...全文： http://m.weibo.cn/${account}/${post} \u200b`,
        textLength,
        isLongText
      }
}

const most = Route.allowance.share.units

/** A name after an @ goes as far as the signs of names do: letters of any script, digits, `_`, `-` and `·`. */
const names = /@([\p{L}\p{N}_·-]+)/gu

/** Whether a text names somebody: `@星河茶饮店` does not name 星河茶, and an @ within a link names nobody. */
export const mentions = (text: string, name: string): boolean =>
  [...Link.replace(text, () => " ").matchAll(names)].some(([, one]) => one === name)
