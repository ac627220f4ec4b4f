/**
 * Crises, as the printed handbook tells of them.
 *
 * @module
 */
import { holders } from "../../handbook/Entitlement.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import type { HandbookWords } from "../../page/HandbookWords.ts"
import { joined, type Section } from "../../page/Page.ts"
import { factsOf } from "../../page/Sections.ts"
import { CrisisProcess } from "./CrisisProcess.ts"
import { CrisisSection } from "./CrisisSection.ts"

/** Who declares, speaks, approves and ends a crisis, and the clocks of each level. */
export const section = (handbook: Handbook, words: HandbookWords): Section => {
  const { levels, review, voices } = CrisisSection.of(handbook)
  const categories = handbook.content.mix?.categories
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
        ({ closesAnswers, figures, goesOn = [], name, statement, title }) =>
          [
            { zh: `${title.zh}（${name}）`, en: `${title.en} (${name})` },
            joined(
              [
                joined(
                  statement.map((one) => words.allowance(one)),
                  { zh: "、", en: ", " }
                ),
                { zh: `数据每 ${Names.alwaysName(figures).zh}`, en: `figures every ${Names.alwaysName(figures).en}` },
                closesAnswers === true
                  ? { zh: "只由发言人答复", en: "only the voice answers" }
                  : { zh: "照常答复粉丝", en: "fans are answered as usual" },
                ...(goesOn.length === 0
                  ? []
                  : [
                      joined([{ zh: "照常发出", en: "posts go on of" }, words.titles(categories, goesOn)], {
                        zh: "：",
                        en: " "
                      })
                    ])
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
