/**
 * Finds one's own post again among the account's latest, after a publish whose outcome is unknown.
 *
 * What the platform shows is not what was sent: links are shortened, `#topics#` may have been stripped, `<`, `>` and `&` may
 * come escaped, space at the ends is gone, and a long text may be cut. So both sides are reduced to what survives.
 * Source: the interface page of statuses/share, reports of its users, and recorded statuses.
 *
 * @module
 */
import { DateTime, Duration } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { Content } from "./Content.ts"
import * as Link from "./Link.ts"
import type { Publication } from "./Publication.ts"
import * as Repost from "./Repost.ts"
import { allowance } from "./Route.ts"
import * as TextLength from "./TextLength.ts"

/** How far the platform's clock may be behind one's own. */
export const skew: Duration.Duration = Duration.minutes(2)

/**
 * The one publication that shows this content and is no older than the first attempt to publish it, or `undefined`: also where several do, for
 * then nobody can tell which it is. Not being seen proves nothing while the attempt may still be on its way: look again before publishing again.
 */
export const find = (
  content: Content,
  attempted: Moment,
  latest: ReadonlyArray<Publication>
): Publication | undefined => {
  const [found, ...others] = all(content, attempted, latest)
  return others.length > 0 ? undefined : found
}

/** All publications that show this content and are no older than the first attempt to publish it. */
export const all = (
  content: Content,
  attempted: Moment,
  latest: ReadonlyArray<Publication>
): ReadonlyArray<Publication> => {
  const earliest = earliestOf(attempted)
  const text = content.repostOf === undefined ? content.text : Repost.textOf(content)
  return latest.filter(
    (one) => DateTime.toEpochMillis(one.at) >= earliest && passesOn(one, content) && shows(one.text, text, one)
  )
}

/** Of the latest that an account wrote at least so many are shown, if there are so many. Source: the permission page, own timeline. */
const leastShown = 5

/** Whether the latest that an account wrote reach back to an attempt: where they do not, it may be out and not among them. */
export const reachesBack = (attempted: Moment, latest: ReadonlyArray<{ readonly at: Moment }>): boolean =>
  latest.length < leastShown || latest.some(({ at }) => DateTime.toEpochMillis(at) < earliestOf(attempted))

const earliestOf = (attempted: Moment): number => DateTime.toEpochMillis(attempted) - Duration.toMillis(skew)

/** A repost is known by what it passes on as well, for many have the same words; what passes something on is no post of one's own. */
const passesOn = ({ repostOf: shown }: Publication, { repostOf: sent }: Content): boolean =>
  sent === undefined ? shown === undefined : shown?.includes(sent) === true

/** What the platform says of a text beside showing it; nothing where it says nothing. */
export type Said = Pick<Publication, "cut" | "length">

/**
 * Whether the text that the platform shows is this text. Of what it may have changed, that which it shows as it was is compared; a text that
 * is nothing but links cannot be told from another. Of a text that is shown cut the beginning is compared, and the length of the whole where
 * the platform says it.
 */
export const shows = (shown: string, sent: string, said: Said = {}): boolean => {
  const ours = reduce(sent)
  if (ours.replaceAll(link, "") === "" || !measures(said.length, sent)) return false
  if (ours === reduce(shown) && showsTopics(shown, sent) && showsLinks(shown, sent)) return true
  return said.cut !== false && begins(shown, sent, said)
}

/** Whether the platform's count may be that of this text, whatever became of its links, its topics, its signs and its blanks. */
const measures = (length: number | undefined, sent: string): boolean => {
  if (length === undefined) return true
  const plain = (text: string, long: (link: string) => number) => Link.replace(text, (link) => "x".repeat(long(link)))
  const least = plain(sent.replace(aTopic, ""), () => TextLength.link).replace(blanks, "")
  // Older links have eight characters in place of seven, and those to Weibo itself are counted as they are.
  const most = plain(sent, ({ length }) => Math.max(TextLength.link + 1, length)).replace(/[<>&"]/g, "&quot;")
  return TextLength.units(least) <= length && length <= TextLength.units(most)
}

/**
 * Whether a text that the platform does not show to its end begins as this one. It says so (`isLongText`), or shows what leads to the whole
 * (`...全文： http://m.weibo.cn/…`, in older forms without a word or without a link), or breaks off where a short text would be full.
 */
const begins = (shown: string, sent: string, { cut }: Said): boolean => {
  // Whatever stands behind the text is short, and a pattern is not tried on more than that.
  const [text, end] = [shown.slice(0, -200), shown.slice(-200)]
  const hasTail = tail.test(end)
  const isFull = TextLength.units(sent) > most && TextLength.units(shown.trimEnd()) >= most - 40
  if (!hasTail && cut !== true && !isFull) return false
  const seen = text + end.replace(tail, "").replace(brokenOff, "")
  return (
    showsLinks(seen, sent) &&
    [reduce, reduceKeepingTopics].some((form) => {
      const theirs = form(seen)
      return theirs.length >= 60 && form(sent).startsWith(theirs)
    })
  )
}

/** How much of a text Weibo shows at most. Source: recorded long posts, of which 263 to 280 units were shown. */
const most = allowance.share.units

/** What Weibo puts behind a text that it has cut. */
const tail = /(?:(?:\.{3}|…)+\s*(?:展开)?(?:全文)?|全文)[\s：:]*(?:https?:\/\/[!-~]+)?[\s\u200b]*$/

/** A link or the beginning of one, half a pair of surrogates, or the beginning of an escaped sign: it goes on in the whole text, or may. */
const brokenOff = /(?:https?:\/\/[!-~]*|h(?:t(?:t(?:p(?:s?(?::\/?\/?)?)?)?)?)?|&[a-z]{0,4}|[\uD800-\uDBFF])$/

const showsTopics = (shown: string, sent: string): boolean => {
  const topics = shown.match(aTopic) ?? []
  return topics.length === 0 || topics.join() === (sent.match(aTopic) ?? []).join()
}

const showsLinks = (shown: string, sent: string): boolean =>
  Link.all(shown)
    .map(({ end, start }) => shown.slice(start, end))
    .every((address) => /^https?:\/\/t\.cn\//.test(address) || sent.includes(address))

const aTopic = /#([^#\n]+)#/g
const link = "\u{1F517}"

const entities: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"' }

const blanks = /[\s\u200b]+/g

const reduce = (text: string): string => squeezed(unescaped(text).replace(aTopic, ""))

/** The same with the topics, which only the route `share` strips. */
const reduceKeepingTopics = (text: string): string => squeezed(unescaped(text))

const unescaped = (text: string): string =>
  text.replace(/&(?:lt|gt|amp|quot);/g, (entity) => entities[entity] ?? entity)

const squeezed = (text: string): string => Link.replace(text, () => link).replace(blanks, "")
