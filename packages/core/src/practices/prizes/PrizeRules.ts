/**
 * What the verifier demands of the times of draws: that a winner can be told, claim, and have the prize before all is to be settled, and that somebody hears in time of
 * a draw that does not go on.
 *
 * @module
 */
import { Duration } from "effect"
import { inWords } from "../../calendar/TimeSpan.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import { leastMinutes } from "./PrizeDrawTimes.ts"
import { PrizesSection } from "./PrizesSection.ts"

/** The rules of draws. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "draws/settles-too-soon",
    severity: "error",
    demands: {
      zh: "通知、领取、寄出、送达的期限合计不超过兑奖期限。",
      en: "A winner may take the time that the handbook grants for each step before all is to be settled."
    },
    fix: { zh: "延长 settlesWithin，或缩短其中的期限。", en: "Raise settlesWithin, or shorten the times within it." },
    find: ({ handbook }) => {
      const draws = PrizesSection.find(handbook)
      // Hours of an office last longer than those of a clock: only what is too short by the clock is too short for sure.
      if (draws === undefined || draws.settlesWithin.calendar !== "always") return []
      const { arriveWithin, claimWithin, sendWithin, settlesWithin, tellWithin } = draws
      const steps = [tellWithin, claimWithin, sendWithin, arriveWithin].map(({ time }) => time)
      const all = steps.reduce((sum, time) => Duration.sum(sum, time), Duration.zero)
      if (Duration.isLessThanOrEqualTo(all, settlesWithin.time)) return []
      const [needed, granted] = [inWords(all), inWords(settlesWithin.time)]
      return [
        hit(
          ["draws", "settlesWithin"],
          `各步期限合计至少 ${needed}，全部了结却只有 ${granted}。`,
          `The steps of a delivery may take ${needed} at least, and all is to be settled within ${granted}.`,
          granted
        )
      ]
    }
  },
  {
    code: "draws/told-after-the-draw",
    severity: "warning",
    demands: {
      zh: "抽奖没有继续时，开奖之前就有人得知。",
      en: "Where a draw does not go on, somebody hears of it while the list can still be published in time."
    },
    fix: { zh: `把 attention 缩短到 ${leastMinutes} 分钟。`, en: `Shorten attention to ${leastMinutes} minutes.` },
    find: ({ handbook }) => {
      const attention = PrizesSection.find(handbook)?.attention
      if (attention === undefined) return []
      const said = inWords(attention.time)
      return attention.calendar === "always" &&
        Duration.isLessThanOrEqualTo(attention.time, Duration.minutes(leastMinutes))
        ? []
        : [
            hit(
              ["draws", "attention"],
              `截止与开奖可以只隔 ${leastMinutes} 分钟；名单没有封存时，要过 ${said} 才有人得知。`,
              `A draw may follow its end after ${leastMinutes} minutes; of a list that is not frozen, somebody hears after ${said}.`,
              said
            )
          ]
    }
  }
]
