/** What needs what: the rules stand in `.dependency-cruiser.mjs`, and dependency-cruiser holds the sources against them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, assert, describe, it } from "@effect/vitest"
import { cruise, type ICruiseOptions, type ICruiseResult } from "dependency-cruiser"
import extractConfig from "dependency-cruiser/config-utl/extract-depcruise-config"

const repository = fileURLToPath(new URL("../../../", import.meta.url))
const config = await extractConfig(join(repository, ".dependency-cruiser.mjs"))
const scratch = mkdtempSync(join(tmpdir(), "arrows-"))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** What the rules have against the sources of some folders. */
const against = async (baseDir: string, folders: ReadonlyArray<string>) => {
  const options: ICruiseOptions = {
    ...config.options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: config.forbidden ?? [] }
  }
  const { output } = await cruise([...folders], options)
  // Without an output type the answer is a value.
  const { modules, summary } = output as ICruiseResult
  return {
    modules: modules.length,
    broken: summary.violations.map(({ from, rule, to }) => `${rule.name}: ${from} needs ${to}`)
  }
}

/** A house of some files of core, each with what it imports. */
const house = (name: string, files: Readonly<Record<string, ReadonlyArray<string>>>): string => {
  const root = join(scratch, name)
  for (const [file, needs] of Object.entries(files)) {
    const path = join(root, "packages/core/src", file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${needs.map((one) => `import type {} from "${one}"\n`).join("")}export {}\n`)
  }
  return root
}

describe("What needs what", () => {
  it("no file and no folder of a package, example or benchmark needs itself, and no chapter one above it", async () => {
    const packages = [
      "core",
      "adapter-crm",
      "adapter-memory",
      "adapter-sql",
      "adapter-till",
      "adapter-weibo",
      "cli",
      "desk",
      "dualops"
    ].map((name) => `packages/${name}/src`)
    const { broken, modules } = await against(repository, [...packages, "examples", "bench"])
    assert.isAbove(modules, 500)
    assert.deepStrictEqual(broken, [])
  })

  it.each([
    ["a circle of files", "no circle of files", { "process/A.ts": ["./B.ts"], "process/B.ts": ["./A.ts"] }],
    [
      "a circle of folders",
      "no circle of folders",
      {
        "printing/A.ts": ["../files/B.ts"],
        "files/B.ts": [],
        "files/C.ts": ["../printing/D.ts"],
        "printing/D.ts": []
      }
    ],
    [
      "the ground that needs the kernel",
      "nothing above storey 3",
      { "account/A.ts": ["../process/B.ts"], "process/B.ts": [] }
    ],
    [
      "a desk that names a practice",
      "the desk names no practice",
      { "../../desk/src/A.ts": ["../../core/src/practices/B.ts"], "practices/B.ts": [] }
    ],
    [
      "a verifier that reaches operations by two steps",
      "the verifier reaches nothing that runs",
      { "verifier/A.ts": ["../practices/B.ts"], "practices/B.ts": ["../operations/C.ts"], "operations/C.ts": [] }
    ]
  ] as const)("%s is told", async (name, rule, files) => {
    const { broken } = await against(house(name.replaceAll(" ", "-"), files), ["packages"])
    assert.isAbove(broken.length, 0)
    assert.deepStrictEqual([...new Set(broken.map((one) => one.split(":")[0]))], [rule])
  })
})
