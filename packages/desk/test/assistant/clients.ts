/**
 * The desk of the house on a port of this machine, and clients that others wrote: the official one in its first and its second edition.
 *
 * @module
 */

import { Desk } from "@dualops/desk"
import { NodeDesk } from "@dualops/desk/node"
import { Client as Client2, StreamableHTTPClientTransport as Http2 } from "@modelcontextprotocol/client"
import { Client } from "@modelcontextprotocol/sdk/client/index.js"
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js"
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js"
import { Effect } from "effect"
import { as, options } from "../house.ts"
import { papers } from "./colleague.ts"

/** The desk, served with the papers of the house; gives its address. */
export const served = Effect.flatMap(Desk.handler({ ...options, papers }), (handler) =>
  NodeDesk.serve(NodeDesk.listener(handler))
)

/** A client of the first edition that comes as this person, for as long as the scope is open. */
export const connected = (url: string, person: string, headers: Readonly<Record<string, string>> = {}) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const client = new Client({ name: "judge", version: "1" })
      const transport = new StreamableHTTPClientTransport(new URL(`${url}/mcp`), {
        requestInit: { headers: { ...as(person), ...headers } }
      })
      // The transport's own type says less exactly than ours that its session may be missing.
      await client.connect(transport as Transport)
      return client
    }),
    (client) => Effect.promise(() => client.close())
  )

/** A client of the second edition, which speaks the version of the protocol without sessions where it can. */
export const connected2 = (url: string, person: string) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const client = new Client2({ name: "judge 2", version: "1" })
      await client.connect(new Http2(new URL(`${url}/mcp`), { requestInit: { headers: as(person) } }))
      return client
    }),
    (client) => Effect.promise(() => client.close())
  )
