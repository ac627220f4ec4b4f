import { MemoryStore } from "@dualops/adapter-memory"
import { Actor, Case } from "@dualops/core"
import { ComplaintProcess, ReferralProcess, Satisfaction } from "@dualops/core/complaints"
import { AnswerProcess, Reply, ReplyCarriers } from "@dualops/core/interaction"
import { Carrier, Editions, Operations, Worker, Writing } from "@dualops/core/operations"
import { ClaimProcess } from "@dualops/core/practices"
import { PrivateAnswerProcess } from "@dualops/core/private-messages"
import { Calendars, Notify, Process } from "@dualops/core/process"
import { Traces } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Layer, Logger, Result } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { settings as ofAnswers } from "../interaction/AnswerCast.ts"
import {
  account,
  asking,
  cast,
  chen,
  given,
  givenAsking,
  monday,
  receive,
  said,
  says,
  survey,
  wrote,
  wroteInPrivate
} from "./ComplaintCast.ts"

const told = [receive(), says("Solve"), said()] as const
const confirm = { step: "Confirm", by: Actor.person(chen), at: monday("10:00") } as const
const ask = { step: "AskHowItWas", by: Actor.clock("survey"), at: monday("11:00") } as const
const rate = (text: string, at = monday("12:00")) =>
  ({ step: "Rate", by: Actor.world, at, input: { interaction: wrote(text, 2) } }) as const
const again = {
  step: "FanWrites",
  by: Actor.world,
  at: monday("12:30"),
  input: { interaction: wrote("还是坏的", 3) }
} as const

describe("How it was", () => {
  it("is asked an hour after the complaint was closed, where the fan wrote last, by whoever had it in hand", () => {
    givenAsking(...told)
      .when(confirm)
      .thenStands("Closed", { askAt: monday("11:00") })
    givenAsking(...told, confirm)
      .when(ask)
      .thenStands("Asked", { asked: monday("11:00") })
      .thenAsks({
        survey: { input: { account, interaction: wrote(), text: survey.question }, by: Actor.person(chen) }
      })
  })

  it("is asked where the handbook says so, and nowhere else", () => {
    given(...told)
      .when(confirm)
      .thenStands("Closed", { askAt: undefined })
  })

  it("is not asked again where the complaint was opened again and closed", () => {
    const proposed = [says("Solve", undefined, monday("13:00")), said(undefined, 3, monday("13:01"))] as const
    givenAsking(...told, confirm, ask, again, ...proposed)
      .when({ ...confirm, at: monday("14:00") })
      .thenStands("Closed", { askAt: undefined, asked: monday("11:00") })
  })

  it("is not asked of whom somebody has said so", () => {
    const spares = {
      step: "DoNotAsk",
      by: Actor.person(chen),
      at: monday("10:10"),
      input: { reason: "已拉黑" }
    } as const
    givenAsking(...told, confirm)
      .when(spares)
      .thenStands("Closed", { askAt: undefined, unasked: true })
    givenAsking(...told, { ...spares, at: monday("09:50") })
      .when(confirm)
      .thenStands("Closed", { askAt: undefined })
  })

  it("is not asked in vain: where the window is over nobody is, and that is all", () => {
    const inPrivate = {
      step: "FanWrites",
      by: Actor.world,
      at: monday("09:10"),
      input: { interaction: wroteInPrivate(3, DateTime.makeUnsafe("2026-11-21T10:30:00+08:00")) }
    } as const
    const solved = {
      step: "Said",
      by: Actor.child("replyInPrivate", Case.CaseId.make("the answer"), "Answered"),
      at: monday("09:30"),
      input: { interaction: inPrivate.input.interaction, text: "退款已办好。" }
    } as const
    givenAsking(receive(), inPrivate, says("Solve", "退款已办好。"), solved, confirm)
      .when(ask)
      .thenStands("Closed", { askAt: undefined, asked: undefined })
      .thenAsks({})
  })

  it("comes back as a mark, which opens nothing; who is not content is heard again", () => {
    givenAsking(...told, confirm, ask)
      .when(rate("５分！"))
      .thenStands("Asked", { rating: { score: 5, interaction: wrote("", 2).id } })
    givenAsking(...told, confirm, ask)
      .when(rate("不满意"))
      .thenStands("Open", { rating: { score: 2, interaction: wrote("", 2).id }, latest: wrote("不满意", 2) })
    givenAsking(...told, confirm, ask, rate("4"))
      .when(rate("5", monday("12:05")))
      .thenStands("Asked", { rating: { score: 5, interaction: wrote("", 2).id } })
  })

  it("is a mark and nothing else: what says more is read by somebody", () => {
    const scores = ["1", "5分", "⑤", " 3 星 ", "满意。", "回复@星河茶饮:5", "很不满意"].map(Satisfaction.scoreOf)
    assert.deepStrictEqual(scores, [1, 5, 5, 3, 4, 5, 1])
    for (const words of ["0", "6", "10", "55", "5块钱没退", "满意个鬼", "1个月了", "", "还没解决", "5.5"])
      assert.isUndefined(Satisfaction.scoreOf(words), words)
  })
})

