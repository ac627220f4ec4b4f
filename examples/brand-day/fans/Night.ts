/**
 * The night: whoever answers fans is called away at 22:40, the stand-in takes the place and reads one page, and in the morning the place is given back.
 *
 * @module
 */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { Actor, type Caseload, ChineseHolidays, Editions, Operations } from "@dualops/core"
import { type Handbook, HandOver } from "@dualops/core/handbook"
import { HandOverPage, Html } from "@dualops/core/pages"
import { HandOverReceiptProcess, type Takeover, TakeoverProcess } from "@dualops/core/team"
import { DateTime, Effect } from "effect"
import { attempt } from "../Refused.ts"
import * as Move from "./Move.ts"
import * as OnDuty from "./OnDuty.ts"
import type { Schedule } from "./Schedule.ts"

/** Where the page of the hand-over stands in the folder of the day. */
export const page = "hand-over.html"

/** The next step of the night, where the handbook has somebody who stands in. */
export const moves = Effect.fnUntraced(function* (
  out: string,
  handbook: Handbook.Handbook,
  schedule: Schedule,
  caseload: Caseload.Caseload
) {
  const { owner, standIn } = OnDuty.answering(handbook) ?? {}
  if (owner === undefined || standIn === undefined || handbook.team.takeover === undefined) return []
  const [leaves, returns] = [schedule("22:40"), schedule("10:00", 1)]
  const [absent, taker, until] = [owner, standIn, DateTime.add(returns, { minutes: 30 })]
  const takeover = (yield* Operations.load(TakeoverProcess, id))?.state
  if (takeover === undefined) {
    const input = { absent, taker, until, reason: "家人急诊" }
    return [Move.step(TakeoverProcess, leaves, { key: "take", case: id, step: "Take", by: Actor.person(taker), input })]
  }
  const receipt = (yield* Operations.load(HandOverReceiptProcess, id))?.state
  if (receipt === undefined)
    return [{ at: leaves, key: "hand over", by: absent, make: handOver(out, handbook, caseload, takeover) }]
  if (receipt._tag === "Prepared") {
    const read = {
      key: "read",
      case: id,
      step: "Acknowledge",
      by: Actor.person(taker),
      input: { questions: "" }
    } as const
    return [Move.step(HandOverReceiptProcess, DateTime.add(leaves, { minutes: 12 }), read)]
  }
  if (takeover._tag !== "Taken") return []
  const back = {
    key: "back",
    case: id,
    step: "HandBack",
    by: Actor.person(absent),
    input: { note: "辛苦了。" }
  } as const
  return [Move.step(TakeoverProcess, returns, back)]
})

const id = OnDuty.night

/** The page is there before anybody is asked to read it. */
const handOver = Effect.fnUntraced(function* (
  out: string,
  handbook: Handbook.Handbook,
  caseload: Caseload.Caseload,
  { absent, taker, until }: Takeover.State
) {
  const handed = HandOver.of({
    handbook,
    editions: yield* Editions.Editions.use(({ today }) => today),
    holidays: ChineseHolidays.holidays,
    cases: yield* caseload.cases,
    out: absent,
    in: taker,
    at: yield* DateTime.now,
    until,
    note: "夜班小李的礼盒还没回；攻击那条留给唐岚定。"
  })
  writeFileSync(join(out, page), Html.render(HandOverPage.of(handed)))
  const input = { out: absent, in: taker, open: handed.open.shown.length + handed.open.leftOut, note: handed.note }
  return yield* attempt(HandOverReceiptProcess, {
    key: "prepare",
    case: id,
    step: "Prepare",
    by: Actor.person(absent),
    input
  })
})
