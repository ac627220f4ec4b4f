/**
 * The interfaces about comments.
 *
 * Source: the interface pages of comments/create, reply, destroy, show, to_me, by_me, mentions.
 *
 * @module
 */
import { TextLength } from "@dualops/core/content"
import { below } from "./Chance.ts"
import type { Desk, Serve } from "./Desk.ts"
import type { Commented } from "./Happening.ts"
import * as Paging from "./Paging.ts"
import * as PostText from "./PostText.ts"
import { answer, refuse } from "./Refusal.ts"
import * as Rendering from "./Rendering.ts"
import type { Account, World } from "./World.ts"

const list =
  (which: (world: World, account: Account, comment: Commented) => boolean): Serve =>
  ({ world }, account, call) => {
    const found = [...world.comments.values()].filter((comment) => which(world, account, comment))
    const render = (comment: Commented) => Rendering.comment(world, comment)
    return answer(Paging.envelope("comments", found, ({ comment }) => comment, call, { most: 200, usual: 50 }, render))
  }

/** Whether somebody else wrote it under one of the account's posts, or in answer to one of its comments. */
export const isToUs = (world: World, { uid }: Account, { post, by, answers }: Commented): boolean =>
  by !== uid && (world.posts.get(post)?.account === uid || world.comments.get(answers ?? "")?.by === uid)

/** Whether it names the account, under a post of somebody else. */
export const isMention = (world: World, { uid, name }: Account, { post, by, text }: Commented): boolean =>
  by !== uid && world.posts.get(post)?.account !== uid && PostText.mentions(text, name)

/** `comments/to_me`: what came to the account. */
export const toMe = list(isToUs)

/** `comments/by_me`: what the account wrote. */
export const byMe = list((_world, { uid }, { by }) => by === uid)

/** `comments/timeline`: what came to the account, and what it wrote. */
export const timeline = list((world, account, comment) => comment.by === account.uid || isToUs(world, account, comment))

/** `comments/mentions`: comments that mention the account. */
export const mentions = list(isMention)

/** `comments/show`: what stands under a post. */
export const show: Serve = (desk, account, call) =>
  desk.world.posts.has(call.params.get("id") ?? "")
    ? list((_world, _account, { post }) => post === call.params.get("id"))(desk, account, call)
    : refuse(20101, call.path)

/** `comments/create`: under a post. */
export const create: Serve = (desk, account, call) => write(desk, account, call, undefined)

/** `comments/reply`: to a comment; Weibo puts 回复@name: before the text unless told not to. */
export const reply: Serve = (desk, account, call) => write(desk, account, call, call.params.get("cid"))

const write = (
  { takesRepeats, world }: Desk,
  account: Account,
  call: Parameters<Serve>[2],
  cid: string | undefined
): ReturnType<Serve> => {
  const no = (code: number) => refuse(code, call.path)
  const post = call.params.get("id") ?? ""
  const sent = call.params.get("comment") ?? ""
  // In this order at Weibo too, as the tests of npm `weibo` have it: the words, the post, the comment.
  if (sent.trim() === "") return no(20008)
  if (TextLength.units(sent) > 280) return no(20012)
  if (!world.posts.has(post)) return no(20101)
  const answered = cid === undefined ? undefined : world.comments.get(cid)
  if (cid !== undefined && answered === undefined) return no(20201)
  const mine = [...world.comments.values()].filter(({ by }) => by === account.uid).at(-1)
  if (!takesRepeats && mine?.sent === sent && mine.post === post && mine.answers === answered?.comment) return no(20019)
  const isNamed = answered !== undefined && call.params.get("without_mention") !== "1"
  const written = comment(world, {
    post,
    by: account.uid,
    text: isNamed ? `回复@${world.nameOf(answered.by)}:${sent}` : sent,
    sent,
    ...(answered && { answers: answered.comment })
  })
  return answer(Rendering.comment(world, written))
}

/** Writes a comment into the world, whoever it is of. */
export const comment = (world: World, words: Omit<Commented, "_tag" | "comment" | "mid" | "at">): Commented => {
  const at = world.now()
  const day = new Date(at).toISOString().slice(2, 10).replaceAll("-", "")
  const mid = `202${day}${String(below(world.chance, 1_000_000_000)).padStart(9, "0")}`
  const written: Commented = { _tag: "Commented", comment: world.nextId(), mid, ...words, at }
  world.happen(written)
  return written
}

/** `comments/destroy`: the account's own, and whatever stands under its own posts. */
export const destroy: Serve = ({ world }, account, call) => {
  const found = world.comments.get(call.params.get("cid") ?? "")
  if (found === undefined) return refuse(20201, call.path)
  const isOurs = found.by === account.uid || world.posts.get(found.post)?.account === account.uid
  if (!isOurs) return refuse(20203, call.path)
  world.happen({ _tag: "CommentDeleted", comment: found.comment, at: world.now() })
  return answer(Rendering.comment(world, found))
}
