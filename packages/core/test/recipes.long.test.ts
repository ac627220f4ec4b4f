/**
 * The recipes of CONTRIBUTING, followed in a copy of the sources: what a practice with its process, section and rule, and a port with its
 * suite and adapter, make somebody edit of the files that are there.
 */
import { spawnSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"

const core = fileURLToPath(new URL("../", import.meta.url))
const repository = join(core, "../..")
const scratch = mkdtempSync(join(tmpdir(), "recipes-"))
const src = join(scratch, "src")
const files = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => [file, readFileSync(join(folder, file), "utf8")])
  )
const before = files(join(core, "src"))
/** The files of the house that are no longer what they were. */
const edited = () => [...files(src)].filter(([file, text]) => before.has(file) && before.get(file) !== text)

/** Where each public name of each chapter stands, and whether the module itself is the name. */
const doors: ReadonlyMap<string, { readonly file: string; readonly isModule: boolean }> = new Map(
  Object.entries<Readonly<Record<string, string>>>(
    JSON.parse(readFileSync(join(core, "package.json"), "utf8")).exports
  ).flatMap(([chapter, { "dualops:source": source = "" }]) => {
    const door = source.replace("./src/", "")
    const names = [...(before.get(door) ?? "").matchAll(/export (\* as (\w+)|\{ (\w+) \}) from "([^"]+)"/g)]
    return names.map(
      ([, , module, value, from = ""]) =>
        [
          `@dualops/core${chapter.slice(1)} ${module ?? value ?? ""}`,
          { file: join(src, dirname(door), from), isModule: module !== undefined }
        ] as const
    )
  })
)
/** What stands in the house names what it needs by its file, and not by its chapter. */
const inHouse = (text: string, file: string) =>
  text.replaceAll(/import (?:type )?\{([^}]*)\} from "(@dualops\/core[^"]*)"\n/g, (_, names: string, chapter: string) =>
    names
      .split(",")
      .map((name) => name.trim().replace(/^type /, ""))
      .map((name) => {
        const door = doors.get(`${chapter} ${name}`)
        assert.isDefined(door, name)
        const from = relative(dirname(file), door?.file ?? "").replace(/^(?!\.)/, "./")
        return `import ${door?.isModule === true ? `* as ${name}` : `{ ${name} }`} from "${from}"\n`
      })
      .join("")
  )
const add = (file: string, text: string) => {
  const path = join(src, file)
  assert.isFalse(before.has(file))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, inHouse(text, path))
}
const edit = (file: string, ...changes: ReadonlyArray<readonly [from: string, to: string]>) => {
  const text = changes.reduce((all, [from, to]) => {
    assert.include(all, from)
    return all.replace(from, to)
  }, before.get(file) ?? "")
  writeFileSync(join(src, file), text)
}
const node = (...args: ReadonlyArray<string>): string => {
  const { stderr, stdout } = spawnSync(process.execPath, args, { cwd: scratch, encoding: "utf8" })
  return stdout + stderr
}

describe("Following CONTRIBUTING", () => {
  beforeAll(() => {
    cpSync(join(core, "src"), src, { recursive: true })
    for (const file of ["tsconfig.json", "package.json"]) cpSync(join(core, file), join(scratch, file))
    cpSync(join(repository, "tsconfig.base.json"), join(scratch, "tsconfig.base.json"))
    const config = readFileSync(join(scratch, "tsconfig.json"), "utf8").replace("../../tsconfig", "./tsconfig")
    writeFileSync(join(scratch, "tsconfig.json"), config)
    symlinkSync(join(repository, "node_modules"), join(scratch, "node_modules"))
  })
  afterAll(() => rmSync(scratch, { recursive: true, force: true }))

  it("a process, a section, a rule and the practice that has them edit one list, and nothing else", () => {
    for (const name of ["PrizeClaim", "PrizeClaimProcess", "Prizes"])
      add(`practices/prizes/${name}.ts`, readFileSync(join(repository, `examples/prizes/${name}.ts`), "utf8"))
    assert.deepStrictEqual(edited(), [])
    edit(
      "practices/Practices.ts",
      [
        `import type { Any } from "../process/Process.ts"\n`,
        `import type { Any } from "../process/Process.ts"\nimport { prizes } from "./prizes/Prizes.ts"\n`
      ],
      [
        "export const house: ReadonlyArray<Practice> = [\n",
        "export const house: ReadonlyArray<Practice> = [\n  prizes,\n"
      ]
    )
    assert.deepStrictEqual(
      edited().map(([file]) => file),
      ["practices/Practices.ts"]
    )
  })

  it("a port, its suite and an adapter edit nothing", () => {
    add(
      "internal-system/promotion/Coupons.ts",
      `/** Port: coupons that are given out. */
import { Context, type Effect } from "effect"

/** Coupons that are given out. */
export class Coupons extends Context.Service<Coupons, { readonly next: Effect.Effect<string> }>()("@dualops/core/Coupons") {}
`
    )
    add(
      "testing/CouponsSuite.ts",
      `/** The suite of coupons. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"
import { Coupons } from "../internal-system/promotion/Coupons.ts"

export const suite = (name: string, layer: Layer.Layer<Coupons>): void => {
  describe(name, () => {
    it.effect("gives out no coupon twice", () =>
      Effect.gen(function* () {
        const { next } = yield* Coupons
        assert.notStrictEqual(yield* next, yield* next)
      }).pipe(Effect.provide(layer))
    )
  })
}
`
    )
    add(
      "testing/MemoryCoupons.ts",
      `/** Coupons in memory. */
import { Effect, Layer } from "effect"
import { Coupons } from "../internal-system/promotion/Coupons.ts"

export const layer: Layer.Layer<Coupons> = Layer.sync(Coupons, () => {
  let given = 0
  return { next: Effect.sync(() => String(given++)) }
})
`
    )
    assert.deepStrictEqual(
      edited().map(([file]) => file),
      ["practices/Practices.ts"]
    )
  })

  it("compiles, and makes no handbook wrong that was right", () => {
    assert.strictEqual(
      node(join(repository, "typecheck/node_modules/typescript/bin/tsc"), "-p", "tsconfig.json", "--noEmit"),
      ""
    )
    const said = node(
      "--input-type=module",
      "--eval",
      `import { readFileSync } from "node:fs"
       import { DateTime } from "effect"
       import { holidays } from "./src/calendar/ChineseHolidays.ts"
       import { Practices } from "./src/practices/index.ts"
       import { Verifier } from "./src/verifier/index.ts"
       const at = DateTime.makeUnsafe("2026-09-01T02:00:00Z")
       const check = (name, practices) =>
         Verifier.checkFile(name, readFileSync(${JSON.stringify(join(repository, "examples/handbooks"))} + "/" + name, "utf8"), { holidays, at, practices })
       const others = Practices.house.filter(({ name }) => name !== "prizes")
       console.log(JSON.stringify({
         isRun: Practices.processes().map(({ name }) => name).includes("PrizeClaim"),
         right: check("minimal.yaml"),
         same: ["minimal.yaml", "xinghe.yaml", "../brand-day/handbook.yaml"].map((name) =>
           JSON.stringify(check(name)) === JSON.stringify(check(name, others)))
       }))`
    )
    assert.deepStrictEqual(JSON.parse(said), { isRun: true, right: [], same: [true, true, true] })
  })
})
