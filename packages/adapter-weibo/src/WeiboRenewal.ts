/**
 * A grant that is dead or will be is a case on somebody's desk (`RenewalProcess` in core), and not a line in a log.
 *
 * @module
 */
import type { Publisher } from "@dualops/core/content"
import type { Editions, EventLog, StoreUnavailable } from "@dualops/core/operations"
import { Renewal, Renewals } from "@dualops/core/team"
import { DateTime, Duration, Effect, Layer, Result } from "effect"
import { WeiboApi } from "./WeiboApi.ts"
import type { TokenDead } from "./WeiboError.ts"
import * as WeiboGrants from "./WeiboGrants.ts"

/** How grants are watched. */
export interface Options {
  /** How long before its death a grant is a task; three days unless told. */
  readonly ahead?: Duration.Input
}

/**
 * The client it is given, which sees to it that whatever it finds out about a grant becomes a case, or settles one. That the store does not
 * answer fails no call: it is written down at the next one.
 */
export const layer = (
  options: Options = {}
): Layer.Layer<WeiboApi, never, WeiboApi | WeiboGrants.WeiboGrants | EventLog.EventLog | Editions.Editions> =>
  Layer.effect(
    WeiboApi,
    Effect.gen(function* () {
      const api = yield* WeiboApi
      const context = yield* Effect.context<WeiboGrants.WeiboGrants | EventLog.EventLog | Editions.Editions>()
      const watch = make(options)
      return WeiboApi.of({
        call: (account, endpoint, params, picture) =>
          Effect.gen(function* () {
            const held = yield* Effect.provide(watch.look(account), context)
            return yield* Effect.tapErrorTag(
              api.call(account, endpoint, params, picture),
              "WeiboError.TokenDead",
              (dead) => Effect.provide(watch.die(account, held, dead), context)
            )
          })
      })
    })
  )

/** Looks after the grant of an account for ever, also while nothing is called: a house that is silent is warned as well. */
export const run = (
  account: Publisher.AccountId,
  options: Options = {},
  every: Duration.Input = "1 hour"
): Effect.Effect<never, never, WeiboGrants.WeiboGrants | EventLog.EventLog | Editions.Editions> =>
  Effect.suspend(() => {
    const watch = make(options)
    return Effect.forever(Effect.andThen(watch.look(account), Effect.sleep(every)))
  })

/** The name of what an account holds that holds no grant. */
const none = Renewal.GrantName.make("none")

const make = ({ ahead = "3 days" }: Options) => {
  const renewals = Renewals.make()
  const written = new Set<string>()

  /** Each thing is written once; a store that does not answer is asked again the next time. */
  const once = <R>(what: string, write: Effect.Effect<void, StoreUnavailable, R>) =>
    written.has(what)
      ? Effect.void
      : write.pipe(
          Effect.tap(() => Effect.sync(() => written.add(what))),
          Effect.catch((unavailable) => Effect.logWarning(`${what} is not written down: ${unavailable.message}`)),
          // Where the edition does not know renewals, nothing else must stop for that.
          Effect.catchDefect((defect) => Effect.logError(`${what} cannot be written down`, defect))
        )

  /** What the account holds; a grant that is seen for the first time, or is about to expire, is told of. */
  const look = Effect.fnUntraced(function* (account: Publisher.AccountId) {
    const grants = yield* WeiboGrants.WeiboGrants
    const held = yield* Effect.result(grants.grant(account))
    if (Result.isFailure(held)) return none
    const grant = WeiboGrants.nameOf(held.success)
    yield* once(`the grant ${grant} of account ${account}`, renewals.see(account, grant))
    const { expiresAt } = held.success
    const soon = DateTime.addDuration(yield* DateTime.now, Duration.fromInputUnsafe(ahead))
    if (expiresAt !== undefined && DateTime.isLessThanOrEqualTo(expiresAt, soon)) {
      const wish = { account, grant, why: "expiring", detail: DateTime.formatIso(expiresAt), expiresAt } as const
      yield* once(`that the grant ${grant} of account ${account} expires`, renewals.want(wish))
    }
    return grant
  })

  const die = (account: Publisher.AccountId, grant: Renewal.GrantName, { code, detail }: TokenDead) =>
    once(
      `that the grant ${grant} of account ${account} is dead`,
      renewals.want({ account, grant, why: "dead", detail: `${code} ${detail}` })
    )

  return { look, die }
}
