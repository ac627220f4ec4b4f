/**
 * Weibo's quotas kept before Weibo has to say no: every call is taken from the ledger that all processes share.
 *
 * @module
 */
import type { Publisher } from "@dualops/core/content"
import type { StoreUnavailable } from "@dualops/core/operations"
import { Quota, QuotaLedger } from "@dualops/core/planning"
import { DateTime, Effect, Layer } from "effect"
import { WeiboApi } from "./WeiboApi.ts"
import { RateLimited, Unreachable, type WeiboError } from "./WeiboError.ts"

/** What the budget is. */
export interface Options {
  /** What Weibo allows the app; an ordinary app's quotas unless told. */
  readonly limits?: Quota.Limits
  /** How many of an account's calls of the day polling must leave alone, from `QuotaPlan`; 20 unless told. */
  readonly reserve?: (account: Publisher.AccountId) => Effect.Effect<number>
  /** The name of the address that the calls come from, where several machines share the ledger. */
  readonly address?: string
}

/** Weibo's own number for each quota. Source: the error-code page. */
const codeOf = (counter: string): number =>
  counter.startsWith("posts") ? 20016 : counter.startsWith("calls from") ? 10022 : 10023

/** The client it is given, with the budget before every call. */
export const layer = (options: Options = {}): Layer.Layer<WeiboApi, never, WeiboApi | QuotaLedger.QuotaLedger> =>
  Layer.effect(
    WeiboApi,
    Effect.gen(function* () {
      const api = yield* WeiboApi
      const ledger = yield* QuotaLedger.QuotaLedger
      const { limits = Quota.ordinary, reserve = () => Effect.succeed(20), address } = options

      return WeiboApi.of({
        call: (account, endpoint, params, picture) =>
          Effect.gen(function* () {
            const at = yield* DateTime.now
            const kept = yield* reserve(account)
            const call = { account, purpose: endpoint.purpose, at, ...(address !== undefined && { address }) }
            yield* Effect.mapError(ledger.take(Quota.claims(limits, kept, call)), (refused) => toError(refused, at))
            return yield* api.call(account, endpoint, params, picture)
          })
      })
    })
  )

/** Without the ledger nobody knows what is left, so nothing is sent. */
const toError = (refused: QuotaLedger.UsedUp | StoreUnavailable, at: DateTime.Utc): WeiboError =>
  refused._tag === "QuotaLedger.UsedUp"
    ? new RateLimited({
        code: codeOf(refused.claim.counter),
        detail: refused.message,
        after: DateTime.distance(at, Quota.reopens(refused.claim))
      })
    : new Unreachable({ detail: refused.message })
