import { EveryRun } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { ann, ben, cleo, Errand, rulebook } from "../process/Errand.ts"

const cast = { people: [ann, ben, cleo], settings: [rulebook.settings] }

describe("Laws on random runs", () => {
  it("look at the same runs, which are made once", () => {
    const everyRun = EveryRun.of(Errand, cast, 50)
    const seen: Array<ReadonlyArray<unknown>> = [0, 1].map(() => {
      const runs: Array<unknown> = []
      everyRun((run) => void runs.push(run))
      return runs
    })
    const [one = [], other = []] = seen
    assert.lengthOf(one, 50)
    for (const [index, run] of one.entries()) assert.strictEqual(run, other[index])
  })

  it("that break are broken by a plain run, which is told with its seed", () => {
    const everyRun = EveryRun.of(Errand, cast, 200)
    const broken: Array<number> = []
    const law = () =>
      everyRun(({ history }) => {
        if (history.length < 2) return
        broken.push(history.length)
        throw new Error("Two steps were taken.")
      })
    assert.throws(law, /seed: /)
    assert.strictEqual(broken.at(-1), 2)
  })

  it("that break by chance are red as well", () => {
    let times = 0
    const everyRun = EveryRun.of(Errand, cast, 20)
    assert.throws(() => everyRun(() => assert.notStrictEqual(++times, 7, "once")), /once/)
  })
})