describe("Whatever happens to a complaint", () => {
  const isQuestion = (name: string) => name === "survey" || name === "surveyInPrivate"

  it("its fan is asked how it was at most once, and never whom somebody has spared", () =>
    fc.assert(
      fc.property(Traces.arbitrary(ComplaintProcess, cast), ({ tried }) => {
        let [asked, spared] = [0, false]
        for (const { after, answer } of tried) {
          if (Result.isFailure(answer) || after === undefined) continue
          if (answer.success.step === "DoNotAsk") spared = true
          const questions = Process.actions(ComplaintProcess, after, answer.success).filter(({ name }) =>
            isQuestion(name)
          )
          if (questions.length > 0) assert.isFalse(spared)
          asked += questions.length
        }
        assert.isAtMost(asked, 1)
      }),
      { numRuns: fc.readConfigureGlobal().numRuns ?? 500 }
    ))
})

type Deed =
  | { readonly does: "solve" | "confirm" | "write" | "mark" | "work" | "claim" | "release" }
  | { readonly does: "pass"; readonly hours: number }

/** Lives through it in memory, with a platform of which each call goes as these fates say. */
const live = (deeds: ReadonlyArray<Deed>, fates: ReadonlyArray<"out" | "later" | "lost" | "lost, and out">) => {
  const out: Array<{ readonly text: string; readonly claimed: boolean }> = []
  let call = 0
  let claimed = false
  const hold = (is: boolean) => () => {
    claimed = is
  }
  const reply = Carrier.make(ReplyCarriers.reply, ({ text }, key) => {
    const fate = fates[call++ % Math.max(1, fates.length)] ?? "out"
    if (fate === "out" || fate === "lost, and out") out.push({ text, claimed })
    const why = { code: "memory", detail: "it was to be so" }
    if (fate === "later") return Effect.fail(new Writing.TryLater(why))
    if (fate !== "out") return Effect.fail(new Writing.Unknown(why))
    return Effect.map(DateTime.now, (repliedAt) => ({ reply: Reply.ReplyId.make(key), repliedAt }))
  })
  const look = Carrier.make(ReplyCarriers.look, () =>
    Effect.fail(new Writing.Refused({ code: "not-seen", detail: "nobody sees it" }))
  )
  const carriers = [reply, look, Carrier.make(Notify.notify, () => Effect.succeed({}))]
  const processes = [ComplaintProcess, AnswerProcess, PrivateAnswerProcess, ReferralProcess, ClaimProcess]
  const edition: Editions.Edition = {
    version: Case.HandbookVersion.make("1"),
    accounts: [account],
    entitled: () => true,
    // Every process of this house is told the same.
    settings: () => ({ ...ofAnswers, ...asking, lease: Duration.hours(2), attention: ofAnswers.attention }) as never,
    calendars: Calendars.everyMinute
  }
  const id = Case.CaseId.make(`${account}/1`)
  const [editor, other] = [Actor.person(chen), Actor.person("other")]
  const body = Effect.gen(function* () {
    yield* TestClock.setTime(monday("09:00").epochMilliseconds)
    const input = { account, interaction: wrote() }
    yield* Operations.send(ComplaintProcess, { key: "r", case: id, step: "Receive", by: Actor.world, input })
    const work = Effect.repeat(Worker.round({ processes, carriers }), { times: 4 })
    let claim = 0
    for (const [index, deed] of deeds.entries()) {
      const key = `${index}`
      const about = { key, case: id, by: editor }
      const attempt: Effect.Effect<unknown, unknown, Effect.Services<typeof work> | Editions.Editions> = (() => {
        switch (deed.does) {
          case "solve":
            return Operations.send(ComplaintProcess, { ...about, step: "Solve", input: { text: `退款已办好。${key}` } })
          case "confirm":
            return Operations.send(ComplaintProcess, { ...about, step: "Confirm", input: {} })
          case "write":
          case "mark": {
            const interaction = { ...wrote(deed.does === "mark" ? "4" : "还是坏的", 2), id: wrote("", 100 + index).id }
            const step = deed.does === "mark" ? ("Rate" as const) : ("FanWrites" as const)
            return Operations.send<typeof ComplaintProcess, "Rate" | "FanWrites">(ComplaintProcess, {
              ...about,
              by: Actor.world,
              step,
              input: { interaction }
            })
          }
          case "claim":
            claim += 1
            return Effect.tap(
              Operations.send(ClaimProcess, {
                key,
                case: Case.CaseId.make(`claim ${claim}`),
                step: "Take",
                by: other,
                input: { account, fan: wrote().from.id }
              }),
              () => Effect.sync(hold(true))
            )
          case "release":
            return Effect.tap(
              Operations.send(ClaimProcess, {
                key,
                case: Case.CaseId.make(`claim ${claim}`),
                step: "Release",
                by: other,
                input: {}
              }),
              () => Effect.sync(hold(false))
            )
          case "pass":
            return TestClock.adjust(Duration.hours(deed.hours))
          case "work":
            return work
        }
      })()
      yield* Effect.ignore(attempt)
    }
    yield* work
    return out.filter(({ text }) => text === survey.question)
  })
  const layers = Layer.mergeAll(MemoryStore.layer, Editions.layer(edition), Logger.layer([]))
  return Effect.runPromise(body.pipe(Effect.provide(layers), Effect.provide(TestClock.layer())))
}

