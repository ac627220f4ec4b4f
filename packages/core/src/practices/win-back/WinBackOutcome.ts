/**
 * What came of a wave: who came back of those who were written to, less who came back of those who were left out by lot, with the interval of that difference.
 * Where the interval holds no difference as well, nothing can be said.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Figure } from "../../internal-system/analytics/Figure.ts"
import * as Figures from "../../internal-system/analytics/Figures.ts"
import type * as Interval from "../../internal-system/analytics/Interval.ts"
import type { Counts } from "./WinBack.ts"
import { judge, type Verdict } from "./WinBackVerdict.ts"

export { said } from "./WinBackVerdict.ts"

/** What came of a wave. */
export interface Outcome {
  readonly written: Figure
  readonly heldOut: Figure
  /** In parts of one; it may be less than nothing. */
  readonly difference: Figure
  readonly is: Verdict
}

/** The outcome of these counts. */
export const of = (counts: Counts): Outcome => {
  const { erased, heldOut, heldOutBack, written, writtenBack } = counts
  const [one, other] = [
    { successes: writtenBack, trials: written },
    { successes: heldOutBack, trials: heldOut }
  ]
  const { interval, is, isEmpty } = judge(counts)
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
