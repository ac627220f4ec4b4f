/** A complaint that is lived through in memory, with everything that is sent for it: by whoever answers, whoever claims the fan, and the platform. */
import { MemoryStore } from "@dualops/adapter-memory"
import { Actor, Case } from "@dualops/core"
import { ComplaintProcess, ReferralProcess } from "@dualops/core/complaints"
import { AnswerProcess, Reply, ReplyCarriers } from "@dualops/core/interaction"
import { Carrier, Editions, EventLog, Operations, Worker, Writing } from "@dualops/core/operations"
import { ClaimProcess } from "@dualops/core/practices"
import { PrivateAnswerProcess } from "@dualops/core/private-messages"
import { Calendars, Notify } from "@dualops/core/process"
import { DateTime, Duration, Effect, Layer, Logger } from "effect"
import { TestClock } from "effect/testing"
import { settings as ofAnswers } from "../interaction/AnswerCast.ts"
import { account, asking, chen, monday, survey, wrote } from "./ComplaintCast.ts"

/** What somebody does, or how much time passes. */
export type Deed =
  | { readonly does: "solve" | "confirm" | "write" | "mark" | "work" | "claim" | "release" }
  | { readonly does: "pass"; readonly hours: number }

/** Lives through it in memory, with a platform of which each call goes as these fates say: the questions that are out. */
export const live = async (...lived: Parameters<typeof told>) => (await told(...lived)).questions

/** The same, with the log of it. */
export const told = (deeds: ReadonlyArray<Deed>, fates: ReadonlyArray<"out" | "later" | "lost" | "lost, and out">) => {
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
    const entries = yield* EventLog.EventLog.use((log) => log.log(0, 1_000))
    return { entries, questions: out.filter(({ text }) => text === survey.question) }
  })
  const layers = Layer.mergeAll(MemoryStore.layer, Editions.layer(edition), Logger.layer([]))
  return Effect.runPromise(body.pipe(Effect.provide(layers), Effect.provide(TestClock.layer())))
}
