/**
 * What a worker has in hand, so that it can stop without leaving anything half done: what was handed out and neither settled nor given back.
 *
 * @module
 */
import { Effect, Latch } from "effect"
import type { Claimed, WorkQueue } from "./WorkQueue.ts"

/** A queue that hands out no more actions once it is shut. */
export interface Watched {
  readonly queue: WorkQueue["Service"]
  /** Hands out nothing from now on, and waits until what was handed out is over. What was cut off before keeps nobody waiting: it stays so. */
  readonly shut: Effect.Effect<void>
}

/** Watches what the queue hands out to one worker. */
export const watch = (queue: WorkQueue["Service"]): Watched => {
  const idle = Latch.makeUnsafe(true)
  const inHand = new Set<Claimed>()
  let [asking, isShut] = [0, false]
  const weigh = Effect.suspend(() => (asking + inHand.size === 0 ? idle.open : idle.close))
  const over = (action: Claimed) =>
    Effect.andThen(
      Effect.sync(() => inHand.delete(action)),
      weigh
    )
  const asked = (by: 1 | -1) =>
    Effect.andThen(
      Effect.sync(() => {
        asking += by
      }),
      weigh
    )
  return {
    queue: {
      ...queue,
      claim: (...asks) =>
        Effect.suspend(() => {
          if (isShut) return Effect.succeed([])
          const claiming = Effect.tap(queue.claim(...asks), (claimed) =>
            Effect.sync(() => {
              for (const one of claimed) if (!one.interrupted) inHand.add(one)
            })
          )
          return Effect.acquireUseRelease(
            asked(1),
            () => claiming,
            () => asked(-1)
          )
        }),
      settle: (action) => Effect.tap(queue.settle(action), () => over(action)),
      postpone: (action, until) => Effect.tap(queue.postpone(action, until), () => over(action))
    },
    shut: Effect.suspend(() => {
      isShut = true
      return idle.await
    })
  }
}
