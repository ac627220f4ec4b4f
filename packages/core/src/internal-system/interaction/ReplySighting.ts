/**
 * Finds one's own reply again among the account's latest, after a reply whose outcome is unknown.
 *
 * @module
 */
import { DateTime, Duration } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import * as Sighting from "../content/Sighting.ts"
import type { Reply, Request } from "./Reply.ts"

/**
 * The one reply under this post that says this and is no older than the first attempt, or `undefined`: also where several do, for then nobody
 * can tell which it is. Not being seen proves nothing while the attempt may still be on its way.
 */
export const find = (request: Request, attempted: Moment, latest: ReadonlyArray<Reply>): Reply | undefined => {
  const [found, ...others] = all(request, attempted, latest)
  return others.length > 0 ? undefined : found
}

/** All replies under this post that say this and are no older than the first attempt. */
export const all = (request: Request, attempted: Moment, latest: ReadonlyArray<Reply>): ReadonlyArray<Reply> => {
  const earliest = DateTime.toEpochMillis(attempted) - Duration.toMillis(Sighting.skew)
  return latest.filter(
    (one) =>
      one.post === request.post &&
      DateTime.toEpochMillis(one.at) >= earliest &&
      Sighting.shows(withoutAddress(one.text), withoutAddress(request.text))
  )
}

/** Weibo puts 回复@name: before a reply to a comment. Source: the interface page of comments/reply. */
const withoutAddress = (text: string): string => text.replace(/^回复@[^:：\s]+[:：]/, "")
