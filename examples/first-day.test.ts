/** What the guide of the first day has others copy: the settings are read and say what they lack, and the questions about health are answered. */
import { execFileSync, spawnSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { assert, describe, it } from "@effect/vitest"
import * as dualops from "dualops"
import { PostProcess } from "dualops/processes"

const here = import.meta.dirname
const guide = (file: string) => readFileSync(join(here, "../docs", file), "utf8")
const shown = (text: string, file: string): string =>
  new RegExp(`<!-- file ${file.replaceAll(".", "\\.")} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? ""

/** A folder with the minimal handbook, and an empty place for a store. */
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), "dualops-first-day-"))
  cpSync(join(here, "handbooks/minimal.yaml"), join(made, "handbook.yaml"))
  for (const name of ["data", "emulator"]) mkdirSync(join(made, name))
  return made
}

const node = ["--conditions=dualops:source", "--disable-warning=ExperimentalWarning"]

for (const file of ["first-day.md", "zh/first-day.md"]) {
  describe(`docs/${file}`, () => {
    it("shows settings that are read, and that say every variable they lack", () => {
      const place = folder()
      writeFileSync(join(place, "dualops.config.ts"), shown(guide(file), "dualops.config.ts"))
      const { status, stderr } = spawnSync(
        process.execPath,
        [...node, join(here, "../packages/cli/src/main.ts"), "run"],
        {
          cwd: place,
          env: { PATH: process.env["PATH"] },
          encoding: "utf8"
        }
      )
      assert.strictEqual(status, 1, stderr)
      const names = [...stderr.matchAll(/The variable (\w+)/g)].map(([, name]) => name)
      assert.deepStrictEqual([...new Set(names)].sort(), ["DESK_FORMS", "DESK_PROXY", "WECOM", "WEIBO_TOKEN"])
      for (const name of new Set(names)) assert.include(shown(guide(file), ".env"), `${name}=`)
    })

    it("asks a store questions that it answers", async () => {
      const place = folder()
      const store = join(place, "data/store.sqlite")
      await using house = await dualops.open({
        handbook: { file: join(place, "handbook.yaml") },
        store: { file: store }
      })
      const worker = house.work({ poll: 50 })
      const database = new DatabaseSync(store, { readOnly: true })
      const [heart = "", ...others] = shown(guide(file), "health.sql").trim().split("\n")
      let beat = database.prepare(heart).get()?.["heart"]
      while (typeof beat !== "number") {
        await new Promise((resolve) => setTimeout(resolve, 50))
        beat = database.prepare(heart).get()?.["heart"]
      }
      assert.isBelow(Math.abs(beat), 30)
      assert.deepStrictEqual(
        others.flatMap((sql) => Object.values(database.prepare(sql).get() ?? {})),
        [0, 0]
      )
      database.close()
      await worker.stop()
    })
  })
}

it("the program of the ten minutes prints what waits for lin", async () => {
  const place = folder()
  {
    await using house = await dualops.open({
      handbook: { file: join(place, "handbook.yaml") },
      store: { file: join(place, "emulator/store.sqlite") }
    })
    const content = { text: "第一条微博来了 https://xinghe.example/hello ", pictures: [] }
    const input = { account: "1000000001", content, slot: new Date(Date.now() + 3_600_000) }
    await house.send(PostProcess, { key: "1", case: "first", step: "Compose", by: "lin", input })
  }
  const out = execFileSync(process.execPath, [...node, join(here, "ten-minutes.ts")], { cwd: place, encoding: "utf8" })
  assert.include(out, "Post Submit\n")
})
