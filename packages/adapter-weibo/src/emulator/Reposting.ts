/**
 * The interface that reposts.
 *
 * Source: the interface page of statuses/repost.
 *
 * @module
 */
import { TextLength } from "@dualops/core/content"
import * as Comments from "./Comments.ts"
import type { Serve } from "./Desk.ts"
import type { Posted } from "./Happening.ts"
import * as PostText from "./PostText.ts"
import { answer, refuse } from "./Refusal.ts"
import * as Rendering from "./Rendering.ts"

/** `statuses/repost`: with words or without, and as a comment under the post (`is_comment` 1), under its origin (2) or both (3) as well. */
export const repost: Serve = ({ takesRepeats, world }, account, call) => {
  const no = (code: number) => refuse(code, call.path)
  const reposted = world.posts.get(call.params.get("id") ?? "")
  const sent = call.params.get("status") || "转发微博"
  const text = PostText.shorten(sent).trim()
  if (reposted === undefined) return no(20101)
  if (TextLength.units(text) > 280) return no(20012)
  const latest = world.postsOf(account.uid)[0]
  if (!takesRepeats && latest?.sent === sent && latest.repostOf === reposted.post) return no(20019)
  const posted: Posted = {
    _tag: "Posted",
    account: account.uid,
    post: world.nextId(),
    text,
    sent,
    pictures: 0,
    repostOf: reposted.post,
    at: world.now()
  }
  world.happen(posted)
  const asked = Number(call.params.get("is_comment") ?? 0)
  const under = [...(asked & 1 ? [reposted.post] : []), ...(asked & 2 ? [reposted.repostOf ?? reposted.post] : [])]
  for (const post of new Set(under)) {
    if (world.posts.has(post)) Comments.comment(world, { post, by: account.uid, text, sent })
  }
  return answer(Rendering.status(world, posted))
}
