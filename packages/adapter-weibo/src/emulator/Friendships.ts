/**
 * The interfaces about who follows whom.
 *
 * Source: the interface pages of friendships/followers, friends, show, and search/suggestions/at_users.
 *
 * @module
 */
import type { Serve } from "./Desk.ts"
import * as People from "./People.ts"
import { answer, refuse } from "./Refusal.ts"
import * as Rendering from "./Rendering.ts"
import type { World } from "./World.ts"

/** The account's own only, at most five a page, and only those who authorised the app. */
const page =
  (side: "friends" | "followers"): Serve =>
  ({ world }, account, call) => {
    if ((People.asked(world, call) ?? account.uid) !== account.uid) return refuse(21335, call.path)
    const all = People.follows(world, account.uid, side)
    const hidden = People.hidden(world)
    const shown = all.filter((uid) => !hidden.has(uid))
    const start = Number(call.params.get("cursor") ?? 0)
    const count = Math.min(5, Number(call.params.get("count") ?? 5))
    return answer({
      users: shown.slice(start, start + count).map((uid) => Rendering.user(world, uid)),
      next_cursor: start + count < shown.length ? start + count : 0,
      previous_cursor: Math.max(0, start - count),
      total_number: all.length
    })
  }

/** `friendships/followers`: who follows the account. */
export const followers = page("followers")

/** `friendships/friends`: whom the account follows. */
export const friends = page("friends")

/** `friendships/show`: how two users stand to each other; the source is the account unless another is named. */
export const show: Serve = ({ world }, account, call) => {
  const source = People.asked(world, call, "source_id", "source_screen_name") ?? account.uid
  const target = People.asked(world, call, "target_id", "target_screen_name")
  if (target === undefined) return refuse(20502, call.path)
  if (source === "nobody" || target === "nobody") return refuse(20501, call.path)
  return answer({ target: standing(world, target, source), source: standing(world, source, target) })
}

const standing = (world: World, one: string, other: string) => ({
  id: Number(one),
  screen_name: world.nameOf(one),
  followed_by: world.follows.has(`${other} ${one}`),
  following: world.follows.has(`${one} ${other}`),
  notifications_enabled: false
})

/** `search/suggestions/at_users`: of those the account follows (type 0) or who follow it (1), those with these words in their names. */
export const suggestions: Serve = ({ world }, account, call) => {
  const found = People.follows(world, account.uid, call.params.get("type") === "1" ? "followers" : "friends")
    .filter((uid) => world.nameOf(uid).includes(call.params.get("q") ?? ""))
    .slice(0, Number(call.params.get("count") || 10))
  return answer(found.map((uid) => ({ uid: Number(uid), nickname: world.nameOf(uid), remark: "" })))
}
