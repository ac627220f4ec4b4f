/**
 * The practices of the house, and what a list of practices comes to for a handbook. A new practice of the house is a line in the list; a
 * brand's own stand behind it: `[...Practices.house, prizes]`.
 *
 * @module
 */
import type { Schema } from "effect"
import { NoticeProcess } from "../attention/NoticeProcess.ts"
import { UnclaimedOutcomeProcess } from "../attention/UnclaimedOutcomeProcess.ts"
import { WarningProcess } from "../attention/WarningProcess.ts"
import { ResourceRequestProcess } from "../external-system/ResourceRequestProcess.ts"
import { type Bilingual, same } from "../finding/Bilingual.ts"
import { type Form, form, type Handbook, titles } from "../handbook/Handbook.ts"
import type { Rule } from "../handbook/rules/Rule.ts"
import * as Settings from "../handbook/Settings.ts"
import { PostProcess } from "../internal-system/content/PostProcess.ts"
import { AnswerProcess } from "../internal-system/interaction/AnswerProcess.ts"
import { HandOverReceiptProcess } from "../internal-system/team/HandOverReceiptProcess.ts"
import { RenewalProcess } from "../internal-system/team/RenewalProcess.ts"
import { TakeoverProcess } from "../internal-system/team/TakeoverProcess.ts"
import type { Any } from "../process/Process.ts"
import { make, type Practice, run } from "./Practice.ts"

/** Every practice of the house. */
export const house: ReadonlyArray<Practice> = [
  make({ name: "posts", title: { zh: "发布微博", en: "posts" }, runs: [run(PostProcess, Settings.ofPosts)] }),
  make({ name: "answers", title: { zh: "答复粉丝", en: "answers" }, runs: [run(AnswerProcess, Settings.ofAnswers)] }),
  make({
    name: "resources",
    title: { zh: "申请外部资源", en: "resources of the company" },
    runs: [run(ResourceRequestProcess, Settings.ofRequests)]
  }),
  make({
    name: "standing in",
    title: { zh: "代班与交接", en: "standing in" },
    runs: [run(TakeoverProcess, Settings.ofTakeovers), run(HandOverReceiptProcess, Settings.ofReceipts)]
  }),
  make({
    name: "access",
    title: { zh: "平台授权", en: "access to the platform" },
    runs: [run(RenewalProcess, Settings.ofNotices)]
  }),
  make({
    name: "attention",
    title: { zh: "提醒到人", en: "what people must hear of" },
    runs: [
      run(UnclaimedOutcomeProcess, Settings.ofNotices),
      run(NoticeProcess, Settings.ofNotices),
      run(WarningProcess, Settings.ofWarnings)
    ]
  })
]

/** The practices of a list that a handbook runs: those whose sections it has. */
export const runBy = (handbook: Handbook, practices: ReadonlyArray<Practice> = house): ReadonlyArray<Practice> =>
  practices.filter(({ sections }) => sections.every((section) => section.find(handbook) !== undefined))

/** The processes of a list of practices. */
export const processes = (practices: ReadonlyArray<Practice> = house): ReadonlyArray<Any> =>
  practices.flatMap(({ runs }) => runs.map(({ process }) => process))

/** What the verifier demands for a list of practices. */
export const rules = (practices: ReadonlyArray<Practice>): ReadonlyArray<Rule> =>
  practices.flatMap((practice) => practice.rules)

/** What people call a section of a handbook. */
export const titleOf = (key: string, practices: ReadonlyArray<Practice> = house): Bilingual => {
  const section = practices.flatMap(({ sections }) => sections).find((one) => one.key === key)
  return section?.title ?? new Map<string, Bilingual>(Object.entries(titles)).get(key) ?? same(key)
}

/** The form of the handbooks that a list of practices runs. */
export const formOf = (practices: ReadonlyArray<Practice> = house): Form => {
  const known = forms.get(practices)
  if (known !== undefined) return known
  const made = form(
    // Sections are read from files and written to them, whatever they hold.
    Object.fromEntries(
      practices.flatMap(({ sections }) => sections.map(({ key, schema }) => [key, schema as Schema.Codec<unknown>]))
    )
  )
  forms.set(practices, made)
  return made
}

const forms = new WeakMap<ReadonlyArray<Practice>, Form>()
