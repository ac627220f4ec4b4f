/**
 * What fans wrote, the newest first, also what became no case: what each text was taken for, what became of it, what people have said that it is, and the way
 * to the form by which it is corrected. The words are the fans', and hostile.
 *
 * @module
 */
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import * as Names from "../handbook/Names.ts"
import { ComplaintProcess } from "../internal-system/complaints/ComplaintProcess.ts"
import { AnswerProcess } from "../internal-system/interaction/AnswerProcess.ts"
import * as Intake from "../internal-system/interaction/Intake.ts"
import { PrivateAnswerProcess } from "../internal-system/private-messages/PrivateAnswerProcess.ts"
import { CorrectionProcess } from "../internal-system/triage/CorrectionProcess.ts"
import type * as Heard from "../internal-system/triage/Heard.ts"
import * as Label from "../internal-system/triage/Label.ts"
import type { ObservationStore } from "../observations/ObservationStore.ts"
import { type Block, type Inline, joined, nothing, type Page, type Text } from "../page/Page.ts"
import { tableOf } from "../page/Sections.ts"
import { narrows, read, type Shown, type Written } from "./HeardTexts.ts"
import type { Filled, HousePage, Look, Ways } from "./HousePage.ts"

const title = { zh: "粉丝留言", en: "What fans wrote" }
const name = "heard"

/** The page: of a `fan`, of those taken for a `label`, of those without a `case`, of those with all of the `words`, `before` a place. */
export const of = (handbook: Handbook): HousePage<ObservationStore, Shown> => ({
  name,
  title,
  account: handbook.account.id,
  isListed: true,
  finds: (words) => ({ words }),
  reads: { beside: ({ asked }) => read(handbook.account.id, asked) },
  of: (look) => page(handbook, look)
})

const page = (
  { brand, timeZone }: Handbook,
  { asked, at, beside: { next, rows }, editions: [today], person, to }: Look<Shown>
): Page => {
  const corrects = today.entitled(person, CorrectionProcess.steps.Correct.by, at)
  const time = Names.clockOf(timeZone)
  const words = asked.get("words")
  const table = tableOf(
    [
      { zh: "时间", en: "When" },
      { zh: "粉丝", en: "Fan" },
      { zh: "留言", en: "What they wrote" },
      { zh: "判断", en: "Taken for" },
      { zh: "结果", en: "What became of it" },
      { zh: "更正", en: "Corrected" }
    ],
    rows.map(([heard, meant]) => [
      time(heard.at),
      fanOf(heard, to),
      heard.personal?.text ?? erased,
      judgedOf(heard),
      becameOf(heard, to),
      joined(
        [...(meant === undefined ? [] : [Label.faces[meant].title]), ...(corrects ? [wayToCorrect(heard, to)] : [])],
        "·"
      )
    ])
  )
  const kept: Filled = Object.fromEntries([...asked].filter(([key]) => narrows.includes(key)))
  const older = next && { link: { zh: "更早的", en: "Earlier ones" }, to: to.page(name, { ...kept, before: next }) }
  return {
    title,
    eyebrow: brand,
    under: [...(words === undefined ? [] : [{ zh: `「${words}」`, en: `“${words}”` }]), waysOf(to)],
    sections: [
      {
        id: name,
        title,
        blocks: [
          ...(table.length === 0 ? [nothing] : table),
          ...(older ? [{ kind: "list", items: [older] } satisfies Block] : [])
        ]
      }
    ]
  }
}

const waysOf = (to: Ways): Text =>
  joined(
    [
      { link: { zh: "全部", en: "all" }, to: to.page(name) },
      { link: { zh: "没有立项的", en: "those without a case" }, to: to.page(name, { case: "none" }) },
      ...Label.all.map((label): Inline => ({ link: Label.faces[label].title, to: to.page(name, { label }) }))
    ],
    "·"
  )

const erased = { zh: "（已删除）", en: "(erased)" }

/** Whoever wrote, with the way to the rest of what they wrote. */
const fanOf = ({ personal }: Written, to: Ways): Inline =>
  personal === undefined ? erased : { link: personal.name ?? personal.fan, to: to.page(name, { fan: personal.fan }) }

const judgedOf = ({ facts: { label, likely, sure } }: Written): Bilingual => {
  const { en, zh } = Label.faces[label].title
  const share = `${Math.min(99, likely)}%`
  return sure
    ? { zh: `${zh} ${share}`, en: `${en} ${share}` }
    : { zh: `可能是${zh} ${share}`, en: `perhaps ${en} ${share}` }
}

/** What became of it when it was heard, with the way to its case. */
const becameOf = ({ account, facts: { became, interaction, kind } }: Written, to: Ways): Inline => {
  const answering = kind === "private message" ? PrivateAnswerProcess : AnswerProcess
  const process = became === "complaint" ? ComplaintProcess : became === "answer" ? answering : undefined
  const link = outcomes[became]
  return process === undefined
    ? link
    : { link, to: to.case({ process: process.name, case: Intake.caseOf(account, interaction) }) }
}

const outcomes: Readonly<Record<Heard.Outcome, Bilingual>> = {
  complaint: { zh: "投诉", en: "a complaint" },
  answer: { zh: "答复", en: "an answer" },
  thread: { zh: "归入已有事项", en: "more of a case that was open" },
  counted: { zh: "只计数", en: "counted" },
  flood: { zh: "过多，只计数", en: "counted, for so many wrote" }
}

const wayToCorrect = ({ account, facts: { interaction } }: Written, to: Ways): Inline => ({
  link: CorrectionProcess.steps.Correct.title,
  to: to.begin(CorrectionProcess.name, "Correct" satisfies keyof typeof CorrectionProcess.steps, {
    ...{ account, interaction }
  })
})
