import { NoticeProcess } from "@dualops/core/attention"
import { PostProcess } from "@dualops/core/content"
import { Operations, Worker } from "@dualops/core/operations"
import { Allowance, Soundness } from "@dualops/core/process"
import { ProcessLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect } from "effect"
import { TestClock } from "effect/testing"
import { later, moon, nine, qin, tang, work, zhou } from "./house.ts"
import { heard, house, reaching } from "./NoticeCast.ts"

describe("A reminder", () => {
  it.effect("comes less and less often: in three days six times, and not every hour", () =>
    house(
      Effect.gen(function* () {
        yield* Operations.send(PostProcess, {
          key: "idea",
          case: moon,
          step: "Compose",
          by: tang,
          input: {
            account: "1234567890" as never,
            content: { text: "中秋 https://xinghe.example.com/ ", pictures: [] },
            slot: later(6_000)
          }
        })
        yield* Operations.send(PostProcess, { key: "done", case: moon, step: "Submit", by: tang, input: {} })
        const hours: Array<number> = []
        for (let minute = 0; minute < 3 * 24 * 60; minute++) {
          const before = heard.length
          yield* TestClock.setTime(later(minute).epochMilliseconds)
          yield* Worker.round({ ...work, carriers: [reaching(["tang"])] })
          if (heard.length > before) hours.push(Math.round(Duration.toHours(DateTime.distance(nine, later(minute)))))
        }
        assert.deepStrictEqual(hours, [1, 3, 7, 15, 31, 55])
      })
    )
  )
})

describe("NoticeProcess", () => {
  it("is sound", () => {
    assert.deepStrictEqual(Soundness.check(NoticeProcess), [])
  })
})

ProcessLaws.suite("Notice", NoticeProcess, {
  people: [zhou.person, tang.person],
  settings: [
    { lead: tang.person, attention: Allowance.always("1 hour") },
    { lead: tang.person, others: [zhou.person, qin.person], attention: Allowance.always("3 hours") }
  ]
})
