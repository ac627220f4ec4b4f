/**
 * A year of a tea house's posts from its handbook; a launch that nobody foresaw; an idea of the shop that becomes a post.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { MemoryEditionStore, MemoryStore } from "@dualops/adapter-memory"
import { Actor, Carrier, Case, ChineseHolidays, Operations, Worker } from "@dualops/core"
import { ContentMix, PostProcess } from "@dualops/core/content"
import { ContentPlan } from "@dualops/core/content-plan"
import { HandbookBrief, PlanCsv } from "@dualops/core/content-plan-files"
import { HandbookFile } from "@dualops/core/files"
import { IdeaProcess, KeptEditions, Practices } from "@dualops/core/practices"
import { Notify } from "@dualops/core/process"
import { DateTime, Effect, Layer, Result } from "effect"
import { TestClock } from "effect/testing"

const yaml = `${readFileSync(new URL("handbooks/xinghe.yaml", import.meta.url), "utf8")}
contentPlan:
  planner: zhou
  checkAt: "10:00"
  free: { slots: 1, per: week }
  frozenDays: 7
  festivals: { mid-autumn: { posts: 2, ahead: 3, categories: [activity] } }
  entries: { launch: { warmUp: 2, posts: 4, categories: [tea] } }
  silence: { memorial: { title: { zh: 公祭日, en: Memorial Day }, from: 2026-12-13, until: 2026-12-14 } }
ideas:
  judges: [zhou, qin]
  judgedWithin: { time: 9 hours, calendar: office }
  answeredWithin: { time: 18 hours, calendar: office }
  writtenWithin: { time: 18 hours, calendar: office }
  keptFor: 60 days
  hot:
    judgedWithin: { time: 30 minutes, calendar: always }
    writtenWithin: { time: 1 hour, calendar: always }
    keptFor: 12 hours
`
// Everybody may propose, and whoever schedules may judge.
const permitted = yaml
  .replaceAll("may: [", "may: [planning.propose, ")
  .replaceAll("planning.schedule,", "planning.schedule, planning.judge,")
const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", permitted))
const { holidays } = ChineseHolidays

// #region plan
const now = DateTime.makeUnsafe("2026-09-01T09:00:00+08:00")
const dates = { from: "2026-09-07", until: "2027-09-06", holidays, now }
const brief = Result.getOrThrow(HandbookBrief.of(handbook, dates))
const plan = Result.getOrThrow(ContentPlan.make(brief)) // or everything that is wrong with the brief, at once
plan.findings.map(({ message }) => message.en) // what cannot be met, each with its smallest explanation
// #endregion

// #region anew
const launch = {
  title: { zh: "联名杯", en: "A cup with a friend" },
  from: "2026-09-09",
  until: "2026-09-12",
  posts: 2
}
const told = { ...brief, occasions: { ...brief.occasions, launch } }
const later = Result.getOrThrow(
  ContentPlan.make({
    ...told,
    given: ContentPlan.given(plan), // stays where it is, unless a rule could not be met otherwise
    now: DateTime.makeUnsafe("2026-09-08T09:00:00+08:00")
  })
)
// #endregion

// #region files
const csv = PlanCsv.write(later, told) // 日期,时间,类别,节点,状态,原因,交稿
const back = PlanCsv.read("plan.csv", csv, told) // what is planned, or every mistake at once
// #endregion

const idea = Case.CaseId.make("snow")
const tell = Carrier.make(Notify.notify, () => Effect.succeed({}))
const work = { processes: [IdeaProcess, PostProcess], carriers: [tell] }

const program = Effect.gen(function* () {
  yield* TestClock.setTime(DateTime.toEpochMillis(now))
  // #region idea
  const [chen, zhou, lin] = [Actor.person("chen"), Actor.person("zhou"), Actor.person("lin")]
  const wish = { idea: "第一场雪配姜茶", why: "明天降温", hot: true }
  const of = { case: idea } as const
  yield* Operations.send(IdeaProcess, { ...of, key: "1", step: "Propose", by: chen, input: wish })
  const slot = DateTime.makeUnsafe("2026-09-01T18:00:00+08:00")
  const dated = { slot, category: ContentMix.CategoryId.make("tea") }
  yield* Operations.send(IdeaProcess, { ...of, key: "2", step: "Accept", by: zhou, input: dated })
  const content = { text: "下雪了，喝口姜茶。", pictures: [] }
  yield* Operations.send(IdeaProcess, { ...of, key: "3", step: "Write", by: lin, input: { content } })
  yield* Effect.forEach([1, 2], () => Worker.round(work)) // the post begins, and the idea hears of it
  // #endregion
  return (yield* Operations.load(IdeaProcess, idea))?.state._tag
})

const store = Layer.merge(MemoryStore.layer, MemoryEditionStore.layer)
const house = KeptEditions.layer(handbook, holidays, Practices.house).pipe(
  Layer.provideMerge(Layer.merge(store, TestClock.layer()))
)
export const outcome = {
  posts: plan.entries.length,
  moved: later.moved.length,
  launched: later.entries.filter(({ occasion }) => occasion === "launch").length,
  read: Result.isSuccess(back) ? back.success.length : 0,
  findings: plan.findings,
  planned: later.entries.length,
  idea: await Effect.runPromise(Effect.provide(program, house))
}
