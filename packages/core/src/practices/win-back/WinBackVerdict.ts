/**
 * What people are told of a wave, as far as its counts show it: where the interval of the difference holds nothing as well, nothing can be said.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Interval from "../../internal-system/analytics/Interval.ts"
import type { Counts } from "./WinBack.ts"

/** Whether more came back for the letters, or fewer. */
export type Verdict = "more" | "less" | "nothing can be said"

/** The difference between both groups, and what follows from it. */
export const judge = ({ heldOut, heldOutBack, written, writtenBack }: Counts) => {
  const interval = Interval.difference(
    { successes: writtenBack, trials: written },
    { successes: heldOutBack, trials: heldOut }
  )
  const isEmpty = written === 0 || heldOut === 0
  const isOpen = isEmpty || (interval.low <= 0 && interval.high >= 0)
  const is: Verdict = isOpen ? "nothing can be said" : interval.low > 0 ? "more" : "less"
  return { interval, is, isEmpty }
}

/** What people read of it. */
export const said = (counts: Counts): Bilingual => {
  const {
    interval: { high, low },
    is
  } = judge(counts)
  const { heldOut, heldOutBack, written, writtenBack } = counts
  const seen = {
    zh: `写信 ${written} 人，回来 ${writtenBack} 人；留出 ${heldOut} 人，回来 ${heldOutBack} 人`,
    en: `of ${written} who were written to ${writtenBack} came back, of ${heldOut} who were not ${heldOutBack} did`
  }
  const between = {
    zh: `（差 ${points(low)} 至 ${points(high)} 个百分点）`,
    en: `(${points(low)} to ${points(high)} percentage points)`
  }
  if (is === "nothing can be said")
    return {
      zh: `${seen.zh}；差别可能只是偶然，不能下结论${between.zh}。`,
      en: `${seen.en}; chance may be all of it, and nothing can be said ${between.en}.`
    }
  return is === "more"
    ? { zh: `${seen.zh}；信带回了粉丝${between.zh}。`, en: `${seen.en}; the letters brought fans back ${between.en}.` }
    : {
        zh: `${seen.zh}；信使回来的更少${between.zh}。`,
        en: `${seen.en}; with the letters fewer came back ${between.en}.`
      }
}

const points = (share: number): string => (share * 100).toFixed(1)
