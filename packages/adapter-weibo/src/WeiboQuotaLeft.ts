/**
 * `QuotaLeft` on Weibo: account/rate_limit_status. Source: the interface's page and its sample; which unit the user's limit has today is
 * not known, so it is taken for what may still be called now.
 *
 * @module
 */
import type { AccountId } from "@dualops/core/account"
import type { Moment } from "@dualops/core/calendar"
import { QuotaLeft } from "@dualops/core/planning"
import { DateTime, Duration, Effect, Layer } from "effect"
import { WeiboApi } from "./WeiboApi.ts"
import * as WeiboDate from "./WeiboDate.ts"
import * as WeiboEndpoint from "./WeiboEndpoint.ts"
import * as WeiboFailure from "./WeiboFailure.ts"
import type { RateLimits } from "./WeiboObjects.ts"

/** What is left for the accounts whose grants the client holds. */
export const layer: Layer.Layer<QuotaLeft.QuotaLeft, never, WeiboApi> = Layer.effect(
  QuotaLeft.QuotaLeft,
  Effect.gen(function* () {
    const api = yield* WeiboApi
    const ask = Effect.fn("WeiboQuotaLeft.ask")(function* (account: AccountId) {
      const said = yield* Effect.mapError(api.call(account, WeiboEndpoint.rateLimits, {}), WeiboFailure.ofReading)
      const post = (said.api_rate_limits ?? []).find(
        ({ api, limit_time_unit }) => isPosting.test(api) && limit_time_unit === "HOURS"
      )
      return {
        ...pair("calls", said.user_limit, said.remaining_user_hits),
        ...renewal(said, yield* DateTime.now),
        ...pair("fromAddress", said.ip_limit, said.remaining_ip_hits),
        ...pair("posts", post?.limit, post?.remaining_hits)
      }
    })
    return QuotaLeft.QuotaLeft.of({ ask })
  })
)

/** By Weibo's own clock where it counts the seconds, and by both clocks where it only names the time. */
const renewal = (
  { reset_time, reset_time_in_seconds: seconds }: typeof RateLimits.Type,
  now: Moment.Moment
): Pick<QuotaLeft.Said, "renewsIn"> => {
  if (seconds !== undefined && seconds >= 0) return { renewsIn: Duration.seconds(seconds) }
  const at = WeiboDate.parsePlain(reset_time ?? "")
  return at === undefined ? {} : { renewsIn: Duration.millis(Math.max(0, at - now.epochMilliseconds)) }
}

/** Weibo names it by its oldest route; `share` came later. */
const isPosting = /^\/(?:2\/)?statuses\/(?:share|update)(?:\.json)?$/

const pair = <Name extends keyof QuotaLeft.Said>(name: Name, most: number | undefined, left: number | undefined) =>
  most === undefined || left === undefined ? {} : { [name]: { most, left } }
