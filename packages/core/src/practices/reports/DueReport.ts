/**
 * A report that is due: made by a worker when its period is over, looked at by its owner, and sent to its readers.
 *
 *     Making ─Made→ ToLookAt ─Send→ Sent, or ─LeaveOut→ LeftOut
 *       └─Miss→ NotMade ─MakeAgain→ Making      and ─LeaveOut→ LeftOut
 *
 * This file holds the words; `DueReportProcess` holds the rules, and the agenda of a handbook says which reports there are.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { CalendarDate } from "../../calendar/CalendarDate.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Period from "../../internal-system/reports/Period.ts"
import { Kind, kindNames } from "../../internal-system/reports/ReportKind.ts"
import { kind } from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { CaseId } from "../../process/CaseId.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import type { Called } from "../../process/Reader.ts"

/** The activity that a report is about: its case, and what people call it. */
export const Activity = Schema.Struct({
  process: Schema.NonEmptyString,
  case: CaseId,
  name: Schema.NonEmptyString
})

const about = {
  account: AccountId,
  kind: Kind,
  first: CalendarDate,
  last: CalendarDate,
  activity: Schema.optionalKey(Activity)
}

/** Which report it is, and whose. */
export const due = {
  ...about,
  owner: PersonId,
  readers: Schema.NonEmptyArray(PersonId)
}

/** Makes a report of what is known now, and keeps it under the name of its case: the first that is made stays. */
export const making = kind({
  name: "MakeReport",
  request: about,
  /** SHA-256 of what it says. */
  done: { digest: Schema.NonEmptyString },
  repeatable: true
})

const made = { ...due, digest: Schema.NonEmptyString }

/** The builders of the process, with its words. */
export const report = define("DueReport", {
  title: { zh: "报告", en: "report" },
  settings: {
    /** Who hears of a report that is late. */
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    lookedAtWithin: Allowance
  },
  states: {
    Making: { title: { zh: "生成中", en: "being made" }, ...due },
    NotMade: { title: { zh: "未能生成", en: "not made" }, ...due, detail: Schema.String },
    ToLookAt: { title: { zh: "待过目", en: "to be looked at" }, ...made },
    Sent: { title: { zh: "已发送", en: "sent" }, ...made, comment: Schema.String, by: PersonId },
    LeftOut: { title: { zh: "不发", en: "left out" }, ...due, reason: Schema.NonEmptyString }
  },
  actions: { notify, make: making }
})

/** Where it stands. */
export type State = typeof report.State.Type

/** The states in which there is a report to be read. */
export const readable: ReadonlyArray<string> = ["ToLookAt", "Sent"] satisfies ReadonlyArray<State["_tag"]>

/** Whoever owns the report looks at it. */
export class NotTheirs extends Schema.TaggedError<NotTheirs>()("DueReport.NotTheirs", {
  person: PersonId,
  owner: PersonId
}) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    return {
      zh: `报告由 ${called(this.owner)} 过目，${called(this.person)} 不能代为发送。`,
      en: `${called(this.owner)} looks at the report; ${called(this.person)} cannot send it.`
    }
  }
  override get message() {
    return this.said().en
  }
}

/** What it is called. */
export const named = ({
  activity,
  first,
  kind,
  last
}: Pick<State, "activity" | "first" | "kind" | "last">): Bilingual => {
  const [{ en, zh }, when] = [kindNames[kind], Period.name({ first, last })]
  const what = activity === undefined ? { zh: "", en: "" } : { zh: `「${activity.name}」`, en: ` “${activity.name}”` }
  return { zh: `${zh}${what.zh} ${when.zh}`, en: `${en}${what.en}, ${when.en}` }
}
