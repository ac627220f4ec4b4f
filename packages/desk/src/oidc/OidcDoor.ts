/**
 * The door for people whose company signs them in by OpenID Connect: authorization code with PKCE, state and nonce, by `openid-client`. It has pages of its own,
 * below the desk: `/sign-in`, `/signed-in`, `/sign-out` and `/signed-out`; whoever asks for a page and is not signed in is led there and back.
 *
 * @module
 */
import { Effect, Option, Redacted } from "effect"
import { Headers as HttpHeaders } from "effect/http"
import * as oidc from "openid-client"
import type { Handler } from "../Desk.ts"
import * as Attempts from "../door/Attempts.ts"
import { type Door, NotLetIn, personOf } from "../door/Door.ts"
import * as FromHere from "../door/FromHere.ts"
import * as Flows from "./Flows.ts"
import * as Notices from "./Notices.ts"
import type { Options } from "./Options.ts"
import * as Sessions from "./Sessions.ts"

/** A door with pages. */
export interface OidcDoor {
  /** The door, for `Door.layer`. */
  readonly door: Door["Service"]
  /** The desk with the pages of the door around it. */
  readonly around: (handler: Handler) => Handler
}

/** Makes the door. The provider is asked what it offers when the first person signs in: a house starts without it. */
export const make = Effect.fnUntraced(function* (options: Options): Effect.fn.Return<OidcDoor> {
  const { base = "", clientId, clientSecret, issuer, origin, person, scope = "openid" } = options
  if (new URL(origin).origin !== origin) throw new RangeError(`${origin} is no origin, such as https://desk.example.`)
  const services = yield* Effect.context()
  const note = Attempts.make()
  const sessions = Sessions.make(options)
  const flows = Flows.make(options)
  const at = (page: string) => `${base}/${page}`
  const again = Notices.link(at("sign-in"))
  let known: Promise<oidc.Configuration> | undefined
  const provider = Effect.tryPromise(() => {
    known ??= discover(issuer, clientId, clientSecret, options.fetch).catch((why) => {
      known = undefined
      throw why
    })
    return known
  })

  /** Where they were going: an address of the desk, and never another host's. */
  const within = (to: string | null): string => {
    const home = `${origin}${base}/`
    if (to === null || !URL.canParse(to, origin)) return home
    const { origin: host, pathname, search } = new URL(to, origin)
    return host === origin && pathname.startsWith(`${base}/`) ? `${origin}${pathname}${search}` : home
  }

  const begin = Effect.fnUntraced(function* (request: Request, url: URL) {
    const config = yield* provider
    const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
    const challenge = yield* Effect.promise(() => oidc.calculatePKCECodeChallenge(verifier))
    const to = within(url.searchParams.get("to"))
    const cookies = yield* flows.begin({ state, nonce, verifier, to }, request.headers.get("cookie"))
    const there = oidc.buildAuthorizationUrl(config, {
      redirect_uri: `${origin}${at("signed-in")}`,
      scope,
      state,
      nonce,
      code_challenge: challenge,
      code_challenge_method: "S256"
    })
    return redirect(there.href, cookies)
  })

  const finish = Effect.fnUntraced(function* (request: Request, url: URL) {
    const state = url.searchParams.get("state") ?? ""
    const flow = yield* flows.of(state, request.headers.get("cookie"))
    if (Option.isNone(flow)) return Notices.page(400, Notices.words.stale, again)
    const forget = flows.forget(state)
    const { nonce, to, verifier } = flow.value
    const config = yield* provider
    // The address of the answer is where the provider was told to send it to, whatever a proxy has made of it.
    const answered = new URL(`${origin}${at("signed-in")}${url.search}`)
    const signedIn = yield* Effect.option(
      Effect.tryPromise(() =>
        oidc.authorizationCodeGrant(config, answered, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true
        })
      ).pipe(Effect.tapError(({ cause }) => Effect.logWarning(`A sign-in was refused: ${cause}`)))
    )
    const claims = Option.isSome(signedIn) ? signedIn.value.claims() : undefined
    if (claims === undefined) {
      yield* note("sign-in-refused")
      return Notices.page(401, Notices.words.refused, again, [forget])
    }
    const found = yield* Effect.option(personOf(person(claims) ?? ""))
    if (Option.isNone(found)) {
      yield* Effect.logWarning("A sign-in was refused: nobody in the handbook has the account")
      yield* note("unknown-person")
      return Notices.page(403, Notices.words.unknown, "", [forget])
    }
    return redirect(to, [forget, yield* sessions.begin(found.value.person)])
  })

  const end = Effect.fnUntraced(function* (request: Request) {
    if (request.method !== "POST") return Notices.page(200, Notices.words.leave, Notices.button(at("sign-out")))
    const headers = HttpHeaders.fromInput(request.headers)
    if (FromHere.isFromElsewhere(headers, origin)) return Notices.page(403, Notices.words.elsewhere)
    const session = yield* sessions.of(request.headers.get("cookie"))
    if (Option.isSome(session)) yield* sessions.end(session.value)
    const config = yield* Effect.option(provider)
    const leave = Option.filter(config, (one) => one.serverMetadata().end_session_endpoint !== undefined)
    const out = `${origin}${at("signed-out")}`
    const there = Option.match(leave, {
      onNone: () => out,
      onSome: (one) => oidc.buildEndSessionUrl(one, { post_logout_redirect_uri: out }).href
    })
    return redirect(there, [sessions.forget])
  })

  const pages = new Map<string, (request: Request, url: URL) => Effect.Effect<Response, unknown>>([
    [at("sign-in"), begin],
    [at("signed-in"), finish],
    [at("sign-out"), end],
    [at("signed-out"), () => Effect.succeed(Notices.page(200, Notices.words.out, again, [sessions.forget]))]
  ])

  const around = (handler: Handler) =>
    Effect.fnUntraced(function* (request: Request) {
      const url = new URL(request.url)
      const page = pages.get(url.pathname)
      if (page !== undefined)
        return yield* Effect.catch(page(request, url), (why) =>
          Effect.as(
            Effect.logError(`The sign-in service does not answer: ${why}`),
            Notices.page(503, Notices.words.away)
          )
        )
      const session = yield* sessions.of(request.headers.get("cookie"))
      const answer = yield* Effect.promise(() => handler(request))
      if (answer.status === 401 && isVisit(request, url, base))
        return redirect(`${origin}${at("sign-in")}?${new URLSearchParams({ to: url.pathname + url.search })}`, [])
      const cookie = Option.isSome(session) ? yield* sessions.renew(session.value) : undefined
      if (cookie === undefined) return answer
      const headers = new Headers(answer.headers)
      headers.append("set-cookie", cookie)
      return new Response(answer.body, { status: answer.status, headers })
    })

  return {
    door: {
      of: ({ headers }) =>
        Effect.flatMap(
          sessions.of(headers["cookie"]),
          Option.match({
            onNone: () => Effect.fail(new NotLetIn({ why: "nobody is signed in with this browser" })),
            onSome: ({ person: name }) =>
              Effect.map(personOf(name), (one) => ({ person: one, isAmbient: true, signOut: at("sign-out") }))
          })
        )
    },
    around: (handler) => {
      const answer = around(handler)
      return (request) => Effect.runPromiseWith(services)(answer(request))
    }
  }
})

const discover = async (
  issuer: string,
  clientId: string,
  secret: Redacted.Redacted<string>,
  asked: oidc.CustomFetch | undefined
) => {
  const isHere = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?(?:\/|$)/.test(issuer)
  const config = await oidc.discovery(
    new URL(issuer),
    clientId,
    undefined,
    oidc.ClientSecretBasic(Redacted.value(secret)),
    {
      ...(asked !== undefined && { [oidc.customFetch]: asked }),
      execute: [oidc.enableNonRepudiationChecks, ...(isHere ? [oidc.allowInsecureRequests] : [])]
    }
  )
  return config
}

/** Whether a person has opened a page: programs are told that nobody is let in. */
const isVisit = (request: Request, url: URL, base: string): boolean =>
  request.method === "GET" &&
  (request.headers.get("accept") ?? "").includes("text/html") &&
  !["/api/", "/mcp", "/events"].some((of) => url.pathname.startsWith(base + of))

const redirect = (to: string, cookies: ReadonlyArray<string>) => {
  const headers = new Headers({ location: to, "cache-control": "no-store", "referrer-policy": "no-referrer" })
  for (const cookie of cookies) headers.append("set-cookie", cookie)
  return new Response(null, { status: 303, headers })
}
