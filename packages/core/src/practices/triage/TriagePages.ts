/**
 * Triage, as the printed handbook tells of it.
 *
 * @module
 */
import { holders } from "../../handbook/Entitlement.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import { CorrectionProcess } from "../../internal-system/triage/CorrectionProcess.ts"
import * as Label from "../../internal-system/triage/Label.ts"
import type { HandbookWords } from "../../page/HandbookWords.ts"
import { joined, type Section } from "../../page/Page.ts"
import { factsOf } from "../../page/Sections.ts"
import { Triage } from "./TriageSection.ts"

/** What becomes somebody's task, what is counted, and how many tasks at most begin at once. */
export const section = (handbook: Handbook, words: HandbookWords): Section => {
  const { counted, flood } = Triage.of(handbook)
  const titles = (labels: ReadonlyArray<Label.Label>) =>
    labels.length === 0
      ? { zh: "无", en: "nothing" }
      : joined(
          labels.map((label) => Label.faces[label].title),
          { zh: "、", en: ", " }
        )
  const span = Names.alwaysName(flood.within)
  return {
    id: "triage",
    title: Triage.title,
    blocks: factsOf([
      [{ zh: "有人处理", en: "Becomes a task" }, titles(Label.all.filter((label) => !counted.includes(label)))],
      [{ zh: "只计数", en: "Is counted" }, titles(counted)],
      [
        { zh: "同一微博下最多", en: "At most under one post" },
        { zh: `${flood.underPost} 件 / ${span.zh}`, en: `${flood.underPost} in ${span.en}` }
      ],
      [
        { zh: "总共最多", en: "At most altogether" },
        { zh: `${flood.ofAccount} 件 / ${span.zh}`, en: `${flood.ofAccount} in ${span.en}` }
      ],
      [
        { zh: "可更正判断的人", en: "Judgements are corrected by" },
        words.people(holders(handbook, CorrectionProcess.steps.Correct.by))
      ]
    ])
  }
}
