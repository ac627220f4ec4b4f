import { assert, describe, it } from "@effect/vitest"
import { outcome } from "./win-back.ts"

describe("A wave to fans who have gone quiet", () => {
  it("is compared with those who were left out by lot, and says what it has brought", () => {
    assert.deepStrictEqual<unknown>(outcome, {
      refused: "lin 已做过「提议」，「通过并发送」须由他人处理。",
      letters: 346,
      leftOut: 53,
      said: {
        zh: "写信 346 人，回来 90 人；留出 53 人，回来 2 人；信带回了粉丝（差 12.3 至 27.8 个百分点）。",
        en: "of 346 who were written to 90 came back, of 53 who were not 2 did; the letters brought fans back (12.3 to 27.8 percentage points)."
      }
    })
  })
})
