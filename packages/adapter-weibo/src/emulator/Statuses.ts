/**
 * The interfaces that read and delete posts.
 *
 * Source: the interface pages of statuses/user_timeline, repost_timeline, show, count, destroy.
 *
 * @module
 */
import type { Serve } from "./Desk.ts"
import type { Posted } from "./Happening.ts"
import * as Paging from "./Paging.ts"
import { invalid } from "./Parameters.ts"
import * as People from "./People.ts"
import { answer, refuse } from "./Refusal.ts"
import * as Rendering from "./Rendering.ts"

const idOf = ({ post }: Posted) => post

/** `statuses/user_timeline`: the five newest posts of the account that the token is of, whatever is asked for. */
export const userTimeline: Serve = ({ world }, account, call) => {
  if ((People.asked(world, call) ?? account.uid) !== account.uid) return refuse(21335, call.path)
  const render = (post: Posted) => Rendering.status(world, post)
  return answer(Paging.envelope("statuses", world.postsOf(account.uid), idOf, call, { most: 5, usual: 5 }, render))
}

/** `statuses/repost_timeline`: the reposts of a post. */
export const repostTimeline: Serve = ({ world }, _account, call) => {
  const id = call.params.get("id") ?? ""
  if (!world.posts.has(id)) return refuse(20101, call.path)
  const found = [...world.posts.values()].filter(({ repostOf }) => repostOf === id)
  const render = (post: Posted) => Rendering.status(world, post)
  return answer(Paging.envelope("reposts", found, idOf, call, { most: 200, usual: 20 }, render))
}

/** `statuses/show`: one post of the account. */
export const show: Serve = ({ world }, account, call) => {
  const post = world.posts.get(call.params.get("id") ?? "")
  if (post === undefined) return refuse(20101, call.path)
  return post.account === account.uid ? answer(Rendering.status(world, post)) : refuse(20112, call.path)
}

/** `statuses/count`: a bare list; what is gone or never was is left out without a word. */
export const count: Serve = ({ world }, _account, call) => {
  const ids = (call.params.get("ids") ?? "").split(",").filter((id) => id !== "")
  // The colon is Weibo's own, and a wide one.
  if (ids.length === 0) return refuse(10017, call.path, invalid("ids", "str[str length：1~-1]", ""))
  if (ids.length > 100) return refuse(20009, call.path)
  const found = ids.filter((id) => world.posts.has(id))
  return answer(
    found.map((id) => {
      const { reposts_count, comments_count, attitudes_count } = Rendering.counts(world, id)
      return { id: Number(id), idstr: id, comments: comments_count, reposts: reposts_count, attitudes: attitudes_count }
    })
  )
}

/** `statuses/destroy`: the account's own only. */
export const destroy: Serve = ({ world }, account, call) => {
  const post = world.posts.get(call.params.get("id") ?? "")
  if (post === undefined) return refuse(20101, call.path)
  if (post.account !== account.uid) return refuse(20102, call.path)
  world.happen({ _tag: "PostDeleted", post: post.post, at: world.now() })
  return answer({ ...Rendering.status(world, post), deleted: "1" })
}
