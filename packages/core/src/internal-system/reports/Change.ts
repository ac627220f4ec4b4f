/**
 * What has changed against the period before, and in which parts: in sentences that say no more than the numbers do. Counts are compared by the day; where chance
 * alone makes as large a difference, the sentence says that nothing can be said. Parts divide a change and are no cause of it.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Interval from "../analytics/Interval.ts"
import * as Shown from "./Shown.ts"

/** What was counted in a period and in the one before, and how long they are. */
export interface Counted {
  readonly now: number
  readonly before: number
  readonly days: { readonly now: number; readonly before: number }
}

/** One of the things that a count is made of. */
export interface Part {
  readonly title: Bilingual
  readonly now: number
  readonly before: number
}

/** Whether a day has more than before, fewer, or nobody can tell. */
export type Verdict = "more" | "fewer" | "open"

/**
 * Events that come apart from each other: of all of both periods, as large a part would fall into this one as it has of the days, were nothing changed. The interval
 * of that part is Wilson's.
 */
export const verdict = ({ before, days, now }: Counted): Verdict => {
  if (now + before === 0) return "open"
  const { high, low } = Interval.wilson(now, now + before)
  const even = days.now / (days.now + days.before)
  return low > even ? "more" : high < even ? "fewer" : "open"
}

/** Of what there is, how much there was before, and which parts the change is of. Parts that are no division of the count are left out; of nothing, nothing is said. */
export const said = (what: Bilingual, counted: Counted, parts: ReadonlyArray<Part> = []): ReadonlyArray<Bilingual> => {
  const { before, days, now } = counted
  if (now === 0 && before === 0) return []
  const verdictOf = verdict(counted)
  const [a, b] = [Shown.plain(before), Shown.plain(now)]
  const byDay =
    days.now === days.before
      ? { zh: "", en: "" }
      : {
          zh: `（${days.before} 天与 ${days.now} 天，按每天比较）`,
          en: ` (in ${days.before} days and in ${days.now}; compared by the day)`
        }
  if (verdictOf === "open")
    return [
      {
        zh: `${what.zh}：本期 ${b}，上期 ${a}${byDay.zh}；差别在偶然的范围内，说不出变化。`,
        en: `${what.en}: ${b}, before ${a}${byDay.en}; chance alone makes such a difference, so nothing can be said of a change.`
      }
    ]
  const isMore = verdictOf === "more"
  const rate = before === 0 ? undefined : now / days.now / (before / days.before) - 1
  const by = rate === undefined ? "" : `${rate > 0 ? "+" : "−"}${Shown.percent(Math.abs(rate))}`
  return [
    {
      zh: `${what.zh}：从 ${a} ${isMore ? "增至" : "减至"} ${b}${by && `（${by}）`}${byDay.zh}。`,
      en: `${what.en}: ${isMore ? "up" : "down"} from ${a} to ${b}${by && ` (${by})`}${byDay.en}.`
    },
    ...divided(counted, parts)
  ]
}

/** Which parts the change is of: in hundredths where all go the same way, else in numbers, for hundredths of what goes both ways say nothing. */
const divided = ({ before, days, now }: Counted, parts: ReadonlyArray<Part>): ReadonlyArray<Bilingual> => {
  const isDivision = total(parts.map((part) => part.now)) === now && total(parts.map((part) => part.before)) === before
  // Parts are compared as counts: periods of other lengths would need another share of each.
  if (!isDivision || parts.length < 2 || days.now !== days.before || now === before) return []
  const moved = parts
    .map((part) => ({ title: part.title, by: part.now - part.before }))
    .filter(({ by }) => Math.abs(by) * 10 >= Math.abs(now - before))
    .toSorted((one, other) => Math.abs(other.by) - Math.abs(one.by))
    .slice(0, most)
  const isOneWay = parts.every((part) => (part.now - part.before) * (now - before) >= 0)
  if (moved.length === 0) return []
  const told = moved.map(({ by, title }) => {
    const number = `${by > 0 ? "+" : "−"}${Shown.plain(Math.abs(by))}`
    const share = isOneWay ? Shown.percent(by / (now - before)) : undefined
    return {
      zh: share === undefined ? `「${title.zh}」${number}` : `「${title.zh}」${number}，占 ${share}`,
      en: share === undefined ? `“${title.en}” ${number}` : `“${title.en}” ${number}, ${share} of it`
    }
  })
  return [
    {
      zh: `这一变化的构成：${told.map(({ zh }) => zh).join("；")}。`,
      en: `What the change is made of: ${told.map(({ en }) => en).join("; ")}.`
    }
  ]
}

/** So many parts are told, the largest; none that has less than a tenth of the change. */
const most = 3

const total = (values: ReadonlyArray<number>): number => values.reduce((so, one) => so + one, 0)

/** A share of this period beside that of the one before: their difference has Newcombe's interval (Statistics in Medicine 17, 1998, method 10). */
export const share = (what: Bilingual, now: Of, before: Of): ReadonlyArray<Bilingual> => {
  const [p, q] = [now.part / now.whole, before.part / before.whole]
  const shown = ({ part, whole }: Of) => `${part}/${whole}`
  if (now.whole === 0 || before.whole === 0) return []
  const [one, other] = [Interval.wilson(now.part, now.whole), Interval.wilson(before.part, before.whole)]
  const low = p - q - Math.hypot(p - one.low, other.high - q)
  const high = p - q + Math.hypot(one.high - p, q - other.low)
  const numbers = {
    zh: `本期 ${Shown.percent(p)}（${shown(now)}），上期 ${Shown.percent(q)}（${shown(before)}）`,
    en: `${Shown.percent(p)} (${shown(now)}), before ${Shown.percent(q)} (${shown(before)})`
  }
  if (low <= 0 && high >= 0)
    return [
      {
        zh: `${what.zh}：${numbers.zh}；差别在偶然的范围内，说不出变化。`,
        en: `${what.en}: ${numbers.en}; chance alone makes such a difference, so nothing can be said of a change.`
      }
    ]
  return [
    {
      zh: `${what.zh}${p > q ? "上升" : "下降"}：${numbers.zh}。`,
      en: `${what.en} ${p > q ? "rose" : "fell"}: ${numbers.en}.`
    }
  ]
}

/** A part of a whole. */
export interface Of {
  readonly part: number
  readonly whole: number
}
