/**
 * Embargoes, as the printed handbook tells of them.
 *
 * @module
 */
import { holders } from "../../handbook/Entitlement.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import type { HandbookWords } from "../../page/HandbookWords.ts"
import type { Section } from "../../page/Page.ts"
import { factsOf } from "../../page/Sections.ts"
import { EmbargoProcess } from "./EmbargoProcess.ts"
import { Embargo } from "./EmbargoSection.ts"

/** Everything that `GoingOut.unasked` holds, as people call it. */
const unasked = {
  zh: "微博、付费推广、活动、会员邀请、粉丝召回、抽奖",
  en: "posts, paid promotions, campaigns, invitations, win-backs and draws"
}

/** Who imposes and lifts one, for how long, and what it stops. */
export const section = (handbook: Handbook, words: HandbookWords): Section => {
  const { most, reminds, stopsAnswers = false } = Embargo.of(handbook)
  return {
    id: "embargo",
    title: Embargo.title,
    blocks: factsOf([
      [
        { zh: "可停更与解除", en: "Imposed and lifted by" },
        words.people(holders(handbook, EmbargoProcess.steps.Impose.by))
      ],
      [{ zh: "最长", en: "Lasts at most" }, Names.alwaysName(most)],
      [{ zh: "停更中提醒", en: "Reminded while it lasts, every" }, words.allowance(reminds)],
      [
        { zh: "停止", en: "Stops" },
        stopsAnswers ? { zh: `${unasked.zh}，以及对粉丝的答复`, en: `${unasked.en}, and answers to fans` } : unasked
      ]
    ])
  }
}
