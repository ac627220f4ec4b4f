/**
 * Starts the day as a user does, in a process of its own, and asks afterwards what became of it.
 *
 * @module
 */
import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { NodeSqlite, SqlStore } from "@dualops/adapter-sql"
import { Happening } from "@dualops/adapter-weibo/emulator"
import { Caseload } from "@dualops/core"
import { type Post, PostProcess } from "@dualops/core/content"
import { Effect, Layer, Schema } from "effect"
import { fromSources } from "../fromSources.ts"

/** When and how a start is ended from outside: so many milliseconds after it began, or after the first step that it told. */
export interface Stop {
  readonly after: number
  readonly from: "start" | "first step"
  readonly by: NodeJS.Signals
}

/** How it is started, and what ends it. */
export interface Options {
  readonly arguments?: ReadonlyArray<string>
  readonly env?: Readonly<Record<string, string>>
  readonly stop?: Stop
}

/** How a start ended, and what it printed. */
export interface Ended {
  readonly code: number | null
  readonly printed: string
}

/** A folder that nobody has used. */
export const freshFolder = (): string => mkdtempSync(join(tmpdir(), "brand-day-"))

/** One start of the program. */
export const start = (out: string, { arguments: more = [], env = {}, stop }: Options = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const main = join(import.meta.dirname, "main.ts")
    const child = spawn(process.execPath, [...fromSources, main, "--out", out, ...more], {
      env: { ...process.env, ...env }
    })
    let timer: NodeJS.Timeout | undefined
    const setTimer = (from: Stop["from"]) => {
      if (stop?.from === from) timer ??= setTimeout(() => child.kill(stop.by), stop.after)
    }
    let printed = ""
    const hear = (chunk: Buffer) => {
      printed += chunk.toString()
      if (/^\d{4}\/\d{2}\/\d{2} /m.test(printed)) setTimer("first step")
    }
    setTimer("start")
    child.stdout.on("data", hear)
    child.stderr.on("data", hear)
    child.on("close", (code) => {
      clearTimeout(timer)
      resolve({ code, printed })
    })
  })

/** What really happened, by the emulator's own record. */
export const happenings = (out: string): ReadonlyArray<Happening.Happening> => {
  const journal = join(out, "weibo.ndjson")
  if (!existsSync(journal)) return []
  const decode = Schema.decodeUnknownSync(Schema.fromJsonString(Happening.Happening))
  return readFileSync(journal, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => decode(line))
}

/** What the account published. */
export const published = (out: string): ReadonlyArray<Happening.Posted> =>
  happenings(out).filter((happening) => happening._tag === "Posted")

/** Where every post stands, by the store. */
export const standing = (out: string): Promise<ReadonlyMap<string, Post.State>> => {
  const store = SqlStore.layer.pipe(Layer.provide(NodeSqlite.layer({ filename: join(out, "store.sqlite") })))
  return Effect.runPromise(
    Caseload.everyCase([PostProcess]).pipe(
      Effect.map((cases) => cases.filter(({ process }) => process === PostProcess)),
      // The states of this process are its own.
      Effect.map((cases) => new Map(cases.map(({ case: { id, state } }) => [id as string, state as Post.State]))),
      Effect.provide(store)
    )
  )
}
