/**
 * OAuth2 with Weibo: the address where an account says yes, the exchange, what a token is worth, and its end.
 *
 * A web app gets no refresh token: before the token dies a person has to say yes again. `WeiboRenewal` makes that a case, ahead of
 * time. Source: the OAuth2 pages and the page on authorisation.
 *
 * @module
 */
import { AccountId } from "@dualops/core/account"
import { DateTime, Duration, Effect, Redacted, type Result, Schema } from "effect"
import { HttpBody, type HttpClient, HttpClientRequest } from "effect/http"
import * as WeiboAnswer from "./WeiboAnswer.ts"
import type { WeiboError } from "./WeiboError.ts"
import * as WeiboHosts from "./WeiboHosts.ts"
import { Id, Whole } from "./WeiboJson.ts"
import * as WeiboTransport from "./WeiboTransport.ts"

/** The app as Weibo knows it. */
export interface App {
  readonly key: string
  readonly secret: Redacted.Redacted
  /** Where Weibo sends the person back to; registered with the app. */
  readonly redirect: string
  /** Weibo itself unless told. */
  readonly hosts?: WeiboHosts.WeiboHosts
}

/** The address to which the person who may speak for the account is sent; `state` comes back with them. */
export const authorizeUrl = (app: App, state: string): string => {
  const url = new URL(`${(app.hosts ?? WeiboHosts.weibo).api}/oauth2/authorize`)
  url.searchParams.set("client_id", app.key)
  url.searchParams.set("redirect_uri", app.redirect)
  url.searchParams.set("response_type", "code")
  url.searchParams.set("state", state)
  return url.href
}

const Exchanged = WeiboAnswer.read(
  Schema.Struct({ access_token: Schema.String, expires_in: Whole, uid: Id }),
  () => "an answer that may hold a token"
)
const Info = WeiboAnswer.read(Schema.Struct({ uid: Id, create_at: Whole, expire_in: Whole }))
const Revoked = WeiboAnswer.read(Schema.Struct({ result: Schema.Literals([true, "true"]) }))

/** Exchanges the code that came back for a grant, and says of which account. A code is good once. */
export const exchange = Effect.fn("WeiboOAuth.exchange")(function* (app: App, code: string) {
  const answer = yield* post(
    app,
    "/oauth2/access_token",
    Exchanged,
    {
      client_id: app.key,
      client_secret: Redacted.value(app.secret),
      grant_type: "authorization_code",
      code,
      redirect_uri: app.redirect
    },
    app.secret,
    Redacted.make(code)
  )
  const now = yield* DateTime.now
  const expiresAt = DateTime.addDuration(now, Duration.seconds(answer.expires_in))
  return {
    account: AccountId.make(answer.uid),
    grant: { token: Redacted.make(answer.access_token), expiresAt }
  }
})

/** What a token is worth: whose it is, and when it dies. */
export const inspect = Effect.fn("WeiboOAuth.inspect")(function* (app: App, token: Redacted.Redacted) {
  const answer = yield* post(app, "/oauth2/get_token_info", Info, { access_token: Redacted.value(token) }, token)
  const now = yield* DateTime.now
  const expiresAt = DateTime.addDuration(now, Duration.seconds(answer.expire_in))
  return { account: AccountId.make(answer.uid), grant: { token, expiresAt } }
})

/** Gives a token back; it is dead from now on. */
export const revoke = Effect.fn("WeiboOAuth.revoke")(function* (app: App, token: Redacted.Redacted) {
  yield* post(app, "/oauth2/revokeoauth2", Revoked, { access_token: Redacted.value(token) }, token)
})

const post = <A>(
  app: App,
  path: string,
  read: (status: number, text: string) => Result.Result<A, WeiboError>,
  form: Readonly<Record<string, string>>,
  ...secrets: ReadonlyArray<Redacted.Redacted>
): Effect.Effect<A, WeiboError, HttpClient.HttpClient> =>
  WeiboTransport.send(
    HttpClientRequest.post(`${(app.hosts ?? WeiboHosts.weibo).api}${path}`, { body: HttpBody.urlParams(form) }),
    secrets,
    "10 seconds",
    path
  ).pipe(Effect.flatMap(({ status, text }) => Effect.fromResult(read(status, text))))
