import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { freshFolder, start } from "./running.ts"

const file = (name: string) => join(import.meta.dirname, name)
/** The day has begun: its folder has all that a folder has. */
const begun = { stop: { after: 0, from: "first step", by: "SIGINT" } } as const

describe("the folder of a day", () => {
  it("asks for a new version when the handbook says something else, not when it is written otherwise", async () => {
    const out = freshFolder()
    const copy = join(out, "handbook.yaml")
    const text = readFileSync(file("handbook.yaml"), "utf8")
    writeFileSync(copy, text)
    await start(join(out, "out"), { arguments: ["--handbook", copy], ...begun })
    writeFileSync(copy, `# for the autumn\n\n${text.replace(/: {2,}/g, ": ")}\n`)
    assert.strictEqual((await start(join(out, "out"), { arguments: ["--handbook", copy] })).code, 0)
    writeFileSync(copy, text.replace(/tolerance: .*/, "tolerance: 47 minutes"))
    const changed = await start(join(out, "out"), { arguments: ["--handbook", copy] })
    assert.strictEqual(changed.code, 1)
    assert.match(changed.printed, /changed-without-version/)
  })

  it("says in a sentence what is wrong with its store, and leaves the file as it is", async () => {
    const out = freshFolder()
    await start(out, begun)
    writeFileSync(join(out, "store.sqlite"), "three years of work ".repeat(100))
    const { code, printed } = await start(out)
    assert.strictEqual(code, 1)
    assert.match(printed, /store\.sqlite cannot be opened: file is not a database\n/)
    assert.notMatch(printed, /\n +at /)
    assert.match(readFileSync(join(out, "store.sqlite"), "utf8"), /^three years of work/)
  })

  it("begins anew with --fresh, and takes away nothing but what it left itself", async () => {
    const out = freshFolder()
    writeFileSync(join(out, "thesis.txt"), "three years of work")
    await start(out, begun)
    assert.strictEqual((await start(out, { arguments: ["--fresh"] })).code, 0)
    assert.strictEqual(readFileSync(join(out, "thesis.txt"), "utf8"), "three years of work")
  })

  it("keeps out of a folder where others keep a store, handbooks or a page, also with --fresh", async () => {
    for (const name of ["store.sqlite", "index.html", join("handbooks", "xinghe.yaml")]) {
      const out = freshFolder()
      mkdirSync(join(out, "handbooks"))
      writeFileSync(join(out, name), "three years of work")
      for (const more of [[], ["--fresh"]]) {
        const { code, printed } = await start(out, { arguments: more })
        assert.strictEqual(code, 1, printed)
        assert.match(printed, /folder\/not-of-a-day\n.*: (store\.sqlite|index\.html|handbooks)\. .*--out FOLDER/)
      }
      assert.strictEqual(readFileSync(join(out, name), "utf8"), "three years of work")
      assert.isFalse(existsSync(join(out, "weibo.ndjson")))
    }
  })

  it("takes away its own editions with --fresh, and not the handbook that somebody put beside them", async () => {
    const out = freshFolder()
    const [old, own] = [join(out, "handbooks", "0123456789abcdef.yaml"), join(out, "handbooks", "my-own.yaml")]
    mkdirSync(join(out, "handbooks"))
    writeFileSync(old, readFileSync(file("handbook.yaml"), "utf8").replace('version: "2026-09"', "version: old"))
    writeFileSync(own, "not: a handbook yet")
    const { code, printed } = await start(out, { arguments: ["--fresh"] })
    assert.strictEqual(code, 0, printed)
    assert.isFalse(existsSync(old))
    assert.strictEqual(readFileSync(own, "utf8"), "not: a handbook yet")
  })

  it("does not go on with another account's day, and leaves it as it is", async () => {
    const out = freshFolder()
    const mine = join(out, "mine.yaml")
    writeFileSync(mine, readFileSync(file("handbook.yaml"), "utf8").replace('id: "5644764907"', 'id: "1000000001"'))
    await start(out, begun)
    const left = () => readdirSync(out, { recursive: true }).map(String).sort()
    const before = left()
    const { code, printed } = await start(out, { arguments: ["--handbook", mine] })
    assert.strictEqual(code, 1, printed)
    assert.match(printed, /folder\/of-another-account\n.*5644764907.*1000000001.*--out FOLDER.*--fresh/)
    assert.notMatch(printed, /done before/)
    assert.deepStrictEqual(left(), before)
    const anew = await start(out, { arguments: ["--handbook", mine, "--fresh"] })
    assert.strictEqual(anew.code, 0, anew.printed)
  })
})
