/**
 * How the app gets the grant of an account: the person who may speak for it says yes at Weibo, and comes back with a code.
 *
 * @module
 */
import { WeiboHosts, WeiboOAuth } from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { DateTime, Effect, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"

const environment = { APP_KEY: "1352222456", APP_SECRET: "emulated-secret" }
const emulator = await Emulator.startAsync({ accounts: [{ uid: "1000000001", name: "星河茶饮", token: "2.00old" }] })

// #region authorise
const app: WeiboOAuth.App = {
  key: environment.APP_KEY,
  secret: Redacted.make(environment.APP_SECRET),
  redirect: "https://api.weibo.com/oauth2/default.html", // as it is registered with the app, to the letter
  hosts: WeiboHosts.at(emulator.url) // for Weibo itself leave this out
}
const state = crypto.randomUUID()
const address = WeiboOAuth.authorizeUrl(app, state) // opened by whoever is signed in as the account

/** What came back in the address to which Weibo has sent the browser. */
const cameBack = async (code: string) => {
  const exchange = WeiboOAuth.exchange(app, code).pipe(Effect.provide(FetchHttpClient.layer))
  const { account, grant } = await Effect.runPromise(exchange)
  return { WEIBO_TOKEN: Redacted.value(grant.token), account, expires: DateTime.formatIsoDate(grant.expiresAt) }
}
// #endregion

/** What a browser does when the person says yes. */
const sayYes = async () => {
  const { headers } = await fetch(address, { redirect: "manual" })
  const back = new URL(headers.get("location") ?? "").searchParams
  if (back.get("state") !== state) throw new Error("somebody else's answer")
  return back.get("code") ?? ""
}

export const answer = await cameBack(await sayYes())
await emulator.close()
