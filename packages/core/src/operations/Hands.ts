/**
 * The hands of a worker: those that are free at the same time are given their actions by one claim, for each claim is a transaction of its own that waits for
 * the disk, and that other workers wait for.
 *
 * @module
 */
import { Deferred, Effect, Exit } from "effect"
import type { StoreUnavailable } from "./StoreUnavailable.ts"
import type { Claimed, WorkQueue } from "./WorkQueue.ts"

/**
 * The queue, for hands of which each asks for one action of the same processes. No hand goes away while it is being given something: only the claim
 * itself can be interrupted, for all of them.
 */
export const sharing = (queue: WorkQueue["Service"]): WorkQueue["Service"] => {
  let asking: Array<Deferred.Deferred<ReadonlyArray<Claimed>, StoreUnavailable>> = []
  return {
    ...queue,
    claim: (processes, now, lease) =>
      Effect.uninterruptible(
        Effect.suspend(() => {
          const mine = Deferred.makeUnsafe<ReadonlyArray<Claimed>, StoreUnavailable>()
          asking.push(mine)
          if (asking.length > 1) return Deferred.await(mine)
          return Effect.gen(function* () {
            // Whoever is about to be free is waited for.
            for (let turn = 0; turn < turns; turn++) yield* Effect.yieldNow
            const hands = asking
            asking = []
            const claimed = yield* Effect.exit(Effect.interruptible(queue.claim(processes, now, lease, hands.length)))
            for (const [index, hand] of hands.entries()) {
              yield* Deferred.done(
                hand,
                Exit.map(claimed, (all) => all.slice(index, index + 1))
              )
            }
            return yield* Deferred.await(mine)
          })
        })
      )
  }
}

/** How often others have their turn before it is asked: a hand has a few calls of the store to the next action. */
const turns = 8
