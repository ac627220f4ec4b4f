/** A program that has closed its house ends by itself: bullmq#493, bullmq#159, bullmq#833, temporal sdk-typescript#1413. */
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import * as Postgres from "../../adapter-sql/test/Postgres.ts"
import { freshFile } from "./house.ts"

const program = fileURLToPath(new URL("leaving.ts", import.meta.url))

const run = (...args: ReadonlyArray<string>) =>
  new Promise<{ readonly code: number | null; readonly printed: string }>((resolve) => {
    const child = spawn(process.execPath, ["--conditions=dualops:source", program, ...args])
    let printed = ""
    for (const from of [child.stdout, child.stderr]) from.on("data", (chunk) => (printed += chunk))
    child.on("close", (code) => resolve({ code, printed }))
  })

describe("a program that has closed its house", () => {
  for (const [name, store] of Object.entries({ memory: '"memory"', "a file": JSON.stringify({ file: freshFile() }) })) {
    it(`ends by itself on ${name}, with nothing left open`, async () => {
      assert.deepStrictEqual(await run(store), { code: 0, printed: "[]\n" })
    })
  }

  it.skipIf(!Postgres.isThere)("ends by itself on PostgreSQL, with nothing left open", async () => {
    const { database, host, username } = await Effect.runPromise(Postgres.database)
    const postgres = `postgres://${username}@localhost/${database}?host=${encodeURIComponent(host)}`
    assert.deepStrictEqual(await run(JSON.stringify({ postgres })), { code: 0, printed: "[]\n" })
  })
})
