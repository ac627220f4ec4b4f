/**
 * The interfaces that read posts of many people.
 *
 * Source: the interface pages of statuses/home_timeline, friends_timeline, public_timeline, mentions.
 *
 * @module
 */
import type { Serve } from "./Desk.ts"
import type { Posted } from "./Happening.ts"
import * as Paging from "./Paging.ts"
import * as People from "./People.ts"
import * as PostText from "./PostText.ts"
import { answer } from "./Refusal.ts"
import * as Rendering from "./Rendering.ts"
import type { Account, World } from "./World.ts"

const list =
  (size: Paging.Size, which: (world: World, account: Account) => (post: Posted) => boolean): Serve =>
  ({ world }, account, call) => {
    const found = [...world.posts.values()].filter(which(world, account))
    const render = (post: Posted) => Rendering.status(world, post)
    return answer(Paging.envelope("statuses", found, ({ post }) => post, call, size, render))
  }

/** `statuses/home_timeline`, also called `friends_timeline`: the account's own, and of whom it follows who authorised the app. */
export const home = list({ most: 100, usual: 20 }, (world, { uid }) => {
  const hidden = People.hidden(world)
  const shown = new Set([uid, ...People.follows(world, uid, "friends").filter((friend) => !hidden.has(friend))])
  return ({ account }) => shown.has(account)
})

/** `statuses/public_timeline`: the newest of everybody. */
export const everybody = list({ most: 200, usual: 50 }, () => () => true)

/** Whether a post is of a fan who authorised the app too, and names the account. */
export const isMention = (world: World, { name, uid }: Account): ((post: Posted) => boolean) => {
  const hidden = People.hidden(world)
  return ({ account, text }) => account !== uid && !hidden.has(account) && PostText.mentions(text, name)
}

/** `statuses/mentions`: the posts that mention the account. */
export const mentions = list({ most: 50, usual: 20 }, isMention)
