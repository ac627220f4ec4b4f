/**
 * How many mistakes the tests notice: every rule is changed in every small way there is, one at a time, and the tests are run.
 *
 * `npm run mutation` takes minutes, so it is not part of `npm test`; with paths behind `--` it looks at those files only, and then it
 * keeps no table.
 *
 * @module
 */
import { writeFileSync } from "node:fs"
import { Stryker } from "@stryker-mutator/core"

const paths = process.argv.slice(3)
/** The kernel and the post. The sentences of the soundness check are left out: another wording is no mistake. */
const whole = [
  "packages/core/src/process/*.ts",
  "packages/core/src/internal-system/content/Post{Process,Publication,Review}.ts",
  "!**/SoundnessWords.ts"
]

const results = await new Stryker({
  mutate: paths.length > 0 ? paths : whole,
  testRunner: "vitest",
  vitest: { configFile: "bench/mutation.vitest.ts", related: false },
  coverageAnalysis: "perTest",
  reporters: ["progress"],
  concurrency: 2,
  ignorePatterns: ["docs", "examples", "out", "**/dist"]
}).runMutationTest()

const files = Object.groupBy(results, ({ fileName }) => fileName.replace(/^.*packages\/core\/src\//, ""))
const row = (name: string, of: typeof results) => {
  const count = (...statuses: ReadonlyArray<string>) => of.filter(({ status }) => statuses.includes(status)).length
  const [noticed, missed] = [count("Killed", "Timeout"), count("Survived", "NoCoverage")]
  return `| ${name} | ${noticed + missed} | ${noticed} | ${missed} | ${((100 * noticed) / (noticed + missed)).toFixed(1)} % |`
}
const missed = results
  .filter(({ status }) => status === "Survived" || status === "NoCoverage")
  .map(({ fileName, location: { start }, mutatorName, replacement }) => {
    const place = `${fileName.replace(/^.*packages\/core\/src\//, "")}:${start.line + 1}:${start.column + 1}`
    return `- \`${place}\` ${mutatorName}: \`${(replacement ?? "").replaceAll(/\s+/g, " ").slice(0, 80)}\``
  })
const table = [
  "# mutation",
  "",
  "Every rule changed in every small way there is, one at a time, and how many of the changes the tests notice.",
  "",
  "| file | changes | noticed | missed | score |",
  "|---|--:|--:|--:|--:|",
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
