/** Ids of accounts at Weibo: what its API calls `uid`, a number of 64 bits with a sign. */

import { Uid } from "@dualops/core/account"
import { ChineseHolidays } from "@dualops/core/calendar"
import { Verifier } from "@dualops/core/verifier"
import { assert, describe, it } from "@effect/vitest"
import { textOf } from "../handbook/worked.ts"
import { today } from "./worked.ts"

const { holidays } = ChineseHolidays

describe("The id of an account", () => {
  it("is a positive number of at most 63 bits, in decimal digits without zeros before it", () => {
    for (const id of ["1", "10503", "1902538057", "5644764907", "9223372036854775807"]) assert.isTrue(Uid.is(id), id)
    for (const id of [
      "9223372036854775808",
      "99999999999999999999",
      "01902538057",
      "0",
      "-5",
      "1e9",
      "5.0",
      "１９０２",
      "u5"
    ])
      assert.isFalse(Uid.is(id), id)
  })

  it("is told at its line where it is a name, with what should stand there", () => {
    const text = textOf("minimal").replace('id: "1000000001"', "id: xinghetea")
    const [one, ...others] = Verifier.checkFile("minimal.yaml", text, { holidays, at: today })
    assert.deepStrictEqual(others, [])
    assert.deepStrictEqual([one?.code, one?.severity], ["account/no-number", "error"])
    assert.deepStrictEqual(one?.where, { path: "account.id", file: "minimal.yaml", line: 6, column: 7 })
    assert.match(`${one?.message.en} ${one?.fix.en}`, /^The account's id xinghetea is no number .* Write the number/)
  })

  it("is told by its beginning where it is long", () => {
    const text = textOf("minimal").replace('id: "1000000001"', `id: "${"9".repeat(5000)}"`)
    const [one] = Verifier.checkFile("minimal.yaml", text, { holidays, at: today })
    assert.strictEqual(one?.code, "account/no-number")
    assert.isBelow(JSON.stringify(one).length, 1500)
  })
})
