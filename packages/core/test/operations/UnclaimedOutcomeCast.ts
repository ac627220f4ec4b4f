/**
 * Posts of which nobody has heard, and carriers that answer late.
 *
 * @module
 */
import { PostId } from "@dualops/core/account"
import { Post } from "@dualops/core/content"
import { Carrier, Worker } from "@dualops/core/operations"
import { Actor } from "@dualops/core/process"
import { type DateTime, Effect } from "effect"
import { TestClock } from "effect/testing"
import { content, later, lin, send, slot, tang, work } from "./house.ts"

export const out = { post: PostId.make("501"), publishedAt: slot }
export const changed = { content: { ...content, text: `${content.text}！` }, slot: later(600) }

/** Nobody has heard of the publication: it has been looked for as often as the handbook says, and given up. */
export const givenUp = Effect.gen(function* () {
  yield* send("TimeOut", Actor.clock("patience"), {})
  for (const look of [1, 2, 3]) yield* send("NotSeen", Actor.world, { detail: "not there" }, `look ${look}`)
  yield* send("GiveUp", tang, {})
})

/** A carrier of posts that is slow: all this happens before it answers. */
export const slow = <E, R>(
  meanwhile: Effect.Effect<unknown, E, R>,
  answer: Effect.Effect<typeof out, Carrier.Failure> = Effect.succeed(out)
) => Carrier.make(Post.publish, () => Effect.andThen(Effect.orDie(meanwhile), answer))

export const roundWith = <R>(carrier: Carrier.AnyCarrier<R>, moment: DateTime.Utc) =>
  Effect.andThen(TestClock.setTime(moment.epochMilliseconds), Worker.round({ ...work, carriers: [carrier] }))

/** Given up, and edited after that. */
export const edited = Effect.andThen(givenUp, send("Edit", lin, changed))
