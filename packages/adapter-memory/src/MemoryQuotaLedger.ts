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
  const counts = new Map<string, Map<number, number>>()
  const used = (counter: string, window: Moment.Moment) => counts.get(counter)?.get(window.epochMilliseconds) ?? 0
  const takeOne = ({ counter, window }: QuotaLedger.Claim) => {
    const windows = counts.get(counter) ?? new Map<number, number>()
    counts.set(counter, windows)
    windows.set(window.epochMilliseconds, used(counter, window) + 1)
    const oldest = DateTime.subtractDuration(window, QuotaLedger.keptFor).epochMilliseconds
    for (const begins of windows.keys()) if (begins < oldest) windows.delete(begins)
  }
  return {
    used: (counter, window) => Effect.sync(() => used(counter, window)),
    take: (claims) =>
      Effect.suspend(() => {
        const claim = claims.find(({ counter, window, most }) => used(counter, window) >= most)
        if (claim !== undefined) {
          return Effect.fail(new QuotaLedger.UsedUp({ claim, used: used(claim.counter, claim.window) }))
        }
        for (const claim of claims) takeOne(claim)
        return Effect.void
      })
  }
})
