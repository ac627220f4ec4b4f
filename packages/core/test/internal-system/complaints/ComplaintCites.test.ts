import { Actor } from "@dualops/core"
import { PreparedAnswer } from "@dualops/core/answer-library"
import { ComplaintProcess } from "@dualops/core/complaints"
import { Process } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Result } from "effect"
import { account, bao, chen, monday, receive, settings, standingBy, wrote } from "./ComplaintCast.ts"

const refunds = PreparedAnswer.PreparedAnswerId.make("refunds")
const library = { [refunds]: { owner: bao, until: monday("12:00") } }
const text = "退款三日内到账。"
const cites = [refunds]

describe("A complaint whose words were prepared", () => {
  const say = (time: string) =>
    Process.accept(ComplaintProcess, standingBy({ ...settings, library }, receive()), {
      ...receive(),
      case: standingBy(settings, receive()).id,
      handbook: standingBy(settings, receive()).handbook,
      entitled: () => true,
      settings: { ...settings, library },
      step: "Reply",
      by: Actor.person(chen),
      at: monday(time),
      input: { text, cites }
    })

  it("hands on what they were made of to the answer that says them", () => {
    const event = Result.getOrThrow(say("11:59"))
    const after = Process.evolve(ComplaintProcess, standingBy({ ...settings, library }, receive()), event)
    const [asked] = Process.actions(ComplaintProcess, after, event)
    assertEquals<unknown>(asked?.request, {
      input: { account, interaction: wrote(), text, cites },
      by: Actor.person(chen)
    })
    assert.notProperty(after.state, "cites")
  })

  it("is refused what has ended", () => {
    assertEquals<unknown>(
      say("12:00"),
      Result.fail(new PreparedAnswer.Ended({ cited: refunds, owner: bao, until: monday("12:00") }))
    )
  })
})
