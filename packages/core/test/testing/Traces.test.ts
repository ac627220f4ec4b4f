import { PostProcess } from "@dualops/core/content"
import { Process } from "@dualops/core/process"
import { Coverage, Traces } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertTrue } from "@effect/vitest/utils"
import * as fc from "fast-check"
import { cast } from "../internal-system/content/PostCast.ts"

const runs = fc.sample(Traces.arbitrary(PostProcess, cast), { numRuns: 500, seed: 7 })

describe("Random runs", () => {
  it("come to every state of a post, and take every step and have it refused", () => {
    const { refused, states, taken } = Coverage.measure(PostProcess, runs)
    const often = (least: number) => (counts: Readonly<Record<string, number>>) =>
      assert.deepStrictEqual(
        Object.entries(counts).filter(([, count]) => count < least),
        []
      )
    often(20)(states)
    often(2)(taken)
    often(2)(refused)
  })

  it("are made of people who act for themselves and for each other, of the clock, and of the world", () => {
    const by = runs.flatMap(({ history }) => history.map(({ by }) => by))
    for (const tag of ["Person", "Clock", "World"]) assertTrue(by.some(({ _tag }) => _tag === tag))
    const forOthers = by.filter((one) => one._tag === "Person" && one.onBehalfOf !== undefined)
    assertTrue(forOthers.length > 20 && forOthers.length < by.length / 2)
  })

  it("have rights in them that are given and withdrawn as time goes by", () => {
    const [lin] = cast.people
    assertTrue(lin !== undefined)
    const at = runs.flatMap(({ tried }) => tried.map(({ attempt }) => attempt.at))
    const changes = runs.filter(({ rulebook }) => {
      const may = new Set(
        at.slice(0, 200).map((moment) => rulebook.entitled({ _tag: "Person", person: lin }, "content.compose", moment))
      )
      return may.size === 2
    })
    assertTrue(changes.length > 10)
  })

  it("fire deadlines in time and late, and are never longer than thirty moves", () => {
    const late = new Set(
      runs.flatMap(({ history }) =>
        history.flatMap((one) => (one.step === "Publish" ? [JSON.stringify(one.facts)] : []))
      )
    )
    assert.deepStrictEqual([...late].sort(), ['{"late":false}', '{"late":true}'])
    assertTrue(runs.every(({ tried }) => tried.length <= 30))
  })

  it("are the same for the same seed, and can be told", () => {
    const [one, other] = [1, 2].map(() => fc.sample(Traces.arbitrary(PostProcess, cast), { numRuns: 1, seed: 7 })[0])
    assertTrue(one !== undefined && other !== undefined)
    assert.strictEqual(Traces.tell(one), Traces.tell(other))
    assert.include(Traces.tell(one), "Compose")
  })

  it("stop when the case is over", () => {
    for (const { tried } of runs) {
      for (const { before } of tried) assertTrue(before === undefined || !Process.isOver(PostProcess, before))
    }
  })
})
