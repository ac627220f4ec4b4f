/**
 * `CallsLeft` in memory, where the ledger is the platform: nobody else calls.
 *
 * @module
 */
import { CallBudget, CallLedger, CallsLeft, Reading } from "@dualops/core"
import { DateTime, Effect, Layer } from "effect"

/** What the ledger has left of an ordinary app's calls, or of others if told. */
export const layer = (
  limits: CallBudget.Limits = CallBudget.ordinary
): Layer.Layer<CallsLeft.CallsLeft, never, CallLedger.CallLedger> =>
  Layer.effect(
    CallsLeft.CallsLeft,
    Effect.map(CallLedger.CallLedger, (ledger) => ({
      ask: (account) =>
        Effect.gen(function* () {
          const used = yield* ledger.used(CallBudget.callsOf(account), CallBudget.dayOf(yield* DateTime.now))
          return { calls: { most: limits.callsPerDay, left: limits.callsPerDay - used } }
        }).pipe(Effect.mapError(({ message }) => new Reading.TryLater({ code: "ledger", detail: message })))
    }))
  )