describe("The question, on its way", () => {
  const plain: ReadonlyArray<Deed> = [
    { does: "solve" },
    { does: "work" },
    { does: "confirm" },
    { does: "pass", hours: 2 },
    { does: "work" }
  ]

  it("reaches the fan", async () => assert.lengthOf(await live(plain, []), 1))

  it("reaches nobody whom another has claimed", async () => {
    const [solve, work, confirm, ...later] = plain
    if (solve === undefined || work === undefined || confirm === undefined) return assert.fail()
    assert.lengthOf(await live([solve, work, confirm, { does: "claim" }, ...later], []), 0)
  })

  const deed: fc.Arbitrary<Deed> = fc.oneof(
    fc.constantFrom<Deed>(...plain, { does: "write" }, { does: "mark" }, { does: "claim" }, { does: "release" }),
    fc.integer({ min: 1, max: 60 }).map((hours): Deed => ({ does: "pass", hours }))
  )
  /** One deed, or the complaint opened again and seen to its end again: only then could it be asked twice. */
  const again: ReadonlyArray<Deed> = [{ does: "write" }, ...plain]
  const episode: fc.Arbitrary<ReadonlyArray<Deed>> = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(deed) },
    { weight: 1, arbitrary: fc.constant(again) }
  )
  const fate = fc.constantFrom("out" as const, "later" as const, "lost" as const, "lost, and out" as const)
  it("reaches the fan at most once, whatever happens and whatever goes wrong", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(episode, { maxLength: 8 }),
        fc.array(fate, { maxLength: 8 }),
        async (episodes, fates) => {
          assert.isAtMost((await live([...plain, ...episodes.flat()], fates)).length, 1)
        }
      ),
      { numRuns: fc.readConfigureGlobal().numRuns ?? 60 }
    ))
})
