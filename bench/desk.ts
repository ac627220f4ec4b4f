/**
 * A desk where a hundred thousand cases are open: what one of fifty people waits for it, and how long a program takes to start on such a
 * store, until its first desk is there.
 *
 * @module
 */
import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Caseload } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import { ManagedRuntime } from "effect"
import { Job, on, people } from "./desk.program.ts"
import * as OpenJobs from "./OpenJobs.ts"

const open = 100_000
const folder = mkdtempSync(join(tmpdir(), "dualops-"))
const file = join(folder, "store.db")
const runtime = ManagedRuntime.make(on(file))
const reader = people[7] ?? Actor.person("nobody")
await runtime.runPromise(OpenJobs.begin)
OpenJobs.fill(file, open)

const caseload = Caseload.make([Job])
const desk = caseload.desk(reader)
const timed = async <A>(body: () => Promise<A>) => {
  const begun = performance.now()
  await body()
  return performance.now() - begun
}
const median = (all: ReadonlyArray<number>) => all.toSorted((one, other) => one - other)[all.length >> 1] ?? Number.NaN

// The first desk reads the log, and keeps what it has come to.
const anew = await timed(() => runtime.runPromise(desk))
const unchanged: Array<number> = []
const changed: Array<number> = []
for (let round = 0; round < 31; round++) {
  unchanged.push(await timed(() => runtime.runPromise(desk)))
  await runtime.runPromise(
    OpenJobs.send("Note", Case.CaseId.make(`job ${1 + ((round * 3001) % (open - 1))}`), `note ${round}`)
  )
  changed.push(await timed(() => runtime.runPromise(desk)))
}
await runtime.dispose()

const built = existsSync(fileURLToPath(new URL("../packages/core/dist/operations/index.js", import.meta.url)))
const program = fileURLToPath(new URL("desk.program.ts", import.meta.url))
const args = [...(built ? [] : ["--conditions=dualops:source"]), program, file]
const starts: Array<number> = []
for (let round = 0; round < 7; round++) {
  const took = await timed(async () => {
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" })
    if (status !== 0) throw new Error(stderr)
  })
  starts.push(took)
}
rmSync(folder, { recursive: true })

const figures = {
  milliseconds: Number(median(changed).toFixed(1)),
  unchangedMilliseconds: Number(median(unchanged).toFixed(1)),
  startMilliseconds: Math.round(median(starts)),
  anewMilliseconds: Math.round(anew)
}
const table = [
  "# desk",
  "",
  `${open.toLocaleString("en")} open cases in an SQLite file, and fifty people who may act in nearly all of them: milliseconds until somebody has their desk.`,
  "",
  "| desk | milliseconds (median) |",
  "|---|--:|",
  `| after something has happened to a case | ${figures.milliseconds} |`,
  `| after nothing has happened | ${figures.unchangedMilliseconds} |`,
  `| first of a program${built ? "" : ", from sources"}, from the start of its process | ${figures.startMilliseconds} |`,
  `| first of all, of which nothing is kept (${(2 * open).toLocaleString("en")} events are read) | ${figures.anewMilliseconds} |`,
  "",
  `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}; Node ${process.versions.node}.`,
  ""
].join("\n")
writeFileSync(new URL("results/desk.md", import.meta.url), table)
console.log(table)
console.log(JSON.stringify(figures))
