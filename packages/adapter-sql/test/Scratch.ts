/**
 * Stores on files that are gone after the test, and processes that write to them.
 *
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import type { Store } from "@dualops/core/operations"
import type { Quota } from "@dualops/core/planning"
import { Effect, Layer } from "effect"
import { NodeSqlite, SqlStore } from "../src/index.ts"

/** The path of a new file, in a folder of its own. */
export const file = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "dualops-"))),
  (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
).pipe(Effect.map((folder) => join(folder, "store.db")))

/** A connection of its own to the file. */
export const store = (filename: string): Layer.Layer<Store, unknown> =>
  SqlStore.layer.pipe(Layer.provide(NodeSqlite.layer({ filename })))

/** What was said by a process that appends to the file; it is killed when it has said so much, if that is told. */
export const appending = (filename: string, writer: string, count: number, killAfter = Number.POSITIVE_INFINITY) =>
  running("appending.ts", [filename, writer, String(count)], killAfter)

/** What was said by a process that takes calls for a purpose from the ledger in the file. */
export const taking = (filename: string, purpose: Quota.Purpose, count: number) =>
  Effect.map(running("taking.ts", [filename, purpose, String(count)]), ({ said }) => said)

/** What was said by a process that notes errands under the same keys as others, from that millisecond on. */
export const noting = (filename: string, word: string, count: number, begin: number) =>
  Effect.map(running("noting.ts", [filename, word, String(count), String(begin)]), ({ said }) => said)

/** What was said by a process in which so many want the same errand, from that millisecond on. */
export const crowding = (filename: string, who: string, count: number, begin: number) =>
  Effect.map(running("crowding.ts", [filename, who, String(count), String(begin)]), ({ said }) => said)

const running = (program: string, args: ReadonlyArray<string>, killAfter = Number.POSITIVE_INFINITY) =>
  Effect.promise(async () => {
    const script = join(import.meta.dirname, program)
    const child: ChildProcess = spawn(process.execPath, ["--conditions=dualops:source", script, ...args], {
      stdio: ["ignore", "pipe", "inherit"]
    })
    const said: Array<string> = []
    const ended = once(child, "close")
    if (child.stdout !== null) {
      for await (const line of createInterface(child.stdout)) {
        if (said.push(line) === killAfter) child.kill("SIGKILL")
      }
    }
    const [code, signal] = await ended
    return { said, code, signal }
  })
