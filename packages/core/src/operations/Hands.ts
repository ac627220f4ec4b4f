/**
 * The hands of a worker: those that are free at the same time are given their actions by one claim, for each claim is a transaction of its own that waits for
 * the disk, and that other workers wait for.
 *
 * @module
 */
import { Array as Arrays, Deferred, Effect, Exit } from "effect"
import type { StoreUnavailable } from "./StoreUnavailable.ts"
import type { Claimed, WorkQueue } from "./WorkQueue.ts"

type Hand = Deferred.Deferred<ReadonlyArray<Claimed>, StoreUnavailable>

/**
 * The queue, for hands of which each asks for one action of the same processes. No hand goes away while it is being given something: only a claim
 * can be interrupted, for all of them.
 */
export const sharing = (queue: WorkQueue["Service"]): WorkQueue["Service"] => {
  let asking: Array<Hand> = []
  return {
    ...queue,
    claim: (processes, now, lease) => {
      const fill = Effect.fnUntraced(function* (hands: ReadonlyArray<Hand>): Effect.fn.Return<void> {
        const claimed = yield* Effect.exit(Effect.interruptible(queue.claim(processes, now, lease, hands.length)))
        const given = Exit.isSuccess(claimed) ? claimed.value : []
        const [filled, others] = Arrays.splitAt(hands, given.length)
        for (const [index, hand] of filled.entries()) yield* Deferred.succeed(hand, given.slice(index, index + 1))
        // Other workers may have had in their hands what was looked at, while more is waiting.
        if (filled.length > 0 && others.length > 0) return yield* fill(others)
        for (const hand of others) yield* Deferred.done(hand, claimed)
      })
      return Effect.uninterruptible(
        Effect.suspend(() => {
          const mine: Hand = Deferred.makeUnsafe()
          asking.push(mine)
          if (asking.length > 1) return Deferred.await(mine)
          return Effect.gen(function* () {
            // Whoever is about to be free is waited for.
            for (let turn = 0; turn < turns; turn++) yield* Effect.yieldNow
            const hands = asking
            asking = []
            yield* fill(hands)
            return yield* Deferred.await(mine)
          })
        })
      )
    }
  }
}

/** How often others have their turn before it is asked: a hand has a few calls of the store to the next action. */
const turns = 8
