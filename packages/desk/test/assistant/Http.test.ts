/** The assistant over HTTP, held against clients and a judge that nobody here wrote. */
import { execFile } from "node:child_process"
import { createRequire } from "node:module"
import { join } from "node:path"
import { NodeDesk } from "@dualops/desk/node"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { as } from "../house.ts"
import { atDesk, call, connected, connected2, posted, serve } from "./clients.ts"
import { assistant } from "./colleague.ts"

const initialize = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "by hand", version: "1" } }
}

describe("The official client", () => {
  it.effect("of the first edition lists, reads and takes steps over a port", () =>
    atDesk((desk) =>
      Effect.gen(function* () {
        const client = yield* connected(yield* serve(desk), "lin")
        const { tools } = yield* Effect.promise(() => client.listTools())
        assert.includeMembers(
          tools.map(({ name }) => name),
          ["desk", "case", "history", "news", "search", "check", "pages", "Post_Compose", "PrizeClaim_Ask"]
        )
        const asked = { winner: "小林", prize: { zh: "桂花乌龙", en: "osmanthus tea" } }
        const begun = yield* call(client, "PrizeClaim_Ask", { account: "1000000001", input: asked })
        assert.deepStrictEqual([begun.isError, begun.data?.state?.name], [false, "Asked"], begun.texts.join("\n"))
        const { resources } = yield* Effect.promise(() => client.listResources())
        const [first, second] = ["1000000001", "1000000002"].map((of) => `dualops://pages/${of}/handbook`)
        const addresses = resources.map(({ uri }) => uri)
        assert.includeMembers(addresses, [first, second])
        const { contents } = yield* Effect.promise(() =>
          client.readResource({ uri: "dualops://pages/1000000001/handbook" })
        )
        assert.include(JSON.stringify(contents), "星河茶饮")
        assert.isString(client.getInstructions())
        const helper = yield* connected(desk, assistant)
        const own = (yield* Effect.promise(() => helper.listResources())).resources.map(({ uri }) => uri)
        assert.deepStrictEqual([own.includes(String(first)), own.includes(String(second))], [true, false])
        const read = Effect.promise(() => helper.readResource({ uri: String(second) }).then(() => "read", String))
        assert.include(yield* read, "not found")
      })
    )
  )

  it.effect("of the second edition speaks the version without sessions, and the others too", () =>
    atDesk((desk) =>
      Effect.gen(function* () {
        const url = yield* serve(desk)
        for (const [mode, spoken] of [
          ["auto", "2026-07-28"],
          ["legacy", "2025-11-25"]
        ] as const) {
          const client = yield* connected2(url, assistant, mode)
          assert.strictEqual(client.getNegotiatedProtocolVersion(), spoken)
          const { tools } = yield* Effect.promise(() => client.listTools())
          assert.include(
            tools.map(({ name }) => name),
            "Post_Compose"
          )
          const answer = yield* Effect.promise(() => client.callTool({ name: "desk", arguments: {} }))
          assert.notStrictEqual(answer.isError, true)
        }
      })
    )
  )
})

describe("The conformance suite of the protocol", () => {
  const suite = join(
    createRequire(import.meta.url).resolve("@modelcontextprotocol/conformance/package.json"),
    "../dist/index.js"
  )
  const scenarios = ["server-initialize", "ping", "tools-list", "resources-list", "dns-rebinding-protection"]
  for (const scenario of scenarios) {
    it.effect(`passes the server in ${scenario}`, () =>
      atDesk((desk) =>
        Effect.gen(function* () {
          // The suite has no token: the proxy before the desk has let it in.
          const listens = NodeDesk.listener(desk)
          const url = yield* NodeDesk.serve((request, response) => {
            Object.assign(request.headers, as("lin"))
            return listens(request, response)
          })
          const { code, output } = yield* judged(suite, url.replace("127.0.0.1", "localhost"), scenario)
          assert.strictEqual(code, 0, output)
          assert.match(output, /Passed: [1-9]/)
        })
      )
    )
  }
})

const judged = (suite: string, url: string, scenario: string) =>
  Effect.promise(
    () =>
      new Promise<{ readonly code: number; readonly output: string }>((resolve) => {
        const told = [suite, "server", "--url", `${url}/mcp`, "--scenario", scenario]
        execFile(process.execPath, told, (error, out, err) =>
          resolve({ code: error === null ? 0 : 1, output: `${out}${err}` })
        )
      })
  )

describe("The door", () => {
  it.effect("is asked at every request, and a session is nobody's", () =>
    atDesk((desk) =>
      Effect.gen(function* () {
        const nobody = yield* posted(desk, {}, initialize)
        assert.deepStrictEqual([nobody.status, nobody.headers.get("www-authenticate")], [401, "Bearer"])
        const lins = yield* posted(desk, as("lin"), initialize)
        const session = {
          "mcp-session-id": lins.headers.get("mcp-session-id") ?? "",
          "mcp-protocol-version": "2025-11-25"
        }
        assert.isAbove(session["mcp-session-id"].length, 16)
        const list = { jsonrpc: "2.0", id: 2, method: "tools/list" }
        assert.strictEqual((yield* posted(desk, session, list)).status, 401)
        // With another's session the assistant is who it is.
        const own = yield* posted(desk, { ...as("lin"), ...session }, list)
        const others = yield* posted(desk, { ...as(assistant), ...session }, list)
        assert.include(own.text, "Post_Approve")
        assert.include(others.text, "Post_Compose")
        assert.notInclude(others.text, "Post_Approve")
      })
    )
  )

  it.effect("lets no page from elsewhere in, whatever name it has got for this host", () =>
    atDesk((desk) =>
      Effect.gen(function* () {
        for (const from of [
          "https://evil.example",
          "http://desk.example",
          "null",
          "http://desk.example.evil.example"
        ]) {
          const { status } = yield* posted(desk, { ...as("lin"), origin: from, host: "desk.example" }, initialize)
          assert.strictEqual(status, 403, from)
        }
        const { status } = yield* posted(
          desk,
          { ...as("lin"), origin: "http://localhost:1", host: "evil.example" },
          initialize
        )
        assert.strictEqual(status, 403)
      })
    )
  )

  it.effect("lets a page of the desk in where the desk was told its origin", () =>
    atDesk(
      (desk) =>
        Effect.gen(function* () {
          const { status } = yield* posted(desk, { ...as("lin"), origin: "https://desk.example" }, initialize)
          assert.strictEqual(status, 200)
          const elsewhere = yield* posted(
            desk,
            { ...as("lin"), origin: "http://localhost:1", host: "localhost:1" },
            initialize
          )
          assert.strictEqual(elsewhere.status, 403)
        }),
      { origin: "https://desk.example" }
    )
  )
})
