/** Practices of a brand's own on the command line: named once, in `dualops.config.ts`. */
import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { folderOf, start } from "./run.ts"

const minimal = readFileSync(new URL("../../../examples/handbooks/minimal.yaml", import.meta.url), "utf8")
const core = new URL("../../core/src/practices/index.ts", import.meta.url).href
const prizes = new URL("../../../examples/prizes/Prizes.ts", import.meta.url).href
const config = `import { Practices } from "${core}"
import { prizes } from "${prizes}"
export default { practices: [...Practices.house, prizes] }
`
const handbook = (owner: string) =>
  `${minimal}\nprizes: { owner: ${owner}, answers: { time: 4 hours, calendar: office } }\n`
const dualops = (files: Readonly<Record<string, string>>, ...args: ReadonlyArray<string>) =>
  start(folderOf(files), args).ended

describe("dualops.config.ts", () => {
  it("names practices whose sections a handbook may have, and which are checked with it", async () => {
    const files = { "h.yaml": handbook("nobody"), "dualops.config.ts": config }
    assert.include((await dualops(files, "check", "h.yaml")).out, "prizes.owner names nobody")
    const unknown = await dualops({ "h.yaml": handbook("nobody") }, "check", "h.yaml")
    assert.include(unknown.out, "file/unknown-key")
  })

  it("has its pages printed, and its rules explained", async () => {
    const files = { "h.yaml": handbook("lin"), "dualops.config.ts": config }
    assert.include((await dualops(files, "print", "h.yaml")).out, "Settled within")
    const { out } = await dualops(files, "explain", "prizes/owner-may-not-settle")
    assert.include(out, "The owner of the claims may settle them.")
  })

  it("has its sections in the schema for editors, which lacks them elsewhere", async () => {
    const properties = async (files: Readonly<Record<string, string>>): Promise<ReadonlyArray<string>> =>
      Object.keys(JSON.parse((await dualops(files, "schema")).out).properties)
    assert.include(await properties({ "dualops.config.ts": config }), "prizes")
    assert.notInclude(await properties({}), "prizes")
  })

  it("runs as the module that it is in a folder that npm init has made, and so does what it imports", async () => {
    const config = 'import { name } from "./mine.ts"\nexport default { name }\n'
    const mine = "export const name: string = 'mine'\n"
    for (const type of ['{ "type": "commonjs" }', "{}", '{ "type": "module" }']) {
      const files = { "package.json": type, "h.yaml": minimal, "dualops.config.ts": config, "mine.ts": mine }
      const { error, exit, out } = await dualops(files, "check", "h.yaml")
      assert.deepStrictEqual([exit, out, error], [0, "No findings.\n", ""], type)
    }
    const old = {
      "package.json": '{ "type": "commonjs" }',
      "h.yaml": minimal,
      "dualops.config.js": "module.exports = {}"
    }
    assert.strictEqual((await dualops(old, "check", "h.yaml")).exit, 0)
  })

  it("that names two practices with one section is told so", async () => {
    const twice = config.replace("prizes] }", "prizes, prizes] }")
    const { error, exit } = await dualops({ "dualops.config.ts": twice }, "schema")
    assert.deepStrictEqual([exit, error.includes("both have a section prizes")], [2, true])
  })

  it("that does not run, or names no practices, ends the command with a sentence", async () => {
    const broken = await dualops({ "h.yaml": minimal, "dualops.config.js": "export default 1" }, "check", "h.yaml")
    assert.deepStrictEqual([broken.exit, broken.error.includes("has to say export default")], [2, true])
    const thrown = await dualops({ "h.yaml": minimal, "dualops.config.js": "throw new Error('no')" }, "check", "h.yaml")
    assert.deepStrictEqual([thrown.exit, thrown.error.includes("cannot be run: no")], [2, true])
  })
})
