/** Whatever is sent: it is answered as the protocol says, never with a fault of the server, and nothing happens. */
import { EventLog } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import fc from "fast-check"
import { as } from "../house.ts"
import { atDesk, origin, posted } from "./clients.ts"
import { assistant } from "./colleague.ts"

const initialize = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "fuzz", version: "1" } }
}

const names = [
  "desk",
  "case",
  "history",
  "news",
  "search",
  "check",
  "pages",
  "Post_Compose",
  "Post_Approve",
  "Answer_Say"
]
const words = [
  "process",
  "case",
  "after",
  "most",
  "for",
  "tool",
  "arguments",
  "input",
  "expected",
  "key",
  "account",
  "name"
]
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom("Post", "0", "-1", "__proto__", "\u0000", "\ud800")
)
const told = fc.dictionary(fc.oneof(fc.constantFrom(...words), fc.constantFrom("__proto__", "constructor")), value, {
  maxKeys: 6
})
const called = fc.record(
  {
    jsonrpc: fc.oneof({ weight: 9, arbitrary: fc.constant("2.0") }, value),
    id: fc.oneof({ weight: 9, arbitrary: fc.integer() }, value),
    method: fc.oneof(
      { weight: 9, arbitrary: fc.constant("tools/call") },
      fc.constantFrom("resources/read", "ping"),
      fc.string()
    ),
    params: fc.oneof(
      {
        weight: 9,
        arbitrary: fc.record({
          name: fc.oneof(fc.constantFrom(...names), fc.string()),
          arguments: fc.oneof(told, value)
        })
      },
      value
    )
  },
  { requiredKeys: [] }
)
const body = fc.oneof(
  { weight: 6, arbitrary: called.map((one) => JSON.stringify(one)) },
  fc.json({ maxDepth: 3 }),
  fc.string({ unit: "binary" }),
  fc.array(called, { maxLength: 3 }).map((one) => JSON.stringify(one))
)
const headers = fc.dictionary(
  fc.constantFrom("mcp-protocol-version", "mcp-method", "mcp-name", "last-event-id", "in-place-of"),
  fc.oneof(
    fc.constantFrom("2025-11-25", "2026-07-28", "1999", "lin"),
    fc.string({ unit: "grapheme-ascii", maxLength: 9 })
  )
)

describe("Whatever is sent to the assistant's server", () => {
  it.effect("is answered without a fault of the server, and nothing happens by it", () =>
    atDesk((desk) =>
      Effect.gen(function* () {
        const begun = yield* posted(desk, as(assistant), initialize)
        const session = { ...as(assistant), "mcp-session-id": begun.headers.get("mcp-session-id") ?? "" }
        const statuses = new Set<number>()
        yield* Effect.promise(() =>
          fc.assert(
            fc.asyncProperty(body, headers, fc.boolean(), async (sent, others, isOwn) => {
              const known = isOwn ? session : as(assistant)
              const answer = await desk(
                new Request(`${origin}/mcp`, {
                  method: "POST",
                  headers: {
                    "content-type": "application/json",
                    accept: "application/json, text/event-stream",
                    ...known,
                    ...others
                  },
                  body: sent
                })
              )
              const text = await answer.text()
              statuses.add(answer.status)
              assert.isBelow(answer.status, 500, sent)
              assert.notInclude(text, "node_modules")
              assert.notInclude(text, "Desk.Broken", sent)
            }),
            { numRuns: 400 }
          )
        )
        assert.includeMembers([...statuses], [200, 400])
        const log = yield* EventLog.EventLog
        assert.isEmpty(yield* log.log(0, 10))
      })
    )
  )

  it.effect("that is too large, no JSON, or by another method is refused", () =>
    atDesk((desk) =>
      Effect.gen(function* () {
        for (const method of ["GET", "PUT", "PATCH", "OPTIONS", "HEAD", "DELETE"]) {
          const answer = yield* Effect.promise(() => desk(new Request(`${origin}/mcp`, { method, headers: as("lin") })))
          assert.isAtLeast(answer.status, 400, method)
          assert.isBelow(answer.status, 500, method)
        }
        const large = { jsonrpc: "2.0", id: 1, method: "ping", params: { x: "x".repeat(2_000_000) } }
        const { status, text } = yield* posted(desk, as("lin"), large)
        assert.isTrue(status === 413 || text.includes("error"), `${status} ${text}`)
        const form = yield* posted(desk, { ...as("lin"), "content-type": "text/plain" }, initialize)
        assert.strictEqual(form.status, 415)
      })
    )
  )
})
