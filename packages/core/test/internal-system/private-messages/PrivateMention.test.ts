import { MemoryFans, MemoryPrivateMessages, MemoryStore } from "@dualops/adapter-memory"
import { Actor, Case } from "@dualops/core"
import { AnswerWindow, type Incoming, Interaction } from "@dualops/core/interaction"
import { Carrier, Editions, Operations, Worker } from "@dualops/core/operations"
import { PrivateAnswer, PrivateAnswerProcess, PrivateMessageCarriers } from "@dualops/core/private-messages"
import { Calendars, Notify } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect, Layer, Logger } from "effect"
import { TestClock } from "effect/testing"
import { post } from "../interaction/AnswerCast.ts"
import {
  account,
  after,
  bao,
  chen,
  closes,
  type Deeds,
  fan,
  follows,
  given,
  leaves,
  mei,
  say,
  settings,
  text,
  wrote
} from "./PrivateCast.ts"

/** The fan mentions the account in public on Monday, 09:00. */
const mention: Incoming.Mention = {
  kind: "mention",
  id: Interaction.InteractionId.make("5034567890123458"),
  post,
  from: { id: fan, name: "小林" },
  text: "@星禾 外卖还没到",
  at: after(0)
}
const writes = (hours: number, words = text) =>
  ({
    step: "Write",
    by: Actor.person(chen),
    at: after(hours),
    input: { account, interaction: mention, text: words }
  }) as const
const refusedOutside = [
  writes(1),
  { step: "Refuse", by: Actor.world, at: after(1.1), input: { code: "20301", detail: "not your follower" } }
] as const satisfies Deeds

describe("A mention", () => {
  it("is answered in private by whoever begins with it, within 48 hours", () => {
    given()
      .when(writes(1))
      .thenStands("Sending", { text, by: [chen], window: { onceUntil: after(48) } })
      .thenAsks({ message: { account, fan, text, until: after(48) } })
    given().when(writes(48)).thenStands("Sending")
    given()
      .when(writes(48.1))
      .thenRefused(new PrivateAnswer.WindowOver({ since: after(48) }))
  })

  it("that was not answered is answered anew while its window is open, which a follow lengthens", () => {
    given(...refusedOutside)
      .when(say(47))
      .thenStands("Sending")
    given(...refusedOutside)
      .when(say(48.1))
      .thenRefused(new PrivateAnswer.WindowOver({ since: after(48) }))
    given(...refusedOutside, follows(10))
      .when(say(57))
      .thenStands("Sending")
    given(...refusedOutside, leaves(2))
      .when(say(3))
      .thenRefused(new PrivateAnswer.WindowOver({ since: after(2) }))
  })

  it("whose answer never went out ends aloud, and is called what it is", () => {
    given(...refusedOutside)
      .when(closes(48))
      .thenStands("OutOfReach")
      .thenAsks({
        notify: {
          to: bao,
          urgent: true,
          message: {
            zh: `待私信答复的提及「@星禾 外卖还没到」没有得到答复，窗口已关闭。${PrivateAnswer.remains.zh}`,
            en: `A mention that is to be answered in private was never answered, and cannot be any more: “@星禾 外卖还没到”. ${PrivateAnswer.remains.en}`
          }
        }
      })
  })
})

describe("Of one mention", () => {
  const edition: Editions.Edition = {
    version: Case.HandbookVersion.make("1"),
    accounts: [account],
    entitled: () => true,
    // The one process of this house is told this.
    settings: () => settings as never,
    calendars: Calendars.everyMinute
  }
  const layers = Layer.mergeAll(
    MemoryStore.layer,
    Editions.layer(edition),
    MemoryPrivateMessages.layer.pipe(Layer.provideMerge(MemoryFans.layer)),
    Logger.layer([])
  )
  const doing = {
    processes: [PrivateAnswerProcess],
    carriers: [...PrivateMessageCarriers.carriers, Carrier.make(Notify.notify, () => Effect.succeed({}))]
  }
  const begin = (interaction: Incoming.Opening, name: string) =>
    Operations.send(PrivateAnswerProcess, {
      key: name,
      case: Case.CaseId.make(name),
      step: "Write",
      by: Actor.person(name === "first" ? chen : mei),
      input: { account, interaction, text: `${text}${name}` }
    })

  it.effect("there is one private answer for ever, whoever begins it, and the second is told which", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(after(1).epochMilliseconds)
      const { sent, windows } = yield* MemoryFans.MemoryFans
      windows.set(fan, AnswerWindow.openedBy(AnswerWindow.closed, mention))
      yield* begin(mention, "first")
      const refusal = yield* Effect.flip(begin(mention, "second"))
      assertEquals(refusal._tag, "EventLog.NotItsOwn")
      assert.match(refusal.message, /in private to mention .* belongs to PrivateAnswer first/)
      yield* Effect.repeat(Worker.round(doing), { times: 3 })
      const { state } = (yield* Operations.load(PrivateAnswerProcess, Case.CaseId.make("first"))) ?? assert.fail()
      assertEquals(state._tag, "Answered")
      assertEquals([...sent], [fan])
    }).pipe(Effect.provide(layers))
  )

  it.effect("there may be as many as wanted where it is no mention, but what the fan wrote in private", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(after(1).epochMilliseconds)
      const { sent, windows } = yield* MemoryFans.MemoryFans
      windows.set(fan, AnswerWindow.openedBy(AnswerWindow.closed, wrote()))
      for (const name of ["first", "second"]) yield* begin(wrote(), name)
      yield* Effect.repeat(Worker.round(doing), { times: 3 })
      assertEquals([...sent], [fan, fan])
    }).pipe(Effect.provide(layers))
  )
})
