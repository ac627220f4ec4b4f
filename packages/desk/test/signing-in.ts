/**
 * A provider of OpenID Connect on this machine (`oidc-provider`, certified), a desk whose people sign in there, and a browser without a window.
 *
 * @module
 */
import { Desk, Door } from "@dualops/desk"
import { NodeDesk } from "@dualops/desk/node"
import { OidcDoor, type Options } from "@dualops/desk/oidc"
import { Context, Effect, Layer, Redacted } from "effect"
import { exportJWK, generateKeyPair } from "jose"
import Provider from "oidc-provider"
import { elements, options, services } from "./house.ts"

/** The key of the provider. */
export const keys = await generateKeyPair("RS256", { extractable: true })
const jwk = { ...(await exportJWK(keys.privateKey)), kid: "1", alg: "RS256", use: "sig" }

/** The desk and its provider, for as long as the scope; whoever signs in there as a person's name is that person. */
export const signedInDesk = Effect.fnUntraced(function* (more: Partial<Options> = {}) {
  let listens: Parameters<typeof NodeDesk.serve>[0] = () => {}
  let provides: Parameters<typeof NodeDesk.serve>[0] = () => {}
  const issuer = yield* NodeDesk.serve((incoming, outgoing) => provides(incoming, outgoing))
  const origin = yield* NodeDesk.serve((incoming, outgoing) => listens(incoming, outgoing))
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "desk",
        client_secret: "the secret of the client",
        redirect_uris: [`${origin}/signed-in`],
        post_logout_redirect_uris: [`${origin}/signed-out`]
      }
    ],
    cookies: { keys: ["the secret of the provider"] },
    jwks: { keys: [jwk] },
    pkce: { required: () => true }
  })
  provides = provider.callback()
  const house = yield* Layer.build(services)
  const { around, door } = yield* OidcDoor.make({
    issuer,
    clientId: "desk",
    clientSecret: Redacted.make("the secret of the client"),
    origin,
    secret: Redacted.make("the secret of the cookies"),
    person: ({ sub }) => (sub === "unknown" ? undefined : sub),
    ...more
  }).pipe(Effect.provide(house))
  const context = Context.add(house, Door.Door, door)
  const handler = around(yield* Effect.provide(Desk.handler({ ...options, origin }), context))
  listens = NodeDesk.listener(handler)
  return { issuer, origin, handler, house }
})

/** A browser: it keeps cookies, and goes where it is led. */
export class Visitor {
  readonly jars = new Map<string, Map<string, string>>()
  /** Wherever it has been led. */
  readonly trail: Array<string> = []

  jar(url: string): Map<string, string> {
    const { origin } = new URL(url)
    const jar = this.jars.get(origin) ?? new Map<string, string>()
    this.jars.set(origin, jar)
    return jar
  }

  /** One request, led nowhere. */
  async ask(url: string, body?: URLSearchParams): Promise<Response> {
    const jar = this.jar(url)
    const answer = await fetch(url, {
      redirect: "manual",
      headers: { accept: "text/html", cookie: Array.from(jar, ([name, value]) => `${name}=${value}`).join("; ") },
      ...(body && { method: "POST", body })
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = "", ...attributes] = cookie.split(/;\s*/)
      const [name = "", value = ""] = pair.split(/=(.*)/s)
      const isOver = value === "" || attributes.includes("Max-Age=0")
      if (isOver) jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }

  /** Follows where it leads, but stops before an address that begins so. */
  async go(
    url: string,
    stop = "nowhere",
    body?: URLSearchParams
  ): Promise<{ url: string; status: number; text: string }> {
    this.trail.push(url)
    if (url.startsWith(stop)) return { url, status: 0, text: "" }
    const answer = await this.ask(url, body)
    const to = answer.headers.get("location")
    if (to !== null) return this.go(new URL(to, url).href, stop)
    return { url, status: answer.status, text: await answer.text() }
  }

  /** Opens a page, signs in where it is asked to, and agrees. */
  async signIn(url: string, name: string, stop?: string): ReturnType<Visitor["go"]> {
    let page = await this.go(url, stop)
    while (page.url.includes("/interaction/")) {
      const asked = elements(page.text).find(({ has }) => has["name"] === "prompt")?.has["value"] ?? ""
      const form = asked === "login" ? { prompt: asked, login: name, password: "any" } : { prompt: asked }
      page = await this.go(page.url, stop, new URLSearchParams(form))
    }
    return page
  }
}
