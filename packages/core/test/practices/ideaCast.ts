/** An idea and those who judge it, for the tests of both. */
import { AccountId } from "@dualops/core/account"
import { type Idea, IdeaProcess } from "@dualops/core/practices"
import { Actor, Allowance, Calendars, Case, Due, Process } from "@dualops/core/process"
import { ProcessSpec } from "@dualops/core/testing"
import { DateTime, Duration, Result } from "effect"
import { category } from "../internal-system/content-plan/briefs.ts"

export const [gao, lin, zhou, tang, he] = ["gao", "lin", "zhou", "tang", "he"].map((name) =>
  Actor.PersonId.make(name)
) as [Actor.PersonId, Actor.PersonId, Actor.PersonId, Actor.PersonId, Actor.PersonId]
export const may: Readonly<Record<string, ReadonlyArray<Actor.PersonId>>> = {
  "planning.propose": [gao, lin, zhou, tang],
  "planning.judge": [zhou, tang],
  "content.compose": [lin, gao]
}
export const settings: Idea.Settings = {
  judges: [zhou, tang],
  judgedWithin: Allowance.always("1 day"),
  answeredWithin: Allowance.always("2 days"),
  writtenWithin: Allowance.always("3 days"),
  keptFor: Duration.days(90),
  hot: {
    judgedWithin: Allowance.always("30 minutes"),
    writtenWithin: Allowance.always("1 hour"),
    keptFor: Duration.hours(12),
    whole: {
      within: Allowance.always("4 hours"),
      warnAt: 0.5,
      chain: [
        { to: zhou, after: Allowance.always("2 hours") },
        { to: he, after: Allowance.always("3 hours") }
      ]
    }
  },
  account: AccountId.make("5644764907"),
  categories: [category("tea"), category("fans")],
  lead: tang
}
export const monday = (time: string) => DateTime.makeUnsafe(`2026-11-23T${time}+08:00`)
export const slot = monday("18:00")

export type Deed<S extends keyof (typeof IdeaProcess)["steps"]> = ProcessSpec.Deed<typeof IdeaProcess, S>
export const under = {
  handbook: Case.HandbookVersion.make("edition 1"),
  settings,
  entitled: (person: Actor.Person, permission: string) => may[permission]?.includes(Actor.authority(person)) ?? false
}
export const given = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof IdeaProcess>>) =>
  ProcessSpec.given(IdeaProcess, under, ...deeds)
/** The clocks of the idea, each with its next rung. */
export const clocks = (
  ...[first, ...deeds]: readonly [Deed<"Propose">, ...ReadonlyArray<ProcessSpec.Deed<typeof IdeaProcess>>]
) => {
  const take = (
    current: Parameters<typeof Process.evolve<typeof IdeaProcess>>[1],
    deed: ProcessSpec.Deed<typeof IdeaProcess>
  ) =>
    Process.evolve(
      IdeaProcess,
      current,
      Result.getOrThrow(
        Process.accept(IdeaProcess, current, {
          case: Case.CaseId.make("idea"),
          input: {},
          ...under,
          ...deed
        } as Process.Attempt<typeof IdeaProcess>)
      )
    )
  return Due.due(IdeaProcess, deeds.reduce(take, take(undefined, first)), settings, Calendars.everyMinute)
}
export const late = {
  zh: "热点选题「第一场雪配姜茶」还不是微博。",
  en: "The hot idea “第一场雪配姜茶” is no post yet."
}

export const propose = (hot = false): Deed<"Propose"> => ({
  step: "Propose",
  by: Actor.person(gao),
  at: monday("09:00"),
  input: { idea: "第一场雪配姜茶", why: "明天降温", hot }
})
export const accept = (name = "tea", at = slot): Deed<"Accept"> => ({
  step: "Accept",
  by: Actor.person(zhou),
  at: monday("10:00"),
  input: { slot: at, category: category(name) }
})
export const askBack: Deed<"AskBack"> = {
  step: "AskBack",
  by: Actor.person(zhou),
  at: monday("09:10"),
  input: { question: "有照片吗？" }
}
