/** What people have reported of other programs that were asked to write no more, tried here. */
import { FanId } from "@dualops/core/account"
import { Interaction, Reception } from "@dualops/core/interaction"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import { TestClock } from "effect/testing"
import * as OutreachHistory from "../../../src/external-system/members/OutreachHistory.ts"
import { account, inTheMorning, morning, receive, wrote } from "./TriageCast.ts"

const fan = FanId.make("2489518277")
const says = (id: string, text: string, at = morning) =>
  Reception.use((reception) =>
    reception.receive(account, [
      { kind: "private message", id: Interaction.InteractionId.make(id), from: { id: fan }, text, at }
    ])
  )
const outs = Effect.map(OutreachHistory.read({ account, fan }), (all) => all.map(({ what }) => what))

describe("A fan who says in private that they want no more", () => {
  it.effect(
    "is out, whatever else becomes of the words (p2pu/learning-circles#593, ProgressiveCoders/Spoke#1016)",
    () =>
      inTheMorning(
        Effect.gen(function* () {
          yield* says("1", "Stop. Thank you")
          assert.deepStrictEqual(yield* outs, ["optedOut"])
        })
      )
  )
  it.effect("is not where they only ask, or say it under a post", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* says("1", "question 怎么退订？")
        yield* says("2", "Count me in! We have got to STOP this")
        yield* receive(wrote("3", "退订", { fan }))
        assert.deepStrictEqual(yield* outs, [])
      })
    )
  )
  it.effect("is so once, however often the message is delivered (rmyndharis/OpenWA#464, chatwoot/chatwoot#11901)", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* says("1", "退订")
        yield* TestClock.adjust("3 days")
        yield* says("1", "退订")
        assert.deepStrictEqual(yield* outs, ["optedOut"])
        const again = DateTime.add(morning, { days: 3 })
        yield* says("2", "退订", again)
        assert.deepStrictEqual(yield* outs, ["optedOut", "optedOut"])
      })
    )
  )
})
