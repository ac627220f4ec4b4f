/**
 * Draws of prizes, as a practice: draws that everybody can check, and prizes that reach the winners or come back.
 *
 * @module
 */
import * as DrawEntry from "../../external-system/prizes/DrawEntry.ts"
import { holders } from "../../handbook/Entitlement.ts"
import * as Settings from "../../handbook/Settings.ts"
import { factsOf } from "../../page/Sections.ts"
import { make, run } from "../../practice/Practice.ts"
import { PrizeDeliveryProcess } from "./PrizeDeliveryProcess.ts"
import { PrizeDrawProcess } from "./PrizeDrawProcess.ts"
import { rules } from "./PrizeRules.ts"
import { PrizesSection } from "./PrizesSection.ts"

/** Draws that everybody can check, and prizes that reach the winners. */
export const draws = make({
  name: "draws",
  title: { zh: "抽奖", en: "draws of prizes" },
  sections: [PrizesSection],
  hears: [DrawEntry.kind],
  runs: [
    run(PrizeDeliveryProcess, (handbook) => {
      const { arriveWithin, claimWithin, sendWithin, tellWithin } = PrizesSection.of(handbook)
      return { ...Settings.ofWarnings(handbook), arriveWithin, claimWithin, sendWithin, tellWithin }
    }),
    run(PrizeDrawProcess, (handbook) => {
      const { attention, excluded = [], settlesWithin } = PrizesSection.of(handbook)
      return { ...Settings.ofWarnings(handbook), attention, excluded, settlesWithin }
    })
  ],
  rules,
  pages: (handbook, { words }) => {
    const { claimWithin, sendWithin, settlesWithin, tellWithin } = PrizesSection.of(handbook)
    return [
      {
        id: "draws",
        title: PrizesSection.title,
        blocks: factsOf([
          [
            { zh: "可登记与取消", en: "Announced and abandoned by" },
            words.people(holders(handbook, PrizeDrawProcess.steps.Announce.by))
          ],
          [
            { zh: "兑奖经手人", en: "Prizes are delivered by" },
            words.people(holders(handbook, PrizeDeliveryProcess.steps.Tell.by))
          ],
          [{ zh: "通知中奖者", en: "Winners are told within" }, words.allowance(tellWithin)],
          [{ zh: "领取期限", en: "Winners claim within" }, words.allowance(claimWithin)],
          [{ zh: "寄出期限", en: "Prizes are sent within" }, words.allowance(sendWithin)],
          [{ zh: "全部了结", en: "All is settled within" }, words.allowance(settlesWithin)]
        ])
      }
    ]
  }
})
