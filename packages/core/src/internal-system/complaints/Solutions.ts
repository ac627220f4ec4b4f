/**
 * Whether complaints were really solved: by the fan's own word, and not by the team's. Whoever says nothing is not counted as content, nor as the contrary: what is
 * not known is said to be so, and the share lies between bounds.
 *
 * @module
 */
import { DateTime, Option, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Entry } from "../../operations/EventLog.ts"
import type { Figure } from "../analytics/Figure.ts"
import * as Figures from "../analytics/Figures.ts"
import type { Trace } from "../analytics/Trace.ts"
import type { ComplaintMeasure } from "../reports/Measure.ts"
import { ComplaintProcess } from "./ComplaintProcess.ts"

/** A complaint that is over: how often it was closed, how at last, whether the fan was asked how it was, and what mark they gave in the end. */
export interface Solution {
  readonly closings: number
  readonly closedBy: "fan" | "silence"
  readonly asked: boolean
  readonly score: number | undefined
  readonly ended: Moment
}

/** What became of complaints, by the measures of a KPI. */
export type Solutions = Readonly<Record<ComplaintMeasure, Figure>>

/** The figures of these complaints. */
export const of = (all: ReadonlyArray<Solution>, traces: ReadonlyArray<Trace> = []): Solutions => {
  const count = (is: (one: Solution) => boolean) => all.filter(is).length
  const isOnce = ({ closings }: Solution) => closings < 2
  const isSolved = (one: Solution) =>
    isOnce(one) && (one.score === undefined ? one.closedBy === "fan" : one.score >= contentFrom)
  const isSilent = (one: Solution) => isOnce(one) && one.score === undefined && one.closedBy === "silence"
  const silent = count(isSilent)
  const [asked, scored] = [count((one) => one.asked), count((one) => one.asked && one.score !== undefined)]
  return {
    solved: Figures.share(titles.solved, {
      numerator: { title: titles.said, value: count(isSolved) },
      denominator: { title: titles.spoke, value: all.length - silent },
      unknown: { count: silent, why: saidNothing(silent) },
      traces
    }),
    reopened: Figures.share(titles.reopened, {
      numerator: { title: titles.again, value: count((one) => !isOnce(one)) },
      denominator: { title: titles.over, value: all.length },
      traces
    }),
    asked: Figures.share(titles.asked, {
      numerator: { title: titles.wereAsked, value: asked },
      denominator: { title: titles.over, value: all.length },
      traces
    }),
    answered: Figures.share(titles.answered, {
      numerator: { title: titles.marked, value: scored },
      denominator: { title: titles.wereAsked, value: asked },
      traces
    }),
    content: contentOf(
      count(({ asked, score = 0 }) => asked && score >= contentFrom),
      { all: all.length, asked, scored },
      traces
    )
  }
}

/** Customer satisfaction as it is measured everywhere (CSAT): of those who gave a mark, who gave one of the best two. Whoever gave none may think either. */
const contentOf = (
  good: number,
  { all, asked, scored }: { readonly all: number; readonly asked: number; readonly scored: number },
  traces: ReadonlyArray<Trace>
): Figure => {
  const figure = Figures.share(titles.content, {
    numerator: { title: titles.good, value: good },
    denominator: { title: titles.marked, value: scored },
    unknown: { count: all - scored, why: noMark(asked - scored, all - asked) },
    sample: true,
    traces
  })
  return scored > 0 && scored < few ? { ...figure, missing: [small(scored), ...figure.missing] } : figure
}

/** Of fewer marks, one more or less moves the share by several hundredths. */
const few = 30

const contentFrom = 4

/** Follows a log: takes what it is given, in its order, and says which complaints have ended in a span. What was no complaint is none of them. */
export const follow = () => {
  const open = new Map<string, Omit<Solution, "ended">>()
  const over: Array<Solution> = []
  const take = ({ case: id, event, process, state }: Entry): void => {
    if (process !== ComplaintProcess.name) return
    const read = decode(event)
    if (Option.isNone(read)) return
    const { at, facts, step } = read.value
    const known = open.get(id) ?? { closings: 0, closedBy: "silence", asked: false, score: undefined }
    const isClosing = step === "Confirm" || step === "NoObjection"
    open.set(id, {
      closings: known.closings + (isClosing ? 1 : 0),
      closedBy: isClosing ? (step === "Confirm" ? "fan" : "silence") : known.closedBy,
      asked: isAsked(step, facts?.question) ?? known.asked,
      score: facts?.rating?.score ?? known.score
    })
    if (!ComplaintProcess.final.some((one) => one === state)) return
    const ended = open.get(id)
    open.delete(id)
    if (ended !== undefined && state === "Done") over.push({ ...ended, ended: at })
  }
  return {
    /** Takes some of the log, behind what it has taken. */
    take: (entries: ReadonlyArray<Entry>): void => entries.forEach(take),
    /** Complaints that have ended from a moment until before another. */
    between: (from: Moment, until: Moment): ReadonlyArray<Solution> =>
      over.filter(({ ended }) => DateTime.isGreaterThanOrEqualTo(ended, from) && DateTime.isLessThan(ended, until))
  }
}

/** Whether the fan is asked by this step, or was not after all; nothing where it says neither. */
const isAsked = (step: string, question: string | undefined): boolean | undefined => {
  if (step === "AskHowItWas") return question !== undefined
  return step === "NotAsked" ? false : undefined
}

const decode = Schema.decodeUnknownOption(
  Schema.toCodecJson(
    Schema.Struct({
      step: Schema.String,
      at: Moment,
      facts: Schema.optionalKey(
        Schema.Struct({
          rating: Schema.optionalKey(Schema.Struct({ score: Schema.Finite })),
          question: Schema.optionalKey(Schema.String)
        })
      )
    })
  )
)

const titles = {
  solved: { zh: "真正解决率", en: "share of complaints really solved" },
  said: { zh: "粉丝确认已解决", en: "solved by the fan's word" },
  spoke: { zh: "粉丝有表态的投诉", en: "complaints of which the fan has said something" },
  reopened: { zh: "重新打开率", en: "share of complaints opened again" },
  again: { zh: "关闭后重新打开", en: "closed, and opened again" },
  over: { zh: "已了结的投诉", en: "complaints that are over" },
  asked: { zh: "询问满意度的占比", en: "share of complaints whose fan was asked how it was" },
  wereAsked: { zh: "被询问的粉丝", en: "fans who were asked" },
  answered: { zh: "满意度回复率", en: "share of fans who gave a mark when asked" },
  content: { zh: "满意率", en: "share of fans who were content" },
  good: { zh: "4 或 5 分", en: "marks of 4 or 5" },
  marked: { zh: "给了评分的投诉", en: "complaints with a mark" }
} as const satisfies Record<string, Bilingual>

const saidNothing = (count: number): Bilingual => ({
  zh: `${count} 起投诉的粉丝没有表态。`,
  en: `Of ${count} complaints the fan has said nothing.`
})
const noMark = (silent: number, unasked: number): Bilingual => ({
  zh: `${silent} 位被询问的粉丝没有评分，另有 ${unasked} 起投诉没有询问。`,
  en: `${silent} fans who were asked gave no mark, and of ${unasked} complaints the fan was not asked.`
})
const small = (count: number): Bilingual => ({
  zh: `只有 ${count} 个评分，样本小。`,
  en: `A small sample: there are only ${count} marks.`
})
