/**
 * Starts workers as processes of their own, and asks afterwards what became of the posts.
 *
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { Case, Caseload, Operations } from "@dualops/core"
import { AccountId } from "@dualops/core/account"
import { UnclaimedOutcomeProcess } from "@dualops/core/attention"
import { type Post, PostProcess } from "@dualops/core/content"
import { DateTime, Effect } from "effect"
import { fromSources } from "../fromSources.ts"
import * as House from "./House.ts"

/** A worker that runs, and what it has said so far. */
export interface Working {
  readonly process: ChildProcess
  readonly said: ReadonlyArray<string>
  readonly trouble: () => string
  readonly ended: Promise<unknown>
}

/** A new file, a Weibo that takes the same text twice, and workers on them; all of it is gone after the test. */
export const stage = Effect.acquireRelease(
  Effect.promise(async () => {
    const folder = mkdtempSync(join(tmpdir(), "two-workers-"))
    const { domain, ...account } = House.account
    const weibo = await Emulator.startAsync({
      accounts: [account],
      safeDomains: [domain],
      takesRepeats: true,
      slowness: 300
    })
    const workers: Array<Working> = []
    const file = join(folder, "store.sqlite")
    const start = (lease: number, fault = ""): Working => {
      const script = join(import.meta.dirname, "worker.ts")
      const child = spawn(process.execPath, [...fromSources, script, file, weibo.url, `${lease}`, fault])
      const said: Array<string> = []
      let trouble = ""
      createInterface(child.stdout).on("line", (line) => said.push(line))
      child.stderr.on("data", (chunk) => {
        trouble += String(chunk)
      })
      const worker = { process: child, said, trouble: () => trouble, ended: once(child, "close") }
      workers.push(worker)
      return worker
    }
    return { file, weibo, start, workers, folder }
  }),
  ({ folder, weibo, workers }) =>
    Effect.promise(async () => {
      for (const { process: child } of workers) child.kill("SIGKILL")
      await Promise.all(workers.map(({ ended }) => ended))
      await weibo.close()
      rmSync(folder, { recursive: true })
    })
)

/** So many posts, written, approved and scheduled for one moment. */
export const scheduled = (count: number, slot: DateTime.Utc) =>
  Effect.forEach(
    Array.from({ length: count }, (_, index) => `post ${index + 1}`),
    Effect.fnUntraced(function* (name) {
      const id = Case.CaseId.make(name)
      const content = { text: `${name} https://${House.account.domain}/ `, pictures: [] }
      const order = { case: id, key: "click" }
      const input = { account: AccountId.make(House.account.uid), content, slot }
      yield* Operations.send(PostProcess, { ...order, key: "1", step: "Compose", by: House.lin, input })
      yield* Operations.send(PostProcess, { ...order, key: "2", step: "Submit", by: House.lin, input: {} })
      yield* Operations.send(PostProcess, { ...order, key: "3", step: "Approve", by: House.zhou, input: {} })
      yield* Operations.send(PostProcess, { ...order, key: "4", step: "Schedule", by: House.tang, input: { slot } })
      return id
    })
  )

/** Where every post stands. */
export const states = Effect.map(Caseload.everyCase([PostProcess]), (all) =>
  // The states of this process are its own.
  all.flatMap(({ case: one, process }) => (process === PostProcess ? [one.state as Post.State] : []))
)

/** How many unclaimed outcomes there are. */
export const unclaimedOutcomes = Effect.map(
  Caseload.everyCase([]),
  (all) => all.filter(({ process }) => process === UnclaimedOutcomeProcess).length
)

/** The steps that a post has taken, by their names. */
export const steps = (id: Case.CaseId) =>
  Effect.map(Operations.read(PostProcess, id), (history) => history.map(({ step }) => step))

/** Waits until something is so; 20 seconds at most. */
export const until = <E, R>(holds: Effect.Effect<boolean, E, R>) =>
  Effect.gen(function* () {
    for (let tries = 0; tries < 400; tries++) {
      if (yield* holds) return
      yield* Effect.sleep("50 millis")
    }
    return yield* Effect.die("It has not come about within 20 seconds")
  })

/** Some seconds from now. */
export const inSeconds = (seconds: number) => Effect.map(DateTime.now, (now) => DateTime.add(now, { seconds }))
