/**
 * What Weibo does to a text: shortens its links, takes topics out of shared posts.
 *
 * @module
 */
import { createHash } from "node:crypto"

const links = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/g

/** The links in a text. */
export const linksOf = (text: string): ReadonlyArray<string> => text.match(links) ?? []

/** The hosts of the links in a text. */
export const hosts = (text: string): ReadonlyArray<string> =>
  linksOf(text).flatMap((link) => (URL.canParse(link) ? [new URL(link).hostname] : []))

/** The text with every link as `http://t.cn/` and seven characters, the same for the same link. */
export const shorten = (text: string): string =>
  text.replace(links, (link) => (link.startsWith("http://t.cn/") ? link : `http://t.cn/${code(link)}`))

const code = (link: string): string =>
  createHash("sha1").update(link).digest("base64").replace(/[+/=]/g, "").slice(0, 6).padStart(7, "A")

/** The text without `#topics#`, as shared posts lose them without a word. */
export const withoutTopics = (text: string): string => text.replace(/#[^#\n]+#/g, "")

/** A name after an @ goes as far as the signs of names do: letters of any script, digits, `_`, `-` and `·`. */
const names = /@([\p{L}\p{N}_·-]+)/gu

/** Whether a text names somebody: `@星河茶饮店` does not name 星河茶, and an @ within a link names nobody. */
export const mentions = (text: string, name: string): boolean =>
  [...text.replace(links, " ").matchAll(names)].some(([, one]) => one === name)
