/**
 * How an alarm becomes a crisis: by a person, when it is true and its level is grave; or by itself, where the handbook says so of its level.
 *
 * @module
 */
import * as Remark from "../../finding/Remark.ts"
import * as Action from "../../process/Action.ts"
import { authority } from "../../process/Actor.ts"
import type { CaseId } from "../../process/CaseId.ts"
import { LevelName } from "../crisis/CrisisLevel.ts"
import { CrisisProcess } from "../crisis/CrisisProcess.ts"
import * as Alarm from "./Alarm.ts"

const { step } = Alarm.alarm

/** Somebody declares it: whoever may. */
export const Declare = step({
  title: { zh: "宣布危机", en: "declare a crisis" },
  from: ["ToDecide"],
  to: ["Declaring"],
  by: CrisisProcess.steps.Declare.by,
  input: { level: LevelName, reason: Remark.Reason },
  evolve: (alarm, { by, facts: { reason } }) => ({ ...alarm, _tag: "Declaring", reason, by: authority(by) }),
  performs: {
    declare: ({ account, term }, { by, case: alarm, facts: { level, reason } }) => ({
      input: { account, level, what: `${term}：${reason}`, alarm },
      by
    })
  }
})

/** It is true, and no crisis. */
export const Spare = step({
  title: { zh: "不是危机", en: "no crisis" },
  from: ["ToDecide"],
  to: ["True"],
  by: CrisisProcess.steps.Declare.by,
  input: { reason: Remark.Reason },
  evolve: (alarm, { by, facts: { reason } }) => ({ ...alarm, _tag: "True", reason, by: authority(by) })
})

export const Declared = step({
  title: { zh: "获知危机已宣布", en: "hear that it is declared" },
  from: ["Declaring"],
  to: ["True"],
  by: "world"
})

/** The crisis was not begun: whoever has the alarm hears why, and may declare it again. */
export const NotDeclared = step({
  title: { zh: "获知危机未宣布", en: "hear that no crisis was declared" },
  from: ["Open", "ToDecide", "Declaring"],
  to: ["Open", "ToDecide"],
  by: "world",
  input: Action.refused,
  evolve: (alarm) => (alarm._tag === "Declaring" ? { ...alarm, _tag: "ToDecide" } : alarm),
  performs: {
    notify: (alarm, { facts: { detail } }, { called }) => {
      const { en, zh } = Alarm.about(alarm, called)
      return {
        to: alarm.chain[0],
        message: { zh: `危机没有宣布（${zh}）：${detail}`, en: `No crisis was declared (${en}): ${detail}` },
        urgent: true
      }
    }
  }
})

/** The steps. */
export const steps = { Declare, Declared, Spare, NotDeclared }

/** What an alarm declares by itself. */
export const byItself = (
  { account, declares: level, term, why }: Alarm.Open,
  { case: alarm }: { readonly case: CaseId }
) => (level === undefined ? undefined : { input: { account, level, what: `${term}：${why.authors} 人`, alarm } })

/** A crisis goes its own way. */
export const goesOn = { ends: { Over: null }, whenOver: "goOn" } as const
