/**
 * How many mistakes the tests notice: every rule is changed in every small way there is, one at a time, and the tests are run.
 *
 * `npm run mutation` takes the better part of an hour, so it is not part of `npm test`; with paths behind `--` it looks at those files
 * only, and then it keeps no table. What has been seen once is remembered in `.mutation/` and not run again while neither the place nor
 * the tests that reach it have changed.
 *
 * @module
 */
import { writeFileSync } from "node:fs"
import { matchesGlob } from "node:path"
import { fileURLToPath } from "node:url"
import { Stryker } from "@stryker-mutator/core"
import { type Part, parts } from "./mutation.parts.ts"

const paths = process.argv.slice(3)
const results: Awaited<ReturnType<typeof run>> = []
for (const part of parts) {
  const mutate = paths.length === 0 ? part.sources : paths.filter((path) => isOf(part, path))
  if (mutate.length > 0) results.push(...(await run(part, mutate)))
}

const files = Object.groupBy(results, ({ fileName }) => fileName.replace(/^.*packages\/core\/src\//, ""))
const row = (name: string, of: typeof results) => {
  const count = (...statuses: ReadonlyArray<string>) => of.filter(({ status }) => statuses.includes(status)).length
  const [noticed, missed] = [count("Killed", "Timeout"), count("Survived", "NoCoverage")]
  const score = noticed + missed === 0 ? "" : `${((100 * noticed) / (noticed + missed)).toFixed(1)} %`
  return `| ${name} | ${noticed + missed} | ${noticed} | ${count("Timeout")} | ${missed} | ${score} |`
}
const missed = results
  .filter(({ status }) => status === "Survived" || status === "NoCoverage")
  .map(({ fileName, location: { start }, mutatorName, replacement }) => {
    const place = `${fileName.replace(/^.*packages\/core\/src\//, "")}:${start.line}:${start.column}`
    return `- \`${place}\` ${mutatorName}: \`${(replacement ?? "").replaceAll(/\s+/g, " ").slice(0, 80)}\``
  })
const table = [
  "# mutation",
  "",
  "Every rule changed in every small way there is, one at a time, and how many of the changes the tests notice. A change that lets a",
  "test run for ever is noticed as well, and counted apart.",
  "",
  "| file | changes | noticed | of them endless | missed | score |",
  "|---|--:|--:|--:|--:|--:|",
  ...Object.entries(files).map(([name, of]) => row(name, of ?? [])),
  row("all", results),
  "",
  "Missed:",
  "",
  ...missed,
  ""
].join("\n")
if (paths.length === 0) writeFileSync(new URL("results/mutation.md", import.meta.url), table)
console.log(table)

function run({ name, tests }: Part, mutate: ReadonlyArray<string>) {
  // The runners are processes of their own, and read which tests they have from there.
  process.env.MUTATION_TESTS = JSON.stringify(tests)
  return new Stryker({
    mutate: [...mutate],
    testRunner: "vitest",
    vitest: { configFile: "bench/mutation.vitest.ts", related: false },
    coverageAnalysis: "perTest",
    plugins: ["@stryker-mutator/*", fileURLToPath(new URL("mutation.wording.ts", import.meta.url))],
    ignorers: ["wording"],
    reporters: ["progress"],
    // A runner waits for its worker to start as long as it works: two processors have enough to do with three.
    concurrency: 3,
    incremental: true,
    incrementalFile: `.mutation/${name}.json`,
    // A busy machine is slow, and slow is not endless.
    timeoutMS: 15_000,
    timeoutFactor: 3,
    ignorePatterns: ["docs", "examples", "out", "**/dist"]
  }).runMutationTest()
}

function isOf({ sources }: Part, path: string) {
  return sources.some((glob) => !glob.startsWith("!") && matchesGlob(path, glob))
}
