/**
 * How many fans came and how many went between two readings of their number. The number alone tells the difference only: where nobody counted who
 * came, that as many came as went is as likely as that nobody did, and there are only bounds.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Figure } from "../analytics/Figure.ts"
import { counted, share, unknown } from "../analytics/Figures.ts"
import type { Trace } from "../analytics/Trace.ts"

/** What is known of a span. */
export interface Known {
  /** The number of followers at the beginning and at the end; nothing where the platform did not show it. */
  readonly before: number | undefined
  readonly after: number | undefined
  /** How many were counted coming, or going, if somebody counted all of them. */
  readonly joined?: number
  readonly left?: number
  readonly traces?: ReadonlyArray<Trace>
}

/** What a span did to the fans. */
export interface Turnover {
  readonly joined: Figure
  readonly left: Figure
  /** Those who left, of those who were there before or came: each can leave once. */
  readonly lost: Figure
}

/** Who came and who went. Counts that do not fit the readings have no value: one of them is wrong, and it is not known which. */
export const of = ({ after, before, joined, left, traces = [] }: Known): Turnover => {
  if (before === undefined || after === undefined) {
    const figure = (title: Bilingual, value: number | undefined) =>
      value === undefined ? unknown(title, "people", noReading, { traces }) : counted(title, "people", value, traces)
    return {
      joined: figure(titles.joined, joined),
      left: figure(titles.left, left),
      lost: unknown(titles.lost, "share", noReading, { traces })
    }
  }
  const came = joined ?? (left === undefined ? undefined : after - before + left)
  const went = left ?? (joined === undefined ? undefined : before - after + joined)
  if (came === undefined || went === undefined)
    return {
      joined: unknown(titles.joined, "people", uncounted, { bounds: { low: Math.max(0, after - before) }, traces }),
      left: unknown(titles.left, "people", uncounted, { bounds: { low: Math.max(0, before - after) }, traces }),
      lost: unknown(titles.lost, "share", uncounted, {
        bounds: { low: Math.max(0, before - after) / (before || 1), high: 1 },
        traces
      })
    }
  if (came < 0 || went < 0 || before + came - went !== after || went > before + came) {
    const wrong = (title: Bilingual, unit: "people" | "share") => unknown(title, unit, contrary, { traces })
    return {
      joined: wrong(titles.joined, "people"),
      left: wrong(titles.left, "people"),
      lost: wrong(titles.lost, "share")
    }
  }
  return {
    joined: counted(titles.joined, "people", came, traces),
    left: counted(titles.left, "people", went, traces),
    lost: share(titles.lost, {
      numerator: { title: titles.left, value: went },
      denominator: { title: titles.there, value: before + came },
      unit: "people",
      traces
    })
  }
}

const titles = {
  joined: { zh: "新增粉丝", en: "fans who came" },
  left: { zh: "流失粉丝", en: "fans who left" },
  lost: { zh: "流失率", en: "share of fans who left" },
  there: { zh: "期初与新增粉丝", en: "fans who were there or came" }
} as const satisfies Record<string, Bilingual>

const noReading: Bilingual = {
  zh: "期初或期末没有粉丝数。",
  en: "The number of fans was not read at the beginning or the end."
}
const uncounted: Bilingual = {
  zh: "平台不告知谁来谁走，只知道差额。",
  en: "The platform does not tell who came and who went, only the difference is known."
}
const contrary: Bilingual = {
  zh: "新增、流失与粉丝数对不上。",
  en: "Who came, who left and the number of fans do not fit each other."
}
