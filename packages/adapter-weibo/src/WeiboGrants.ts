/**
 * Which token the app holds for which account.
 *
 * @module
 */
import { createHash } from "node:crypto"
import type { AccountId } from "@dualops/core/account"
import { Renewal } from "@dualops/core/team"
import { Context, type DateTime, Effect, Layer, Redacted } from "effect"
import { TokenDead } from "./WeiboError.ts"

/** What an account granted to the app. The token is never printed, stored in an event or logged. */
export interface Grant {
  readonly token: Redacted.Redacted
  /** When Weibo lets the token die; web apps cannot renew it without a person. */
  readonly expiresAt?: DateTime.Utc
}

/** A name of a grant that tells it from others: a part of a digest, from which nobody gets back to the token. */
export const nameOf = ({ token }: Pick<Grant, "token">): Renewal.GrantName =>
  Renewal.GrantName.make(createHash("sha256").update(Redacted.value(token)).digest("hex").slice(0, 16))

/** Which token the app holds for which account. */
export class WeiboGrants extends Context.Service<
  WeiboGrants,
  {
    /** The grant of an account; without one the account has to authorise the app first. */
    readonly grant: (account: AccountId) => Effect.Effect<Grant, TokenDead>
  }
>()("@dualops/adapter-weibo/WeiboGrants") {}

/** Grants that are known when the program starts, by account id. */
export const layer = (grants: Readonly<Record<string, Grant>>): Layer.Layer<WeiboGrants> =>
  Layer.succeed(WeiboGrants, {
    grant: (account) => {
      const grant = grants[account]
      return grant === undefined
        ? // 21332 is Weibo's own code for a token that it does not know.
          Effect.fail(new TokenDead({ code: 21332, detail: `no grant of account ${account} is held` }))
        : Effect.succeed(grant)
    }
  })
