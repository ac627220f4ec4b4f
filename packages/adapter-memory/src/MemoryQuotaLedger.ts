/**
 * `QuotaLedger` in memory, for one process.
 *
 * @module
 */
import type { Moment } from "@dualops/core/calendar"
import { QuotaLedger } from "@dualops/core/planning"
import { DateTime, Effect, Layer } from "effect"

/** A ledger in which nothing is used up. */
export const layer: Layer.Layer<QuotaLedger.QuotaLedger> = Layer.sync(QuotaLedger.QuotaLedger, () => {
  const counts = new Map<string, number>()
  const nameOf = (counter: string, window: Moment.Moment) => `${counter} ${DateTime.toEpochMillis(window)}`
  const used = (counter: string, window: Moment.Moment) => counts.get(nameOf(counter, window)) ?? 0
  return {
    used: (counter, window) => Effect.sync(() => used(counter, window)),
    take: (claims) =>
      Effect.suspend(() => {
        const claim = claims.find(({ counter, window, most }) => used(counter, window) >= most)
        if (claim !== undefined) {
          return Effect.fail(new QuotaLedger.UsedUp({ claim, used: used(claim.counter, claim.window) }))
        }
        for (const { counter, window } of claims) counts.set(nameOf(counter, window), used(counter, window) + 1)
        return Effect.void
      })
  }
})
