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
import type { Publication } from "./Publisher.ts"

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
  const earliest = DateTime.toEpochMillis(attempted) - Duration.toMillis(skew)
  return latest.filter((one) => DateTime.toEpochMillis(one.at) >= earliest && shows(one.text, content.text))
}

/**
 * Whether the text that the platform shows is this text. Of what it may have changed, that which it shows as it was is compared; a text that
 * is nothing but links cannot be told from another.
 */
export const shows = (shown: string, sent: string): boolean => {
  const ours = reduce(sent)
  if (ours.replaceAll(link, "") === "" || !showsMarks(shown, sent)) return false
  const theirs = reduce(shown)
  if (ours === theirs) return true
  const cut = /(?:\.{3}|…)(?:全文)?$/.exec(theirs)
  return cut !== null && cut.index >= 60 && ours.startsWith(theirs.slice(0, cut.index))
}

const showsMarks = (shown: string, sent: string): boolean => {
  const topics = shown.match(aTopic) ?? []
  const links = (shown.match(aLink) ?? []).filter((address) => !/^https?:\/\/t\.cn\//.test(address))
  return (
    (topics.length === 0 || topics.join() === (sent.match(aTopic) ?? []).join()) &&
    links.every((address) => sent.includes(address))
  )
}

const aTopic = /#([^#\n]+)#/g
const aLink = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/g
const link = "\u{1F517}"

const entities: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"' }

const reduce = (text: string): string =>
  text
    .replace(/&(?:lt|gt|amp|quot);/g, (entity) => entities[entity] ?? entity)
    .replace(aTopic, "")
    .replace(aLink, link)
    .replace(/[\s\u200b]+/g, "")
