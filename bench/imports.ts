/**
 * `npm run bench -- imports`: what it takes to import the built packages, beside `import("effect")`. Each import is a process of Node of its
 * own; they take turns, and what is counted is the processor time (user and system) of the import alone.
 *
 * @module
 */
import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { availableParallelism, cpus, loadavg } from "node:os"
import { dirname, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import manifest from "../packages/core/package.json" with { type: "json" }

const core = fileURLToPath(new URL("../packages/core/", import.meta.url))

/** The chapters, and the file that is built for each. */
const chapters = Object.entries(manifest.exports).flatMap(([address, to]) =>
  typeof to === "object" && "default" in to
    ? [{ name: `@dualops/core${address.slice(1)}`, file: resolve(core, to.default) }]
    : []
)
if (!chapters.every(({ file }) => existsSync(file))) throw new Error("Nothing is built: npm run build")

const imports: Readonly<Record<string, ReadonlyArray<string>>> = {
  effect: ["effect"],
  "effect/Schema": ["effect/Schema"],
  "@dualops/core": ["@dualops/core"],
  kernel: ["@dualops/core/process", "@dualops/core/operations"],
  "@dualops/core/content": ["@dualops/core/content"],
  "@dualops/core/practices": ["@dualops/core/practices"]
}

const program = `const before = process.cpuUsage()
for (const name of process.argv.slice(1)) await import(name)
const { system, user } = process.cpuUsage(before)
console.log((system + user) / 1e3)`

const once = (names: ReadonlyArray<string>): number => {
  const { status, stderr, stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program, ...names], {
    cwd: import.meta.dirname,
    encoding: "utf8"
  })
  if (status !== 0) throw new Error(stderr)
  return Number(stdout)
}

const rounds = 11
const names = Object.keys(imports)
const milliseconds = new Map(names.map((name): [string, Array<number>] => [name, []]))
for (let round = 0; round < rounds; round++)
  for (const name of names) milliseconds.get(name)?.push(once(imports[name] ?? []))
const sorted = (name: string) => (milliseconds.get(name) ?? []).toSorted((one, other) => one - other)
const median = (name: string) => sorted(name)[rounds >> 1] ?? Number.NaN
const ratio = (name: string) => Number((median(name) / median("effect")).toFixed(2))

/** What is read of this package when a file is imported. */
const read = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, address = ""] of readFileSync(file, "utf8").matchAll(/^(?:import|export|\})[^"\n]*"(\.[^"]+)";$/gm))
    read(resolve(dirname(file), address), seen)
  return seen
}
const kilobytes = Object.fromEntries(
  chapters.map(({ file, name }) => [
    name,
    Math.round([...read(file)].reduce((sum, one) => sum + statSync(one).size, 0) / 1024)
  ])
)

const figures = { ratioToEffect: ratio("@dualops/core"), kernelRatioToEffect: ratio("kernel"), kilobytes }
const table = [
  "# imports",
  "",
  "Processor time of importing what is built (user and system), beside `effect`; the kernel is `@dualops/core/process` and `/operations`. " +
    "`effect/Schema` is what no import of the kernel can be faster than.",
  "",
  "| import | milliseconds (median) | least | most | to `effect` |",
  "|---|--:|--:|--:|--:|",
  ...names.map((name) => {
    const all = sorted(name).map(Math.round)
    return `| \`${name}\` | ${Math.round(median(name))} | ${all[0]} | ${all[rounds - 1]} | ${ratio(name)} |`
  }),
  "",
  "| chapter | kilobytes, with what it needs of core |",
  "|---|--:|",
  ...Object.entries(kilobytes).map(([name, size]) => `| \`${name}\` | ${size} |`),
  "",
  `- ratioToEffect: ${figures.ratioToEffect}`,
  `- kernelRatioToEffect: ${figures.kernelRatioToEffect}`,
  "",
  `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}; Node ${process.versions.node}.`,
  ""
].join("\n")
writeFileSync(new URL("results/imports.md", import.meta.url), table)
console.log(table)
console.log(JSON.stringify(figures))
