import { assert, describe, it } from "@effect/vitest"
import { outcome } from "./codes.ts"

describe("Looking for mysterious codes, on SQLite", () => {
  it("redeems each code once, says why not another, and counts by placement, post and fan", () => {
    assert.deepStrictEqual<unknown>(outcome, {
      answers: [
        "这个码从 … 起可用。",
        "第 12 位可能写错了，请再核对一次。",
        "兑换成功。",
        "兑换成功。",
        "这个码已于 … 在 nanjing-road 兑换过。",
        "兑换成功。",
        "这个订单已于 … 取消，不再占用兑换码。",
        "这批码已停用。",
        "这个码已于 … 在 nanjing-road 兑换过。",
        "只有 0 位，兑换码有 12 位。"
      ],
      cancelled: "GivenBack",
      turn: 2,
      status: 200,
      redeemed: ["metro-line-2: 1 of 2000", "second-post: 2 of 100"],
      ofPost: 2,
      ofFan: 2,
      state: "Ended"
    })
  })
})
