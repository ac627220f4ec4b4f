/**
 * An unclaimed outcome: something was done outside, or may have been, and the case that asked for it has moved on and does not take it in.
 *
 *     Unclaimed ─Acknowledge→ Acknowledged        the clock reminds while it is unclaimed
 *
 * The words stand here, the rules in `UnclaimedOutcomeProcess`. The worker opens one, for whatever process.
 *
 * @module
 */
import { Schema } from "effect"
import { Bilingual, same } from "../finding/Bilingual.ts"
import { PersonId } from "../process/Actor.ts"
import { Allowance } from "../process/Allowance.ts"
import { CaseId } from "../process/Case.ts"
import { notify } from "../process/Notify.ts"
import { define } from "../process/Process.ts"
import * as Chain from "./Chain.ts"

/** Which action of which case, what came back, and why the case did not take it in. */
export const deed = {
  process: Schema.String,
  case: CaseId,
  action: Schema.String,
  key: Schema.String,
  outcome: Schema.Literals(["done", "refused", "unknown"]),
  /** What came back, as text. */
  told: Schema.String,
  why: Schema.String,
  /** The same as people read it. */
  read: Schema.optionalKey(
    Schema.Struct({
      about: Bilingual.annotateKey({ description: "What the case is called, and what it is about." }),
      hears: Bilingual.annotateKey({ description: "What the case would have had to take in." }),
      why: Bilingual
    })
  )
}

const found = { ...deed, lead: PersonId }

/** The builders of the process, with its words. */
export const unclaimedOutcome = define("UnclaimedOutcome", {
  title: { zh: "无主结果", en: "unclaimed outcome" },
  settings: {
    ...Chain.policy,
    /** How long it may wait before they are told again. */
    attention: Allowance
  },
  states: {
    Unclaimed: { title: { zh: "无人认领", en: "unclaimed" }, ...found },
    Acknowledged: { title: { zh: "已确认", en: "acknowledged" }, ...found, note: Schema.String, by: PersonId }
  },
  actions: { notify }
})

/** What a handbook says of unclaimed outcomes. */
export const Settings = unclaimedOutcome.Settings
/** What a handbook says of unclaimed outcomes. */
export type Settings = typeof Settings.Type
/** Where an unclaimed outcome stands. */
export type State = typeof unclaimedOutcome.State.Type

const became = {
  done: { zh: "已在外部完成", en: "was done" },
  refused: { zh: "被拒绝", en: "was refused" },
  unknown: { zh: "可能已在外部完成", en: "may have been done" }
} as const satisfies Record<State["outcome"], Bilingual>

/** What the lead reads. */
export const message = ({ outcome, told, ...found }: State): Bilingual => {
  const { en, zh } = became[outcome]
  const { about, hears, why } = found.read ?? {
    about: same(`${found.process} ${found.case}`),
    hears: same(found.action),
    why: same(found.why)
  }
  return {
    zh: `${about.zh}要求的事${zh}，但它已不接收该结果（${hears.zh}），请人工核对。结果：${told}（${why.zh}）`,
    en: `What ${about.en} asked for ${en}, and the case does not take it in (${hears.en}); somebody has to look: ${told} (${why.en})`
  }
}
