/**
 * Interfaces that are not spoken here: those that Weibo has, and those that nobody has.
 *
 * Source: the list of interfaces of the second API, by their groups.
 *
 * @module
 */
import { type Answer, refuse } from "./Refusal.ts"

const groups = [
  "account",
  "attitudes",
  "comments",
  "common",
  "direct_messages",
  "eps",
  "favorites",
  "friendships",
  "location",
  "messages",
  "notification",
  "place",
  "proxy",
  "register",
  "remind",
  "search",
  "short_url",
  "statuses",
  "suggestions",
  "tags",
  "trends",
  "users"
]

const path = new RegExp(`^/2/(${groups.join("|")})(/[a-z0-9_/]+)?\\.json$`)

/** Not 10020 for what Weibo may well have: whoever reads it would take the interface for gone. */
export const refusal = (called: string): Answer =>
  path.test(called)
    ? { ...refuse(10002, called, "the emulator does not speak this interface; Weibo may"), status: 501 }
    : refuse(10020, called)
