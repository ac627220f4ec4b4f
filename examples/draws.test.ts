import { readFileSync } from "node:fs"
import { ChineseHolidays } from "@dualops/core"
import { Verifier } from "@dualops/core/verifier"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import { below, carriers, entry, published, section, slip } from "./draws.ts"

describe("A house that draws prizes", () => {
  it("says so in its handbook, whose check asks for two people who may", () => {
    const plain = readFileSync(new URL("handbooks/minimal.yaml", import.meta.url), "utf8")
    const at = DateTime.makeUnsafe("2026-09-14T02:00:00Z")
    const check = (text: string) =>
      Verifier.checkFile("handbook.yaml", text, { holidays: ChineseHolidays.holidays, at }).map(
        ({ message }) => message.en
      )
    const missing = check(`${plain}\n${section}`)
    assert.isTrue(missing.some((text) => text.includes("promotion.draw")))
    assert.isTrue(missing.some((text) => text.includes("promotion.deliver")))
  })

  it("carries what a draw asks for, and hears entries that name nobody in their facts", () => {
    assert.deepStrictEqual(
      carriers.map(({ kind }) => kind.name),
      ["PrepareDraw", "FreezeDraw", "DrawLots"]
    )
    assert.notInclude(JSON.stringify(entry.facts), "2489518277")
    assert.match(slip, /^[0-9a-f]{32}$/)
  })

  it.live("publishes nothing of a draw that is not drawn", () =>
    Effect.gen(function* () {
      assert.isUndefined(yield* published("<html>", "mid-autumn"))
    }).pipe(Effect.provide(below))
  )
})
