/**
 * OAuth2: the page where an account says yes, the exchange of its code, what a token is worth, and its end.
 *
 * Source: the OAuth2 pages, with recorded error bodies. Here the account says yes at once; `login` chooses which account.
 *
 * @module
 */

import type { Call } from "./Call.ts"
import { below } from "./Chance.ts"
import type { Desk } from "./Desk.ts"
import { textOf } from "./ErrorText.ts"
import { type Answer, answer, refuse } from "./Refusal.ts"

/** The life of a token of an ordinary app. Source: the page on authorisation, 2017: 30 days. */
export const life = 30 * 24 * 3_600_000

/** Answers a call under `/oauth2/`. */
export const serve = (desk: Desk, call: Call): Answer => {
  const found = interfaces[call.path]
  if (found === undefined) return refuse(10020, call.path)
  return found.methods.includes(call.method) ? found.serve(desk, call) : refuse(10021, call.path)
}

const authorize = ({ app, world, codes }: Desk, { params, path }: Call): Answer => {
  const redirect = params.get("redirect_uri") ?? ""
  const uid = params.get("login") ?? world.accounts[0]?.uid
  if (!params.has("client_id") || redirect === "") return no(21323, path)
  if (params.get("client_id") !== app.key) return no(21324, path)
  // The registered address to the letter: a `www.` more or less is another one. Source: reports, Orange-OpenSource/spring-social-weibo#2.
  if (redirect !== app.redirect || !URL.canParse(redirect)) return no(21322, path)
  if ((params.get("response_type") ?? "code") !== "code") return no(21329, path)
  if (uid === undefined || !world.accounts.some((one) => one.uid === uid)) return no(21330, path)
  const code = secret(world.chance)
  codes.set(code, { uid, redirect })
  const location = new URL(redirect)
  location.searchParams.set("code", code)
  const state = params.get("state")
  if (state !== undefined) location.searchParams.set("state", state)
  return { status: 302, type: "text/plain", body: "", location: location.href }
}

const exchange = ({ app, world, codes, tokens }: Desk, { params, path }: Call): Answer => {
  const code = params.get("code") ?? ""
  const grant = codes.get(code)
  if (params.get("client_id") !== app.key || params.get("client_secret") !== app.secret) {
    // Recorded with HTTP 401, unlike the others: sunxiaowei2014/weibo4j-oauth2-beta3.1.1#3.
    return { ...no(21324, path, "client_secret error."), status: 401 }
  }
  if (params.get("grant_type") !== "authorization_code") return no(21328, path)
  if (grant === undefined) return no(21325, path, `invalid authorization code:${code}`)
  if (grant.redirect !== params.get("redirect_uri")) return no(21322, path)
  codes.delete(code)
  const token = `2.00${secret(world.chance)}`
  tokens.set(token, { uid: grant.uid, createdAt: world.now(), expiresAt: world.now() + life })
  const seconds = life / 1000
  return answer({
    access_token: token,
    remind_in: String(seconds),
    expires_in: seconds,
    uid: grant.uid,
    isRealName: "true"
  })
}

const inspect = ({ app, world, tokens, deadTokens }: Desk, { token = "", path }: Call): Answer => {
  // Recorded without a token.
  if (token === "") return refuse(10016, path, "miss parameter accesstoken")
  const issued = tokens.get(token)
  if (issued === undefined || deadTokens.has(token)) return refuse(21332, path)
  const years = 5 * 365 * 24 * 3_600_000
  const left = Math.floor(((issued.expiresAt ?? world.now() + years) - world.now()) / 1000)
  if (left <= 0) return refuse(21327, path)
  const created = Math.floor(issued.createdAt / 1000)
  return answer({ uid: Number(issued.uid), appkey: Number(app.key), scope: null, create_at: created, expire_in: left })
}

const revoke = ({ tokens, deadTokens }: Desk, { token = "", path }: Call): Answer => {
  if (!tokens.has(token) || deadTokens.has(token)) return refuse(21332, path)
  // Calls after a revocation are answered 21321. Source: notes of a published SDK.
  deadTokens.set(token, 21321)
  return answer({ result: "true" })
}

const interfaces: Readonly<
  Record<string, { readonly methods: ReadonlyArray<string>; readonly serve: (desk: Desk, call: Call) => Answer }>
> = {
  "/oauth2/authorize": { methods: ["GET", "POST"], serve: authorize },
  "/oauth2/access_token": { methods: ["POST"], serve: exchange },
  "/oauth2/get_token_info": { methods: ["POST"], serve: inspect },
  "/oauth2/revokeoauth2": { methods: ["GET", "POST"], serve: revoke }
}

const no = (code: number, request: string, description?: string): Answer => ({
  status: 400,
  type: "application/json;charset=UTF-8",
  body: JSON.stringify({
    error: textOf(code, request),
    error_code: code,
    request,
    error_uri: request,
    ...(description !== undefined && { error_description: description })
  })
})

const secret = (chance: Desk["world"]["chance"]): string =>
  Array.from({ length: 28 }, () => below(chance, 36).toString(36)).join("")
