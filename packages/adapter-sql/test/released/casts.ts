/**
 * What each process of the house is tried with in the test of its laws: those tests are loaded, and nothing of them is run.
 *
 * @module
 */
import { globSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import type { Process } from "@dualops/core/process"
import type { Traces } from "@dualops/core/testing"
import { vi } from "vitest"

/** What a process is tried with. */
export type Cast = Traces.Cast<Process.Any>

/** The casts, by the processes that they are for. */
export const load = async (): Promise<ReadonlyMap<Process.Any, Cast>> => {
  const found = new Map<Process.Any, Cast>()
  const suite = (_name: string, process: Process.Any, cast: Cast) => void found.set(process, cast)
  vi.doMock("@effect/vitest", () => ({
    assert: nothing,
    describe: nothing,
    expect: nothing,
    it: nothing,
    layer: nothing
  }))
  vi.doMock("@dualops/core/testing", async (original) => {
    const all = Object.entries(await original<typeof import("@dualops/core/testing")>())
    const quiet = all.map(([name, one]) => [name, "suite" in one ? { ...one, suite: nothing } : one])
    return { ...Object.fromEntries(quiet), ProcessLaws: { suite } }
  })
  const tests = globSync("packages/core/test/**/*.test.ts").map((name) => resolve(name))
  for (const test of tests.filter((file) => readFileSync(file, "utf8").includes("ProcessLaws.suite(")))
    await import(test)
  vi.doUnmock("@effect/vitest")
  vi.doUnmock("@dualops/core/testing")
  return found
}

/** Whatever is asked of it and however it is called. */
const nothing: object = new Proxy(() => nothing, { get: (_, name) => (name === "then" ? undefined : nothing) })
