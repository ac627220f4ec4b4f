/**
 * Forgetting: the personal data of cases that ended long ago are erased, as a case that the agenda begins every month.
 *
 *     Forgetting ─Forgotten→ Forgotten, or ─Miss→ Missed
 *
 * @module
 */
import { Result, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import { kind, unknown } from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { notify } from "../../process/Notify.ts"
import { leadNow } from "../../process/Presence.ts"
import { define } from "../../process/Process.ts"

/** Erases the personal data that came before a moment, but for cases that are not over. Twice is as good as once. */
export const forgetting = kind({
  name: "ForgetPersonalData",
  request: { before: Moment },
  done: { cases: Schema.Int },
  repeatable: true
})

const { deadline, process, start, stay, step } = define("Retention", {
  title: { zh: "个人信息到期删除", en: "retention" },
  settings: {
    /** Who hears that it is not done. */
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    /** How long it may take before they hear of it, again and again. */
    attention: Allowance
  },
  states: {
    Forgetting: { title: { zh: "删除中", en: "forgetting" }, before: Moment },
    Forgotten: { title: { zh: "已删除", en: "forgotten" }, before: Moment, cases: Schema.Int },
    Missed: { title: { zh: "本月未删除", en: "missed" }, before: Moment, detail: Schema.String }
  },
  actions: { notify, forget: forgetting }
})

const lasts = {
  zh: "到期的个人信息还没有删除：执行程序没有在运行，或没有承接这项工作。",
  en: "Personal data that were kept long enough are still there: no worker runs, or none carries that."
}

/** One month's forgetting. */
export const RetentionProcess = process({
  about: () => ({ zh: "到期的个人信息", en: "personal data that were kept long enough" }),
  steps: {
    Begin: start({
      title: { zh: "开始", en: "begin" },
      to: ["Forgetting"],
      by: "world",
      input: { before: Moment },
      performs: { forget: ({ before }) => ({ before }) }
    }),
    Forgotten: step({
      title: { zh: "获知已删除", en: "hear how many" },
      from: ["Forgetting"],
      to: ["Forgotten"],
      by: "world",
      input: { cases: Schema.Int }
    }),
    /** The next month does it as well. */
    Miss: step({
      title: { zh: "获知未删除", en: "hear that it was not done" },
      from: ["Forgetting"],
      to: ["Missed"],
      by: "world",
      input: unknown
    }),
    Remind: stay({
      title: { zh: "提醒", en: "remind" },
      from: ["Forgetting"],
      by: "clock",
      facts: { to: PersonId },
      decide: (_state, _input, circumstances) => Result.succeed({ to: leadNow(circumstances) }),
      performs: { notify: (_, { facts: { to } }) => ({ to, message: lasts }) }
    })
  },
  deadlines: {
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Forgetting"],
      within: ({ attention }) => attention,
      warnAt: 1,
      fires: "Remind"
    })
  },
  final: ["Forgotten", "Missed"],
  outcomes: { forget: { done: "Forgotten", refused: "Miss", unknown: "Miss" } }
})
