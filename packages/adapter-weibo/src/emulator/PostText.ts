/**
 * What Weibo does to a text: shortens its links, takes topics out of shared posts.
 *
 * @module
 */
import { createHash } from "node:crypto"

const links = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/g

/** The hosts of the links in a text. */
export const hosts = (text: string): ReadonlyArray<string> =>
  (text.match(links) ?? []).flatMap((link) => (URL.canParse(link) ? [new URL(link).hostname] : []))

/** The text with every link as `http://t.cn/` and seven characters, the same for the same link. */
export const shorten = (text: string): string =>
  text.replace(links, (link) => (link.startsWith("http://t.cn/") ? link : `http://t.cn/${code(link)}`))

const code = (link: string): string =>
  createHash("sha1").update(link).digest("base64").replace(/[+/=]/g, "").slice(0, 6).padStart(7, "A")

/** The text without `#topics#`, as shared posts lose them without a word. */
export const withoutTopics = (text: string): string => text.replace(/#[^#\n]+#/g, "")
