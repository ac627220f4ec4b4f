/** The assistant as a program that a client starts: the official client, and lines by hand. */
import { spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Actor } from "@dualops/core/process"
import { TokenDoor } from "@dualops/desk"
import { assert, describe, it } from "@effect/vitest"
import { Client } from "@modelcontextprotocol/sdk/client/index.js"
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js"
import { JSONRPCMessageSchema } from "@modelcontextprotocol/sdk/types.js"
import { DateTime, Effect, Redacted, Schema } from "effect"
import { call } from "./clients.ts"

const program = fileURLToPath(new URL("../../../../examples/assistant/stdio.ts", import.meta.url))
const told = ["--conditions=dualops:source", "--disable-warning=ExperimentalWarning", program]

/** The environment of the program: a token of the helper's, its list, and a store in a file. */
const environment = Effect.gen(function* () {
  const folder = yield* Effect.acquireRelease(
    Effect.sync(() => mkdtempSync(join(tmpdir(), "assistant-"))),
    (made) => Effect.sync(() => rmSync(made, { recursive: true }))
  )
  const { secret, token } = yield* TokenDoor.issue(Actor.person("helper"), DateTime.makeUnsafe("2030-01-01T00:00:00Z"))
  const list = join(folder, "tokens.json")
  const revoke = () => writeFileSync(list, "[]")
  writeFileSync(list, JSON.stringify(Schema.encodeSync(Schema.toCodecJson(Schema.Array(TokenDoor.Token)))([token])))
  const env = {
    PATH: process.env["PATH"] ?? "",
    DUALOPS_TOKEN: Redacted.value(secret),
    DUALOPS_TOKENS: list,
    DUALOPS_STORE: join(folder, "house.db")
  }
  return { env, revoke }
})

const started = (env: Record<string, string>) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const client = new Client({ name: "judge", version: "1" })
      const errors: Array<unknown> = []
      client.onerror = (error) => errors.push(error)
      const transport = new StdioClientTransport({ command: process.execPath, args: told, env, stderr: "pipe" })
      const stderr: Array<string> = []
      transport.stderr?.on("data", (chunk) => stderr.push(String(chunk)))
      await client.connect(transport)
      return { client, errors, stderr }
    }),
    ({ client }) => Effect.promise(() => client.close())
  )

const slot = DateTime.formatIso(DateTime.addDuration(DateTime.nowUnsafe(), "2 days"))
const draft = (name: string) => ({
  case: name,
  input: { account: "1000000001", content: { text: "桂花开了。", pictures: [] }, slot }
})

describe("The assistant as a program", () => {
  it.live("serves the official client, and what others write on the output breaks nothing", () =>
    Effect.gen(function* () {
      const { env } = yield* environment
      const { client, errors, stderr } = yield* started(env)
      const { tools } = yield* Effect.promise(() => client.listTools())
      assert.includeMembers(
        tools.map(({ name }) => name),
        ["desk", "Post_Compose"]
      )
      assert.strictEqual((yield* call(client, "Post_Compose", draft("moon"))).data?.state.name, "Draft")
      const { items } = (yield* call(client, "pages")).data
      assert.includeMembers(
        items.map(({ name }: { name: string }) => name),
        ["team", "hand-over", "handbook"]
      )
      assert.isEmpty(errors)
      assert.include(stderr.join(""), "The assistant's server has started.")
    }).pipe(Effect.scoped)
  )

  it.live("goes on where it was after it was started again: the cursor of the news is the house's", () =>
    Effect.gen(function* () {
      const { env } = yield* environment
      const before = yield* Effect.scoped(
        Effect.gen(function* () {
          const { client } = yield* started(env)
          yield* call(client, "Post_Compose", draft("one"))
          const { data } = yield* call(client, "news")
          yield* call(client, "Post_Compose", draft("two"))
          return data.next
        })
      )
      const { client } = yield* started(env)
      const { data } = yield* call(client, "news", { after: before })
      assert.deepStrictEqual(
        data.items.map((item: { case: string }) => item.case),
        ["two"]
      )
    }).pipe(Effect.scoped)
  )

  it.live("lets nobody in any more whose token was taken off the list meanwhile", () =>
    Effect.gen(function* () {
      const { env, revoke } = yield* environment
      const { client } = yield* started(env)
      assert.isFalse((yield* call(client, "desk")).isError)
      revoke()
      const refused = yield* call(client, "desk")
      assert.deepStrictEqual([refused.isError, refused.why], [true, "Door.NotLetIn"])
      assert.deepStrictEqual((yield* Effect.promise(() => client.listTools())).tools, [])
    }).pipe(Effect.scoped)
  )

  it.live("answers lines of the protocol with lines of it and nothing else, and ends with its input", () =>
    Effect.gen(function* () {
      const { env } = yield* environment
      const { code, lines } = yield* lined(env, [
        JSON.stringify({
          jsonrpc: "2.0",
          id: 1,
          method: "initialize",
          params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "x", version: "1" } }
        }),
        JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" }),
        JSON.stringify({ jsonrpc: "2.0", id: 2, method: "ping" }),
        JSON.stringify({ jsonrpc: "2.0", id: 3, method: "no/such" }),
        JSON.stringify({ jsonrpc: "2.0", id: 4, method: "tools/call", params: { name: "desk" } }),
        JSON.stringify({ jsonrpc: "2.0", id: 5, method: "tools/call", params: { name: "desk", arguments: [] } }),
        JSON.stringify({ jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 99 } }),
        JSON.stringify([{ jsonrpc: "2.0", id: 6, method: "ping" }]),
        JSON.stringify({ jsonrpc: "2.0", id: 7, method: "ping" })
      ])
      assert.strictEqual(code, 0)
      const answers = lines.map((line) => JSON.parse(line))
      // What has no number, a list of messages, is answered without one, as JSON-RPC says.
      const [batch, ...more] = answers.filter(({ id }) => id === null)
      assert.deepStrictEqual([batch?.error.code, more.length], [-32600, 0])
      const numbered = answers.filter(({ id }) => id !== null)
      for (const one of numbered) JSONRPCMessageSchema.parse(one)
      const answered = numbered.map(({ id }) => id)
      for (const id of [1, 2, 3, 4, 5, 7]) assert.include(answered, id)
      // Nothing is answered to a notification.
      assert.strictEqual(answered.length, new Set(answered).size)
    }).pipe(Effect.scoped)
  )
})

/** Sends lines, ends the input, and gives the lines of the output with the code with which the program has ended. */
const lined = (env: Record<string, string>, sent: ReadonlyArray<string>) =>
  Effect.promise(
    () =>
      new Promise<{ readonly code: number | null; readonly lines: ReadonlyArray<string> }>((resolve) => {
        const child = spawn(process.execPath, told, { env, stdio: ["pipe", "pipe", "ignore"] })
        const out: Array<string> = []
        child.stdout.on("data", (chunk) => {
          out.push(String(chunk))
          // When the last is answered the input ends.
          if (out.join("").includes('"id":7')) child.stdin.end()
        })
        child.on("close", (code) => resolve({ code, lines: out.join("").split("\n").filter(Boolean) }))
        child.stdin.write(`${sent.join("\n")}\n`)
      })
  )
