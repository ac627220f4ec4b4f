/**
 * The night: what each of the three does, hour by hour.
 *
 * @module
 */
import { Actor, type Caseload, ChineseHolidays, Editions, Operations } from "@dualops/core"
import { PostProcess } from "@dualops/core/content"
import { HandOver } from "@dualops/core/handbook"
import { HandOverReceiptProcess, TakeoverProcess } from "@dualops/core/team"
import { DateTime, Effect } from "effect"
import { at, handbook, he, lin, named, zhou } from "./House.ts"

const text = (words: string) => ({ text: `${words} #星河茶饮# 喝口茶再走。`, pictures: [] })
const account = handbook.account.id
const slots = { morning: at("2026-09-19T08:30"), noon: at("2026-09-19T12:00"), evening: at("2026-09-19T20:00") }
/** Today's edition, and with it who has taken whose place. */
const today = Effect.flatMap(Editions.Editions, ({ today: all }) => Effect.map(all, ([one]) => one))

const linsPlace = Actor.inPlaceOf(zhou, lin)

/** A step of a post; the key is made of what is done and when. */
const post = <const S extends "Compose" | "Edit" | "Submit" | "Approve" | "Schedule">(
  id: string,
  step: S,
  by: Actor.Person,
  input: Operations.Order<typeof PostProcess, S>["input"]
) =>
  Effect.flatMap(DateTime.now, (now) =>
    Operations.send(PostProcess, { key: `${step}/${DateTime.formatIso(now)}`, case: named(id), step, input, by })
  )

/** 21:30. Lin's Friday: one post scheduled, one in review, one begun. Zhou has written one as well. */
export const friday = Effect.gen(function* () {
  const [byLin, byZhou, byHe] = [lin, zhou, he].map((id) => Actor.person(id)) as [
    Actor.Person,
    Actor.Person,
    Actor.Person
  ]
  yield* post("morning", "Compose", byLin, {
    account,
    content: text("桂花落在杯里，秋天就到了。"),
    slot: slots.morning
  })
  yield* post("morning", "Submit", byLin, {})
  yield* post("morning", "Approve", byHe, {})
  yield* post("morning", "Schedule", byLin, { slot: slots.morning })
  yield* post("noon", "Compose", byLin, { account, content: text("（草稿）写手写信的故事"), slot: slots.noon })
  yield* post("evening", "Compose", byZhou, {
    account,
    content: text("周末想喝点清淡的，就来一杯白茶。"),
    slot: slots.evening
  })
  yield* post("evening", "Submit", byZhou, {})
})

/** 22:40. Lin is called away; zhou takes the place, and has half an hour to read the hand-over. */
export const departure = Effect.fnUntraced(function* (caseload: Caseload.Caseload) {
  const until = at("2026-09-19T12:30")
  yield* Operations.send(TakeoverProcess, {
    key: "take",
    case: named("lin-2026-09-18"),
    step: "Take",
    input: { absent: lin, taker: zhou, until, reason: "家人急诊" },
    by: Actor.person(zhou)
  })
  const handOver = HandOver.of({
    handbook,
    editions: [yield* today],
    holidays: ChineseHolidays.holidays,
    cases: yield* caseload.cases,
    out: lin,
    in: zhou,
    at: yield* DateTime.now,
    until,
    note: "手写信的照片在图片库“九月”里；文章只写了一句。"
  })
  yield* Operations.send(HandOverReceiptProcess, {
    key: "prepare",
    case: named("lin-zhou-2026-09-18"),
    step: "Prepare",
    input: { out: lin, in: zhou, open: handOver.open.shown.length + handOver.open.leftOut, note: handOver.note },
    by: Actor.person(lin)
  })
  return handOver
})

/** 22:55. Zhou says that it was read. */
export const acknowledged = Operations.send(HandOverReceiptProcess, {
  key: "read",
  case: named("lin-zhou-2026-09-18"),
  step: "Acknowledge",
  input: { questions: "" },
  by: Actor.person(zhou)
})

/** 23:05. Zhou's first try breaks the content rules, as it would from lin; the second one sounds like the account. */
export const writing = Effect.gen(function* () {
  const write = (words: string) => post("noon", "Edit", linsPlace, { content: text(words), slot: slots.noon })
  yield* write("亲，今天的减肥神器来了！")
  const refused = yield* Effect.flip(post("noon", "Submit", linsPlace, {}))
  yield* write("昨晚收到一封手写信，小河读了三遍。谢谢你记得我们。")
  yield* post("noon", "Submit", linsPlace, {})
  const own = yield* Effect.flip(post("noon", "Approve", Actor.person(zhou), {}))
  const both = yield* Effect.flip(post("evening", "Approve", linsPlace, {}))
  return [refused.message, own.message, both.message]
})

/** 09:30 in the morning. He reviews what zhou wrote, as he would have reviewed lin; zhou schedules it. */
export const morning = Effect.gen(function* () {
  yield* post("noon", "Approve", Actor.person(he), {})
  yield* post("noon", "Schedule", linsPlace, { slot: slots.noon })
  yield* post("evening", "Approve", Actor.person(he), {})
  yield* post("evening", "Schedule", Actor.person(zhou), { slot: slots.evening })
})

/** 11:00. Lin is back, and has the place again; zhou no longer has what the takeover lent. */
export const back = Operations.send(TakeoverProcess, {
  key: "back",
  case: named("lin-2026-09-18"),
  step: "HandBack",
  input: { note: "辛苦了。" },
  by: Actor.person(lin)
})
