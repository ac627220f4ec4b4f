/**
 * The desk of two accounts, and clients that others wrote: the official one in its first and its second edition.
 *
 * @module
 */
import { Desk } from "@dualops/desk"
import { NodeDesk } from "@dualops/desk/node"
import { Client as Client2, StreamableHTTPClientTransport as Http2 } from "@modelcontextprotocol/client"
import { Client } from "@modelcontextprotocol/sdk/client/index.js"
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js"
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js"
import { Effect, type Scope } from "effect"
import { TestClock } from "effect/testing"
import { as, options, ten } from "../house.ts"
import { colleagues, pages } from "./colleague.ts"

export const origin = "http://desk.example"

/** Runs a test at ten o'clock, with the desk of an empty house of two accounts. */
export const atDesk = <A, E, R>(
  body: (desk: Desk.Handler) => Effect.Effect<A, E, R>,
  more: Partial<Desk.Options> = {}
) =>
  TestClock.setTime(ten.epochMilliseconds).pipe(
    Effect.andThen(Effect.flatMap(Desk.handler({ ...options, pages, ...more }), body)),
    Effect.scoped,
    Effect.provide(colleagues)
  )

/** The desk on a port of this machine; gives its address. */
export const serve = (desk: Desk.Handler) => NodeDesk.serve(NodeDesk.listener(desk))

/** How a request gets there: straight to the desk, where no port is said. */
type Way = Desk.Handler | string

const wayTo = (way: Way) =>
  typeof way === "string"
    ? { url: new URL(`${way}/mcp`) }
    : {
        url: new URL(`${origin}/mcp`),
        fetch: (url: string | URL | Request, init?: RequestInit) => way(new Request(url, init))
      }

/** A client of the first edition that comes as this person, for as long as the scope is open. */
export const connected = (
  way: Way,
  person: string,
  headers: Readonly<Record<string, string>> = {}
): Effect.Effect<Client, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const client = new Client({ name: "judge", version: "1" })
      const { url, ...others } = wayTo(way)
      const requestInit = { headers: { ...as(person), ...headers } }
      // Its own types are not written for exact optional properties.
      await client.connect(new StreamableHTTPClientTransport(url, { ...others, requestInit }) as Transport)
      return client
    }),
    (client) => Effect.promise(() => client.close())
  )

/** A client of the second edition, which speaks the version of the protocol without sessions. */
export const connected2 = (way: Way, person: string, mode: "auto" | "legacy" | { pin: string } = "auto") =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const client = new Client2({ name: "judge 2", version: "1" }, { versionNegotiation: { mode } })
      const { url, ...others } = wayTo(way)
      await client.connect(new Http2(url, { ...others, requestInit: { headers: as(person) } }))
      return client
    }),
    (client) => Effect.promise(() => client.close())
  )

/** What a tool answered: the text that a model is given, the structure, and whether it refused. */
export interface Answer {
  readonly isError: boolean
  readonly texts: ReadonlyArray<string>
  /** The tag of a refusal. */
  readonly why: string | undefined
  // Tests look into it as they please; the client has held it against the schema of the tool.
  // biome-ignore lint/suspicious/noExplicitAny: what each tool answers is told by its schema, and looked at here piece by piece.
  readonly data: any
}

/** Calls a tool. */
export const call = (client: Client, name: string, told: Readonly<Record<string, unknown>> = {}) =>
  Effect.promise(async (): Promise<Answer> => {
    const answer = await client.callTool({ name, arguments: told })
    const texts = (answer.content as ReadonlyArray<{ readonly text: string }>).map(({ text }) => text)
    const isError = answer.isError === true
    return { isError, texts, why: isError ? texts[0] : undefined, data: answer.structuredContent }
  })

/** The JSON between the two marked lines. */
export const quoted = ({ texts }: Answer): unknown => JSON.parse(texts.at(-1)?.split("\n")[2] ?? "")

/** Sends a message of the protocol as it is, or whatever it is. */
export const posted = (desk: Desk.Handler, headers: Readonly<Record<string, string>>, body: unknown) =>
  Effect.promise(async () => {
    const answer = await desk(
      new Request(`${origin}/mcp`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json, text/event-stream", ...headers },
        body: JSON.stringify(body)
      })
    )
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  })
