/**
 * Everything that has to be green, one after another: `npm test`. With `CI=true` also what a release needs, and the long laws.
 *
 * @module
 */
import { spawnSync } from "node:child_process"

const isWhole = process.env.CI === "true"
const steps = ["lint", "typecheck", ...(isWhole ? ["build", "check:pack", "docs"] : []), "test:only"]

if (!isWhole) console.log("Packages, docs and the long laws are left out; CI=true npm test tries them as well.")
for (const step of steps) {
  console.log(`\n${step}`)
  const begun = performance.now()
  const { status } = spawnSync(`npm run --silent ${step}`, { shell: true, stdio: "inherit" })
  // The last line of all is that of the tests.
  if (step !== steps.at(-1)) console.log(`${step} took ${Math.round((performance.now() - begun) / 1000)} s`)
  if (status !== 0) {
    process.exitCode = status ?? 1
    break
  }
}
