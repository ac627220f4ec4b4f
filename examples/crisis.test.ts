import { assert, describe, it } from "@effect/vitest"
import { outcome } from "./crisis.ts"

describe("A crisis, from what fans write to what is learnt of it, on SQLite", () => {
  it("is offered by an alarm, holds everything but its statement, and brings back what it held", () => {
    assert.match(outcome.refused, /^「立即发布」暂停办理，见「危机」.*经办人 lin。$/)
    assert.deepStrictEqual<unknown>(
      { ...outcome, refused: "" },
      {
        raised: 1,
        // A hundred who wrote raised it; two hundred and sixty, a moment later, made it grave.
        level: "危机",
        refused: "",
        own: "Process.NotSeparate",
        during: ["我们已停售"],
        late: 1,
        held: ["午茶", "晚安"],
        problem: "夜里联系不上门店",
        afterwards: ["早安 #星"],
        over: "Over"
      }
    )
  })
})
