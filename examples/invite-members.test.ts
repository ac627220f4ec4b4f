import { assert, describe, it } from "@effect/vitest"
import { outcome } from "./invite-members.ts"

describe("Members' day, on SQLite", () => {
  it("invites each member once by two campaigns, and never who has opted out", () => {
    assert.deepStrictEqual<unknown>(outcome, {
      refused: "lin 已做过「起草」，「通过」须由他人处理。",
      first: 19,
      answers: ["Show", "OptOut", "NotOurs"],
      sent: [19, 0, 18],
      optedOut: [1, 0, 0],
      most: 1
    })
  })
})
