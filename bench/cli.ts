/**
 * `npm run bench -- cli`: the processor time that a check of the worked handbook takes, start included, beside a start of Node that does
 * nothing. Starts are measured in turn; each is a process of its own, and its time is what the system counted for it (user and system).
 *
 * @module
 */
import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))
const check = [
  path("packages/cli/bin/dualops.js"),
  "check",
  path("examples/handbooks/xinghe.yaml"),
  "--at",
  "2026-09-01"
]
const built = existsSync(path("packages/cli/dist/program/dualops.js"))

// Counts what the process has used until it ends; every contender is started with it.
const counter = join(mkdtempSync(join(tmpdir(), "dualops-bench-")), "counter.cjs")
writeFileSync(
  counter,
  `process.on("exit", () => {
  const { system, user } = process.cpuUsage()
  require("node:fs").writeFileSync(process.env.COUNTED, String((system + user) / 1e6))
})`
)
const counted = `${counter}.seconds`

const starts: Readonly<Record<string, ReadonlyArray<string>>> = {
  "node -e 0": ["-e", "0"],
  ...(built && { "dualops check, built": check }),
  "dualops check, from sources": ["--conditions=dualops:source", ...check]
}

const once = (args: ReadonlyArray<string>): number => {
  const { status, stderr } = spawnSync(process.execPath, ["--require", counter, ...args], {
    env: { ...process.env, COUNTED: counted },
    encoding: "utf8"
  })
  if (status !== 0) throw new Error(stderr)
  return Number(readFileSync(counted, "utf8"))
}

const rounds = 9
const names = Object.keys(starts)
// The first start of each fills the cache of compiled code.
for (const name of names) once(starts[name] ?? [])
const seconds = new Map(names.map((name): [string, Array<number>] => [name, []]))
for (let round = 0; round < rounds; round++) for (const name of names) seconds.get(name)?.push(once(starts[name] ?? []))

const rows = [...seconds].map(([name, all]) => {
  const sorted = all.toSorted((one, other) => one - other)
  const at = (place: number) => (sorted[place] ?? Number.NaN).toFixed(2)
  return { name, median: at(rounds >> 1), least: at(0), most: at(rounds - 1) }
})
const table = [
  "# cli",
  "",
  "Processor time of a check of the worked handbook (user and system, start included), beside a start of Node that does nothing.",
  "",
  "| start | seconds (median) | least | most |",
  "|---|--:|--:|--:|",
  ...rows.map(({ least, median, most, name }) => `| \`${name}\` | ${median} | ${least} | ${most} |`),
  "",
  `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}; Node ${process.versions.node}.`,
  ""
].join("\n")
writeFileSync(new URL("results/cli.md", import.meta.url), table)
console.log(table)
console.log(JSON.stringify(Object.fromEntries(rows.map(({ median, name }) => [name, Number(median)]))))
