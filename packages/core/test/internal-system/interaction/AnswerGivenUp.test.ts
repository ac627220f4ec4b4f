import { MemoryFans, MemoryReplies } from "@dualops/adapter-memory"
import { Reply, ReplyCarriers } from "@dualops/core/interaction"
import { Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"

import {
  account,
  chen,
  given,
  giveUp,
  loseSight,
  lost,
  mei,
  monday,
  notSeen,
  post,
  refuse,
  say,
  text,
  wrote
} from "./AnswerCast.ts"

const asked = { process: "Answer", case: Case.CaseId.make("moon") }

const request = { account, post, comment: wrote().id, text }
/** As often as the handbook says. */
const givenUp = [...lost, ...["09:13", "09:16", "09:19"].map((time) => notSeen(monday(time))), giveUp(chen)]
const again = say(mei, text, monday("09:40"))

describe("An answer that was given up may still come", () => {
  it("the same words are sent again with the moment of the first attempt, and looked for since then", () => {
    given(...givenUp)
      .when(again)
      .thenStands("Sending", { since: monday("09:40"), earlier: monday("09:10") })
      .thenAsks({ reply: { ...request, by: mei, earlier: monday("09:10") } })
    given(...givenUp, again)
      .when(loseSight(monday("09:41")))
      .thenAsks({ look: { ...request, by: mei, since: monday("09:10") } })
    const twice = ["09:43", "09:46", "09:49"].map((time) => notSeen(monday(time)))
    given(...givenUp, again, loseSight(monday("09:41")), ...twice)
      .when(giveUp(chen, monday("10:00")))
      .thenStands("Failed", { earlier: monday("09:10") })
    given(...givenUp, again)
      .when(refuse(monday("09:41")))
      .thenStands("Failed", { earlier: monday("09:10") })
  })

  it("other words are another answer, and so are those that the platform has refused", () => {
    given(...givenUp)
      .when(say(mei, "小河马上来。", monday("09:40")))
      .thenStands("Sending", { earlier: undefined })
    given(...lost, refuse(monday("09:20")))
      .when(again)
      .thenStands("Sending", { earlier: undefined })
  })

  it("the first words are remembered where others were tried between, and refused", () => {
    given(...givenUp, say(mei, "小河马上来。", monday("09:40")), refuse(monday("09:41")))
      .when(say(mei, text, monday("09:45")))
      .thenStands("Sending", { earlier: monday("09:10"), before: undefined })
      .thenAsks({ reply: { ...request, by: mei, earlier: monday("09:10") } })
  })
})

describe("The carrier of such an answer", () => {
  const carry = (came: ReadonlyArray<string>, earlier = monday("09:10")) =>
    Effect.gen(function* () {
      yield* TestClock.setTime(monday("09:40").epochMilliseconds)
      const { interactions, replies } = yield* MemoryFans.MemoryFans
      interactions.push(wrote())
      for (const reply of came) {
        replies.push({ reply: Reply.ReplyId.make(reply), post, text, at: monday("09:32") })
      }
      const [carrier] = ReplyCarriers.carriers
      assert.isDefined(carrier)
      const outcome = yield* Effect.exit(carrier.carry({ ...request, earlier } as never, "key", asked))
      return { outcome, out: replies.length }
    }).pipe(Effect.provide(MemoryReplies.layer.pipe(Layer.provideMerge(MemoryFans.layer))))

  it.effect("takes the reply that has come meanwhile for its own, and sends no second", () =>
    Effect.gen(function* () {
      const { out, outcome } = yield* carry(["r1"])
      assert.strictEqual(out, 1)
      assert.isTrue(outcome._tag === "Success")
    })
  )

  it.effect("sends it where none has come", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* carry([])).out, 1)
    })
  )

  it.effect("sends nothing where several say the same: a person has to see which it is", () =>
    Effect.gen(function* () {
      const { out, outcome } = yield* carry(["r1", "r2"])
      assert.strictEqual(out, 2)
      assert.include(JSON.stringify(outcome), "Writing.Unknown")
    })
  )
})
