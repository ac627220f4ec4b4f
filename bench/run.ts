/**
 * `npm run bench -- NAME` runs the benchmark of that name.
 *
 * @module
 */
import { readdirSync } from "node:fs"

const names = readdirSync(import.meta.dirname)
  .filter((file) => /^[a-z][a-z-]*\.ts$/.test(file) && file !== "run.ts")
  .map((file) => file.slice(0, -".ts".length))
const name = process.argv[2] ?? ""

if (names.includes(name)) await import(`./${name}.ts`)
else {
  console.error(
    `${name === "" ? "Which benchmark?" : `There is no benchmark "${name}".`} There is: ${names.join(", ")}.`
  )
  process.exitCode = 1
}
