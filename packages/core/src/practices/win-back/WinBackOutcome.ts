/**
 * What came of a wave: who came back of those who were written to, less who came back of those who were left out by lot, with the interval of that difference.
 * Where the interval holds no difference as well, nothing can be said.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Figure } from "../../internal-system/analytics/Figure.ts"
import * as Figures from "../../internal-system/analytics/Figures.ts"
import * as Interval from "../../internal-system/analytics/Interval.ts"
import type { Counts } from "./WinBack.ts"

/** What came of a wave. */
export interface Outcome {
  readonly written: Figure
  readonly heldOut: Figure
  /** In parts of one; it may be less than nothing. */
  readonly difference: Figure
  readonly is: "more" | "less" | "nothing can be said"
}

/** The outcome of these counts. */
export const of = ({ erased, heldOut, heldOutBack, written, writtenBack }: Counts): Outcome => {
  const [one, other] = [
    { successes: writtenBack, trials: written },
    { successes: heldOutBack, trials: heldOut }
  ]
  const interval = Interval.difference(one, other)
  const isEmpty = written === 0 || heldOut === 0
  const is =
    isEmpty || (interval.low <= 0 && interval.high >= 0) ? "nothing can be said" : interval.low > 0 ? "more" : "less"
  return {
    is,
    written: shareOf({ zh: "写信后回来的", en: "came back after a letter" }, titles.written, one),
    heldOut: shareOf({ zh: "未写信也回来的", en: "came back without one" }, titles.heldOut, other),
    difference: {
      title: { zh: "召回带来的", en: "brought back by the letters" },
      unit: "share",
      ...(!isEmpty && { value: writtenBack / written - heldOutBack / heldOut }),
      interval,
      missing: [...(isEmpty ? [nobody] : []), ...(erased > 0 ? [forgotten(erased)] : [])],
      traces: []
    }
  }
}

/** What people read of it. */
export const said = (counts: Counts): Bilingual => {
  const { difference, is } = of(counts)
  const { high, low } = difference.interval ?? { low: -1, high: 1 }
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

const titles = {
  written: { zh: "写了信的粉丝", en: "fans who were written to" },
  heldOut: { zh: "留出的粉丝", en: "fans who were left out" }
} as const satisfies Record<string, Bilingual>

const shareOf = (title: Bilingual, of: Bilingual, { successes, trials }: Interval.Seen): Figure =>
  Figures.share(title, {
    numerator: { title, value: successes },
    denominator: { title: of, value: trials },
    unit: "people",
    sample: true
  })

const nobody: Bilingual = {
  zh: "有一组没有人，因此没有可比。",
  en: "One of the groups has nobody, so there is nothing to compare with."
}
const forgotten = (count: number): Bilingual => ({
  zh: `${count} 人的资料已删除，不在其中。`,
  en: `${count} have asked to be forgotten, and are not counted.`
})
