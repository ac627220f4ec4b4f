/**
 * A figure in a cell: its value or the bounds between which it lies, whether its target is met, of how many it is, how sure, and what is missing.
 *
 * @module
 */
import { type Bilingual, same } from "../finding/Bilingual.ts"
import type { Figure } from "../internal-system/analytics/Figure.ts"
import type { Line } from "../internal-system/reports/Report.ts"
import * as Shown from "../internal-system/reports/Shown.ts"
import { joined, type Text, type Tone } from "./Page.ts"

/** Its value, or the bounds between which it lies. */
export const shown = ({ bounds, unit, value }: Figure): Bilingual => {
  if (value !== undefined) return Shown.number(value, unit)
  const [low, high] = [bounds?.low, bounds?.high]
  // That there are none at the least goes without saying.
  if (high === undefined)
    return low === undefined || low <= 0 ? same(Shown.unknown) : both("≥ ", Shown.number(low, unit))
  return low === undefined ? both("≤ ", Shown.number(high, unit)) : Shown.between(low, high, unit)
}

const both = (before: string, { en, zh }: Bilingual): Bilingual => ({ zh: `${before}${zh}`, en: `${before}${en}` })

/** What it should be, and whether it is. */
export const target = (target: Target | undefined): Text =>
  target === undefined ? Shown.unknown : [target.said, { badge: verdicts[target.met], tone: tones[target.met] }]

type Target = NonNullable<Line["target"]>
type Met = Target["met"]
const verdicts: Readonly<Record<Met, Bilingual>> = {
  met: { zh: "达到", en: "met" },
  missed: { zh: "未达到", en: "missed" },
  open: { zh: "说不定", en: "cannot be said" }
}
const tones: Readonly<Record<Met, Tone>> = { met: "good", missed: "bad", open: "warn" }

/** Of how many, how sure, and what is missing. */
export const note = ({ interval, missing, of, unit }: Figure): Text => {
  const parts: ReadonlyArray<Text> = [
    ...(of === undefined ? [] : [`${Shown.plain(of.numerator.value)} / ${Shown.plain(of.denominator.value)}`]),
    ...(interval === undefined ? [] : [certainty(Shown.between(interval.low, interval.high, unit), interval.level)]),
    ...new Map(missing.map((one) => [one.en, one])).values()
  ]
  return parts.length === 0 ? Shown.unknown : joined(parts, "·")
}

const certainty = ({ en, zh }: Bilingual, level: number): Bilingual => ({
  zh: `${Shown.percent(level)} 区间 ${zh}`,
  en: `${Shown.percent(level)} interval ${en}`
})
