/**
 * Codes, as the printed handbook tells of them.
 *
 * @module
 */
import { same } from "../../finding/Bilingual.ts"
import { holders } from "../../handbook/Entitlement.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import type { HandbookWords } from "../../page/HandbookWords.ts"
import type { Section } from "../../page/Page.ts"
import { factsOf } from "../../page/Sections.ts"
import { CodeSeriesProcess } from "./CodeSeriesProcess.ts"
import { CodesSection } from "./CodesSection.ts"

/** Who plans, approves, issues and stops series, how many codes one has, and for how long. */
export const section = (handbook: Handbook, words: HandbookWords): Section => {
  const { approvers, longest, most, words: forbidden = [] } = CodesSection.of(handbook)
  const { Draft, Issue, Stop } = CodeSeriesProcess.steps
  return {
    id: "codes",
    title: CodesSection.title,
    blocks: factsOf([
      [{ zh: "起草", en: "Drafted by" }, words.people(holders(handbook, Draft.by))],
      [{ zh: "审批", en: "Approved by" }, words.people(approvers)],
      [{ zh: "发放", en: "Issued by" }, words.people(holders(handbook, Issue.by))],
      [{ zh: "可停用与停止", en: "Withdrawn and stopped by" }, words.people(holders(handbook, Stop.by))],
      [{ zh: "每个系列的码至多", en: "Codes of a series, at most" }, same(String(most))],
      [{ zh: "每个系列最长", en: "A series lasts at most" }, Names.alwaysName(longest)],
      [{ zh: "另外不许出现的词", en: "Words that no code reads as, besides" }, Names.listed(forbidden.map(same))]
    ])
  }
}
