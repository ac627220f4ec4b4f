/** `dualops report`: what it writes for each ending, and what it refuses. */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { NodeSqlite, SqlObservationStore, SqlStore } from "@dualops/adapter-sql"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { folderOf, run } from "./run.ts"

const minimal = readFileSync(new URL("../../../examples/handbooks/minimal.yaml", import.meta.url), "utf8")
const settings = {
  handbook: "handbook.yaml",
  store: "store.sqlite",
  weibo: "emulator",
  desk: { port: 0, door: "local" }
}
const folder = () => folderOf({ "handbook.yaml": minimal, "dualops.config.json": JSON.stringify(settings) })

/** A folder in which a house has been, and nothing has happened. */
const begun = async () => {
  const place = folderOf({
    "handbook.yaml": minimal,
    "dualops.config.json": JSON.stringify(settings),
    "emulator/.keep": ""
  })
  const store = Layer.merge(SqlStore.layer, SqlObservationStore.layer)
  const sqlite = NodeSqlite.layer({ filename: join(place, "emulator/store.sqlite") })
  await Effect.runPromise(Effect.provide(Effect.void, Layer.provide(store, sqlite)))
  return place
}

const report = (place: string, ...args: ReadonlyArray<string>) =>
  run(place, ["report", "--config", "dualops.config.json", ...args])

describe("dualops report", () => {
  it("writes the kind of file that its name ends with", async () => {
    const place = await begun()
    const begins = {
      html: "<!doctype html>",
      md: "# ",
      csv: "\ufeff",
      xlsx: "PK",
      parquet: "PAR1"
    }
    for (const [ending, first] of Object.entries(begins)) {
      const { error, exit, out } = await report(place, "--on", "2026-09-09", "--out", `week.${ending}`)
      assert.deepStrictEqual([exit, error, out], [0, "", `week.${ending}\n`])
      assert.isTrue(
        readFileSync(join(place, `week.${ending}`))
          .toString("utf8")
          .startsWith(first),
        ending
      )
    }
    const text = readFileSync(join(place, "week.md"), "utf8")
    assert.include(text, "2026-09-07")
    assert.include(text, "2026-09-13")
  })

  it("refuses a file of another ending, in words that name those that there are, and writes nothing", async () => {
    const place = await begun()
    const { error, exit } = await report(place, "--out", "week.pdf")
    assert.notStrictEqual(exit, 0)
    for (const ending of [".html", ".md", ".csv", ".xlsx", ".parquet"]) assert.include(error, ending)
    assert.isFalse(existsSync(join(place, "week.pdf")))
  })

  it("refuses where no house has run, and makes no empty store in the place of one", async () => {
    const place = folder()
    const { error, exit } = await report(place, "--out", "week.html")
    assert.strictEqual(exit, 2)
    assert.include(error, "There is no store emulator/store.sqlite")
    assert.isFalse(existsSync(join(place, "emulator")))
    assert.isFalse(existsSync(join(place, "week.html")))
    assert.include((await report(place, "--lang", "zh", "--out", "week.html")).error, "还没有存储")
  })

  it("is of one campaign where its case is named, and refuses one that nobody has begun", async () => {
    const { error, exit } = await report(await begun(), "--campaign", "autumn", "--out", "autumn.html")
    assert.deepStrictEqual([exit, error.includes("There is no campaign autumn")], [2, true], error)
  })

  it("is made while the house runs, whoever listens at its port", async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const place = await begun()
    const address = server.address()
    const port = typeof address === "object" && address !== null ? address.port : 0
    writeFileSync(join(place, "dualops.config.json"), JSON.stringify({ ...settings, desk: { ...settings.desk, port } }))
    const { error, exit } = await report(place, "--out", "week.csv")
    server.close()
    assert.deepStrictEqual([exit, error], [0, ""])
  })
})
