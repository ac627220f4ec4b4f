/**
 * `QuotaLeft` in memory, where the ledger is the platform: nobody else calls.
 *
 * @module
 */
import { Reading } from "@dualops/core/operations"
import { Quota, QuotaLedger, QuotaLeft } from "@dualops/core/planning"
import { DateTime, Effect, Layer } from "effect"

/** What the ledger has left of an ordinary app's calls, or of others if told. */
export const layer = (
  limits: Quota.Limits = Quota.ordinary
): Layer.Layer<QuotaLeft.QuotaLeft, never, QuotaLedger.QuotaLedger> =>
  Layer.effect(
    QuotaLeft.QuotaLeft,
    Effect.map(QuotaLedger.QuotaLedger, (ledger) => ({
      ask: (account) =>
        Effect.gen(function* () {
          const used = yield* ledger.used(Quota.callsOf(account), Quota.dayOf(yield* DateTime.now))
          return { calls: { most: limits.callsPerDay, left: limits.callsPerDay - used } }
        }).pipe(Effect.mapError(({ message }) => new Reading.TryLater({ code: "ledger", detail: message })))
    }))
  )
