/** What the handbook has names for is offered where a form asks for one, and nothing else. */
import { readFileSync } from "node:fs"
import { ChineseHolidays } from "@dualops/core/calendar"
import { PlacementProcess } from "@dualops/core/channels"
import { HandbookFile } from "@dualops/core/files"
import { CrisisProcess, CrisisSection, Edition } from "@dualops/core/practices"
import { Process } from "@dualops/core/process"
import { Fields } from "@dualops/desk"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { atTen, elements, get } from "./house.ts"

const xinghe = new URL("../../../examples/handbooks/xinghe.yaml", import.meta.url)

const offered = (html: string, field: string) => {
  const all = elements(html)
  const list = all.find(({ has }) => has.name === field)?.has.list
  const from = all.findIndex(({ has, tag }) => tag === "datalist" && has.id === list)
  const rest = all.slice(from + 1)
  const end = rest.findIndex(({ tag }) => tag !== "option")
  return from === -1 ? undefined : rest.slice(0, end).map(({ has }) => has.value)
}

describe("A form", () => {
  it.effect("offers the people of the handbook where it asks for one, and takes what is typed all the same", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const { text } = yield* get(desk, "lin", "/zh/begin/Takeover/Take")
        assert.deepStrictEqual(offered(text, "input.absent"), ["lin", "zhou", "he"])
        // What is no reference is offered nothing.
        assert.isUndefined(offered(text, "input.until"))
        const stranger = yield* get(desk, "stranger", "/zh/begin/Takeover/Take")
        assert.notInclude(stranger.text, "zhou")
      })
    )
  )

  it("knows the crisis levels and the resources of the handbook where a step asks for one", () => {
    const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", readFileSync(xinghe, "utf8")))
    const { names } = Edition.edition(handbook, ChineseHolidays.holidays)
    const offeredIn = (process: Process.Any, step: string, field: string) => {
      const shape = Fields.at(Fields.of(Process.inputOf(process, step)), [field])?.shape
      return shape?.kind === "text" && shape.named !== undefined ? names?.(shape.named) : undefined
    }
    assert.deepStrictEqual(
      offeredIn(CrisisProcess, "Declare", "level"),
      CrisisSection.find(handbook)?.levels.map(({ name }) => name)
    )
    assert.deepStrictEqual(
      [...(offeredIn(PlacementProcess, "Ask", "channel") ?? [])].sort(),
      Object.keys(handbook.resources).sort()
    )
  })
})
