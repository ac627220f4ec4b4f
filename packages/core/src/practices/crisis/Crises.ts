/**
 * Crises, as a practice: declared, spoken in with one voice, ended by a person, and learnt of.
 *
 * @module
 */
import { holders } from "../../handbook/Entitlement.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import * as Settings from "../../handbook/Settings.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import type { HandbookWords } from "../../page/HandbookWords.ts"
import { joined, type Section } from "../../page/Page.ts"
import { factsOf } from "../../page/Sections.ts"
import { make, run } from "../../practice/Practice.ts"
import { CrisisProcess } from "./CrisisProcess.ts"
import { rules } from "./CrisisRules.ts"
import { CrisisSection } from "./CrisisSection.ts"

/** What an account does when it is in trouble. */
export const crises = make({
  name: "crises",
  title: { zh: "危机", en: "crises" },
  sections: [CrisisSection],
  runs: [
    run(CrisisProcess, (handbook) => {
      const { levels, review, voices } = CrisisSection.of(handbook)
      return {
        ...Settings.ofWarnings(handbook),
        voices,
        levels,
        review: { time: review, calendar: "always" },
        rules: Settings.ofPosts(handbook).rules,
        writers: holders(handbook, PostProcess.steps.Compose.by, PostProcess.steps.Schedule.by)
      }
    })
  ],
  rules,
  pages: (handbook, { words }) => [section(handbook, words)]
})

const section = (handbook: Handbook, words: HandbookWords): Section => {
  const { levels, review, voices } = CrisisSection.of(handbook)
  const may = (step: "Declare" | "Approve" | "StandDown") =>
    words.people(holders(handbook, CrisisProcess.steps[step].by))
  return {
    id: "crisis",
    title: CrisisSection.title,
    blocks: factsOf([
      [{ zh: "可宣布", en: "Declared by" }, may("Declare")],
      [{ zh: "发言人，依次", en: "The voice, in turn" }, words.people(voices)],
      [{ zh: "批准声明", en: "Statements approved by" }, may("Approve")],
      ...levels.map(
        ({ closesAnswers, figures, statement, title }) =>
          [
            title,
            joined(
              [
                joined(
                  statement.map((one) => words.allowance(one)),
                  { zh: "、", en: ", " }
                ),
                { zh: `数据每 ${Names.alwaysName(figures).zh}`, en: `figures every ${Names.alwaysName(figures).en}` },
                closesAnswers === true
                  ? { zh: "只由发言人答复", en: "only the voice answers" }
                  : { zh: "照常答复粉丝", en: "fans are answered as usual" }
              ],
              { zh: "；", en: "; " }
            )
          ] as const
      ),
      [{ zh: "可解除", en: "Stood down by" }, may("StandDown")],
      [{ zh: "复盘期限", en: "Reviewed within" }, Names.alwaysName(review)]
    ])
  }
}
