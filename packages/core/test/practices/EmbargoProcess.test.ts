import { Embargo, EmbargoProcess } from "@dualops/core/practices"
import { Actor, Case, Refusal } from "@dualops/core/process"
import { ProcessLaws, ProcessSpec } from "@dualops/core/testing"
import { describe, it } from "@effect/vitest"
import { DateTime, Duration } from "effect"
import { he, lin, qin, settings, tea, zhou } from "./EmbargoCast.ts"

const at = (time: string) => DateTime.makeUnsafe(`2026-12-13T${time}+08:00`)
const rulebook: ProcessSpec.Rulebook<typeof EmbargoProcess> = {
  handbook: Case.HandbookVersion.make("edition 1"),
  settings,
  entitled: ({ person }, permission) => permission === "monitoring.embargo" && person !== lin.person
}
const given = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof EmbargoProcess>>) =>
  ProcessSpec.given(EmbargoProcess, rulebook, ...deeds)

const impose: ProcessSpec.Deed<typeof EmbargoProcess, "Impose"> = {
  step: "Impose",
  by: he,
  at: at("00:00"),
  input: { account: tea, reason: "全国哀悼日", until: at("23:59"), mayPublish: [qin.person] }
}
const lift = { step: "Lift", by: zhou, at: at("12:00"), input: { note: "" } } as const
const everyone = (zh: string, en: string) =>
  ["he", "qin", "lin", "zhou"].map((to) => ({ to: Actor.PersonId.make(to), message: { zh, en }, urgent: true }))
const over = everyone(
  "账号 1234567890 的停更（全国哀悼日）已结束。期间到时未发的不会自动补发，请在待办中逐条决定。",
  "The embargo on account 1234567890 (全国哀悼日) is over. What should have gone out meanwhile does not do so by itself: decide on your desk about each."
)

describe("An embargo", () => {
  it("when it is imposed, everybody hears of it whose posts it holds, and who may publish all the same", () => {
    given()
      .when(impose)
      .thenStands("InForce", { by: he.person, since: at("00:00"), stopsAnswers: false })
      .thenAsks({
        notify: everyone(
          "he 已对账号 1234567890 停更至 2026-12-13 23:59：全国哀悼日。期间账号不主动发出任何内容（微博、付费推广、活动、邀请、召回、抽奖），qin 除外；撰写、审核和排期照常。",
          "he has imposed an embargo on account 1234567890 until 2026-12-13 23:59: 全国哀悼日. Nothing goes out unasked: no post, paid promotion, campaign, invitation, win-back or draw, except by qin; go on writing, reviewing and scheduling."
        )
      })
  })

  it("is imposed and lifted by nobody without the permission", () => {
    const refused = (step: string) => new Refusal.NotPermitted({ step, by: lin, needs: "monitoring.embargo" })
    given()
      .when({ ...impose, by: lin })
      .thenRefused(refused("Impose"))
    given(impose)
      .when({ ...lift, by: lin })
      .thenRefused(refused("Lift"))
  })

  it("ends later than now, and within the time that the handbook allows", () => {
    const until = (end: DateTime.Utc) => ({ ...impose, input: { ...impose.input, until: end } })
    const latest = DateTime.addDuration(at("00:00"), settings.most)
    const refused = (end: DateTime.Utc) => new Embargo.BadEnd({ until: end, latest })
    given().when(until(latest)).thenStands("InForce")
    for (const end of [at("00:00"), DateTime.addDuration(latest, Duration.minutes(1))]) {
      given().when(until(end)).thenRefused(refused(end))
    }
  })

  it("given one in force, somebody lifts it before its end, and everybody hears of it", () => {
    given(impose).when(lift).thenStands("Lifted", { liftedBy: zhou.person }).thenAsks({ notify: over })
  })

  it("given one that nobody has lifted, it ends by itself, and everybody hears of it", () => {
    given(impose)
      .when({ step: "Lapse", by: Actor.clock("end"), at: at("23:59") })
      .thenStands("Lapsed")
      .thenAsks({ notify: over })
  })

  it("while it lasts, whoever has imposed it is reminded, or who is there in their place", () => {
    const remind = { step: "Remind", by: Actor.clock("reminder"), at: at("04:00") } as const
    const message = {
      zh: "账号 1234567890 仍在停更（全国哀悼日），2026-12-13 23:59 自动结束；若已不需要，请解除。",
      en: "The embargo on account 1234567890 (全国哀悼日) is still in force and ends by itself at 2026-12-13 23:59; lift it if it is not needed any more."
    }
    given({ ...impose, by: zhou })
      .when(remind)
      .thenAsks({ notify: { to: zhou.person, message } })
    ProcessSpec.given(
      EmbargoProcess,
      { ...rulebook, presence: (person) => (person === zhou.person ? "away" : "there") },
      { ...impose, by: zhou }
    )
      .when(remind)
      .thenAsks({ notify: { to: he.person, message } })
  })
})

ProcessLaws.suite("Embargo", EmbargoProcess, {
  people: [he, zhou, qin, lin].map(({ person }) => person),
  settings: [settings, { ...settings, stopsAnswers: true, others: [zhou.person] }],
  inputs: {
    Impose: (pick, now) => ({
      ...impose.input,
      until: DateTime.add(now, { minutes: pick(4000) }),
      mayPublish: pick(2) === 0 ? [] : [qin.person]
    })
  }
})
