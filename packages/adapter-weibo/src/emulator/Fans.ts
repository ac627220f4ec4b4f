/**
 * What fans do: the side of the world that a brand has no say in.
 *
 * @module
 */
import * as Comments from "./Comments.ts"
import * as Delivery from "./Delivery.ts"
import * as PostText from "./PostText.ts"
import type { World } from "./World.ts"

/** What fans do, each by their id. */
export interface Fans {
  /** Writes a post of their own; with the account's name after an @ it is a mention. Gives the post's id. */
  readonly post: (fan: string, text: string) => string
  /** Reposts a post. Gives the id of the repost. */
  readonly repost: (fan: string, post: string, text: string) => string
  /** Comments on a post, or answers a comment under it. Gives the comment's id. */
  readonly comment: (fan: string, post: string, text: string, answers?: string) => string
  /** Takes their own comment away. */
  readonly withdraw: (comment: string) => void
  /** Has the pushes delivered that were held back. */
  readonly flush: () => Promise<void>
  /** Begins to follow, and the account is pushed the event. */
  readonly follow: (fan: string, account: string) => Promise<Delivery.Delivered>
  /** Stops following, and the account is pushed the event. */
  readonly unfollow: (fan: string, account: string) => Promise<Delivery.Delivered>
  /** Sends the account a private text. */
  readonly write: (fan: string, account: string, text: string) => Promise<Delivery.Delivered>
  /** Anything else that the fan service pushes: its type, its text, its data. */
  readonly push: (
    fan: string,
    account: string,
    type: string,
    text: string,
    data: Readonly<Record<string, string>>
  ) => Promise<Delivery.Delivered>
}

/** The fans of a world, with where each account takes pushes. */
export const make = (world: World, targets: Readonly<Record<string, Delivery.Target>>): Fans => {
  const pushers = new Map(Object.entries(targets).map(([account, target]) => [account, Delivery.pusher(world, target)]))
  const post = (account: string, text: string, repostOf?: string): string => {
    const id = world.nextId()
    const stored = PostText.shorten(text).trim()
    const at = world.now()
    world.happen({
      _tag: "Posted",
      account,
      post: id,
      text: stored,
      sent: text,
      pictures: 0,
      ...(repostOf && { repostOf }),
      at
    })
    return id
  }
  const push: Fans["push"] = async (fan, account, type, text, data) => {
    const received = { _tag: "Received", account, fan, type, text, data, at: world.now() } as const
    world.happen(received)
    return pushers.get(account)?.push(received) ?? { tries: [] }
  }
  return {
    post: (fan, text) => post(fan, text),
    repost: (fan, of, text) => post(fan, text, of),
    comment: (by, under, text, answers) =>
      Comments.comment(world, { post: under, by, text, sent: text, ...(answers && { answers }) }).comment,
    flush: async () => {
      for (const { flush } of pushers.values()) await flush()
    },
    withdraw: (comment) => world.happen({ _tag: "CommentDeleted", comment, at: world.now() }),
    follow: (fan, account) => {
      world.happen({ _tag: "Followed", fan, account, at: world.now() })
      return push(fan, account, "event", "关注事件消息", { subtype: "follow" })
    },
    unfollow: (fan, account) => {
      world.happen({ _tag: "Unfollowed", fan, account, at: world.now() })
      return push(fan, account, "event", "取消关注事件消息", { subtype: "unfollow" })
    },
    write: (fan, account, text) => push(fan, account, "text", text, {}),
    push
  }
}
