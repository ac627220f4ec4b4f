/**
 * Winning fans back, as the printed handbook tells of it.
 *
 * @module
 */
import { same } from "../../finding/Bilingual.ts"
import { holders } from "../../handbook/Entitlement.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import { usual } from "../../internal-system/fans/LifeCycle.ts"
import type { HandbookWords } from "../../page/HandbookWords.ts"
import type { Section } from "../../page/Page.ts"
import { factsOf } from "../../page/Sections.ts"
import { MembersSection } from "../members/MembersSection.ts"
import { WinBackProcess } from "./WinBackProcess.ts"
import { usualCap, usualMost, WinBackSection } from "./WinBackSection.ts"

/** Who proposes and approves a wave, who is quiet, who is never written to, and how it is known what came of it. */
export const section = (handbook: Handbook, words: HandbookWords): Section => {
  const { approvers, holdout, looksBack, most = usualMost, stages = usual } = WinBackSection.of(handbook)
  const { cap, within } = MembersSection.find(handbook) ?? usualCap
  const { Propose, Stop } = WinBackProcess.steps
  const [span, watch] = [Names.alwaysName(within), Names.alwaysName(looksBack)]
  return {
    id: "win-back",
    title: WinBackSection.title,
    blocks: factsOf([
      [{ zh: "提议", en: "Proposed by" }, words.people(holders(handbook, Propose.by))],
      [{ zh: "审批", en: "Approved by" }, words.people(approvers)],
      [{ zh: "可停止", en: "Stopped by" }, words.people(holders(handbook, Stop.by))],
      [
        { zh: "沉默 / 沉睡", en: "Quiet / asleep" },
        {
          zh: `${stages.activeWithin} 天未见 / ${stages.quietWithin} 天未见`,
          en: `not seen for ${stages.activeWithin} days / for ${stages.quietWithin} days`
        }
      ],
      [
        { zh: "每人至多", en: "One fan has at most" },
        { zh: `${cap} 封 / ${span.zh}，与会员邀请合计`, en: `${cap} in ${span.en}, invitations of members included` }
      ],
      [
        { zh: "从不写给", en: "Never written to" },
        {
          zh: "未同意的、已退订的、投诉未了结的、死粉",
          en: "who has not consented, has opted out, has a complaint open, or is dead"
        }
      ],
      [{ zh: "留出作对照", en: "Left out to compare with" }, same(`${Math.round(holdout * 1_000) / 10}%`)],
      [{ zh: "观察", en: "Watched for" }, watch],
      [{ zh: "每波最长", en: "A wave lasts at most" }, Names.alwaysName(most)]
    ])
  }
}
