/**
 * A worker that runs beside the program.
 *
 * @module
 */
import { type Carrier, Worker } from "@dualops/core"
import type { Editions, Store } from "@dualops/core/operations"
import { Effect, Exit } from "effect"
import type { Lifetime } from "./Lifetime.ts"

/** A worker that was started. */
export interface Working extends AsyncDisposable {
  /** Takes nothing up any more, and comes back when what is in hand is done and kept. */
  readonly stop: () => Promise<void>
  /** Comes back when the worker was stopped, and rejects where it broke, which is never passed over: nobody who hears it is an unhandled rejection. */
  readonly ended: Promise<void>
}

/** Starts one. */
export const start = <C extends Carrier.AnyCarrier<unknown>>(
  lifetime: Lifetime<Carrier.NeedsOf<C> | Store | Editions.Editions>,
  work: Worker.Work<C>,
  how: { readonly poll?: number; readonly patience?: number }
): Working => {
  const stopped = new AbortController()
  const kept = lifetime.keep({ end: () => stop() })
  const ended = lifetime
    .run(Effect.exit(Effect.scoped(Effect.flatMap(Worker.start(work, how), ({ broken }) => broken))), stopped.signal)
    .catch((why: unknown) => {
      if (!stopped.signal.aborted) throw why
    })
    .then((exit) => {
      if (exit !== undefined && Exit.isFailure(exit) && !stopped.signal.aborted) throw exit.cause
    })
    .finally(() => kept.over())
  const stop = async () => {
    stopped.abort()
    await ended.catch(() => {})
  }
  return { stop, ended, [Symbol.asyncDispose]: stop }
}
