/**
 * What the account has not looked at yet, by kind, and the word that it has.
 *
 * Source: the interface pages of remind/unread_count and remind/set_count. Here only set_count makes a count 0; whether Weibo's own pages
 * and its reading interfaces do so too is not known for an app.
 *
 * @module
 */
import * as Comments from "./Comments.ts"
import type { Serve } from "./Desk.ts"
import type { Happening } from "./Happening.ts"
import { invalid } from "./Parameters.ts"
import * as People from "./People.ts"
import { answer, refuse } from "./Refusal.ts"
import * as Timelines from "./Timelines.ts"
import type { Account, World } from "./World.ts"

const kinds = ["status", "follower", "cmt", "dm", "mention_status", "mention_cmt"] as const
type Kind = (typeof kinds)[number]

/** Counts that are always 0 here. */
const others = { group: 0, private_group: 0, notice: 0, invite: 0, badge: 0, photo: 0, msgbox: 0 }

/** `remind/unread_count`: of the account itself only. */
export const unread: Serve = ({ world }, account, call) => {
  if (call.params.get("uid") !== account.uid) return refuse(21335, call.path)
  const kindsOf = kindsFor(world, account)
  const counts = new Map<string, number>(kinds.map((kind) => [kind, 0]))
  for (const one of world.happenings) {
    if (one._tag === "Looked" && one.account === account.uid) counts.set(one.kind, 0)
    for (const kind of kindsOf(one)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return answer({ ...others, ...Object.fromEntries(counts) })
}

/** `remind/set_count`: makes one kind 0. */
export const look: Serve = ({ world }, account, call) => {
  const kind = call.params.get("type") ?? ""
  const all = [...kinds, ...Object.keys(others)]
  if (!all.includes(kind)) return refuse(10017, call.path, invalid("type", all.join("|"), kind))
  world.happen({ _tag: "Looked", account: account.uid, kind, at: world.now() })
  return answer({ result: true })
}

/** What a happening adds to, while it is to be seen. */
const kindsFor = (world: World, account: Account): ((one: Happening) => ReadonlyArray<Kind>) => {
  const friends = new Set(People.follows(world, account.uid, "friends"))
  const isMention = Timelines.isMention(world, account)
  return (one) => {
    switch (one._tag) {
      case "Posted":
        if (!world.posts.has(one.post)) return []
        return [
          ...(friends.has(one.account) ? (["status"] as const) : []),
          ...(isMention(one) ? (["mention_status"] as const) : [])
        ]
      case "Commented":
        if (!world.comments.has(one.comment)) return []
        return [
          ...(Comments.isToUs(world, account, one) ? (["cmt"] as const) : []),
          ...(Comments.isMention(world, account, one) ? (["mention_cmt"] as const) : [])
        ]
      case "Received":
        return one.account === account.uid && !["event", "mention"].includes(one.type) ? ["dm"] : []
      case "Followed":
        return one.account === account.uid && world.follows.get(`${one.fan} ${one.account}`) === one.at
          ? ["follower"]
          : []
      case "PostDeleted":
      case "CommentDeleted":
      case "Unfollowed":
      case "Messaged":
      case "Looked":
        return []
    }
  }
}
