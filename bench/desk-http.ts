/**
 * The desk over HTTP where a hundred thousand cases are open: fifty people who ask fifty times a second, beside the worker, while something happens every
 * second; and five hundred pages that are open and hear of a step.
 *
 * @module
 */
import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { Case } from "@dualops/core/process"
import { ManagedRuntime } from "effect"
import { on, people } from "./desk.program.ts"
import * as OpenJobs from "./OpenJobs.ts"

const open = 100_000
const folder = mkdtempSync(join(tmpdir(), "dualops-"))
const file = join(folder, "store.db")
const runtime = ManagedRuntime.make(on(file))
await runtime.runPromise(OpenJobs.begin)
OpenJobs.fill(file, open)

const built = existsSync(fileURLToPath(new URL("../packages/desk/dist/index.js", import.meta.url)))
const program = fileURLToPath(new URL("desk-http.program.ts", import.meta.url))
const house = spawn(process.execPath, [...(built ? [] : ["--conditions=dualops:source"]), program, file], {
  stdio: ["ignore", "pipe", "inherit"]
})
// Whatever breaks here, the house does not stay behind.
process.once("exit", () => house.kill("SIGKILL"))
const url = await new Promise<string>((resolve) => createInterface(house.stdout).once("line", resolve))

const as = (number: number) => ({ "x-person": people[number % people.length]?.person ?? "nobody" })
const ask = async (number: number) => {
  const answer = await fetch(`${url}/zh`, { headers: as(number) })
  const text = await answer.text()
  if (answer.status !== 200 || !text.includes("/cases/Job/")) throw new Error(`${answer.status} ${text.slice(0, 500)}`)
}
let notes = 0
/** Something happens, in another process: one more note in one of the cases. */
const happen = () => {
  notes++
  const id = Case.CaseId.make(`job ${1 + ((notes * 3_001) % (open - 1))}`)
  return runtime.runPromise(OpenJobs.send("Note", id, `note ${notes}`))
}
const sorted = (all: ReadonlyArray<number>) => all.toSorted((one, other) => one - other)
const share = (all: ReadonlyArray<number>, part: number) =>
  sorted(all)[Math.min(all.length - 1, Math.floor(all.length * part))] ?? Number.NaN

// Everybody has had their desk once.
for (let number = 0; number < people.length; number++) await ask(number)

/** How long each waits from the moment at which they wanted to ask, whatever came before them. */
const waits: Array<number> = []
const seconds = 30
const begun = performance.now()
const underWay: Array<Promise<void>> = []
for (let number = 0; number < seconds * 50; number++) {
  const due = begun + number * 20
  const pause = due - performance.now()
  if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
  if (number % 50 === 0) underWay.push(happen().then(() => {}))
  underWay.push(ask(number).then(() => void waits.push(performance.now() - due)))
}
await Promise.all(underWay)

/** As many as there can be, eight at a time. */
let asked = 0
const until = performance.now() + 10_000
await Promise.all(
  Array.from({ length: 8 }, async () => {
    while (performance.now() < until) await ask(asked++)
  })
)
const perSecond = Math.round(asked / 10)

/** Five hundred pages that are open: how long after a step the last of them has heard. */
const followers = 500
let heard = 0
let all = () => {}
const stop = new AbortController()
const page = await (await fetch(`${url}/zh`, { headers: as(0) })).text()
const [, since = "0"] = /since=(\d+)/.exec(page) ?? []
await Promise.all(
  Array.from({ length: followers }, async (_, number) => {
    const answer = await fetch(`${url}/events?since=${since}`, { headers: as(number), signal: stop.signal })
    const reading = async () => {
      const decoder = new TextDecoder()
      for await (const chunk of answer.body ?? [])
        if (decoder.decode(chunk).includes("event: moved") && ++heard % followers === 0) all()
    }
    void reading().catch(() => {})
  })
)
await new Promise((resolve) => setTimeout(resolve, 500))
const hearing: Array<number> = []
for (let round = 0; round < 20; round++) {
  const everybody = new Promise<void>((resolve) => {
    all = resolve
  })
  await happen()
  const start = performance.now()
  await everybody
  hearing.push(performance.now() - start)
}
stop.abort()
house.kill("SIGTERM")
await runtime.dispose()
rmSync(folder, { recursive: true })

const figures = {
  p99Milliseconds: Number(share(waits, 0.99).toFixed(1)),
  medianMilliseconds: Number(share(waits, 0.5).toFixed(1)),
  perSecond,
  heardMilliseconds: Math.round(share(hearing, 1))
}
const table = [
  "# desk-http",
  "",
  `${open.toLocaleString("en")} open cases in an SQLite file, the desk of ${people.length} people over HTTP beside the worker${built ? "" : ", from sources"}; something happens every second.`,
  "",
  "| what | figure |",
  "|---|--:|",
  `| a desk, fifty asked for a second, from when it was wanted: 99 of 100 within | ${figures.p99Milliseconds} ms |`,
  `| the same, median | ${figures.medianMilliseconds} ms |`,
  `| desks a second, eight at a time | ${perSecond} |`,
  `| ${followers} open pages have all heard of a step, at the latest of twenty times after | ${figures.heardMilliseconds} ms |`,
  "",
  `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}; Node ${process.versions.node}.`,
  ""
].join("\n")
writeFileSync(new URL("results/desk-http.md", import.meta.url), table)
console.log(table)
console.log(JSON.stringify(figures))
