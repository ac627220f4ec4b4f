/**
 * Why time counted and why it did not: the words of an answer that can be shown to whoever doubts a deadline.
 *
 * @module
 */
import { DateTime, Schema } from "effect"
import { Bilingual } from "../finding/Bilingual.ts"
import { Moment } from "./Moment.ts"
import * as WallClock from "./WallClock.ts"

/** What decides about a stretch of time. An exception or a holiday may count or not: its windows say so. */
export const Why = Schema.TaggedUnion({
  WorkingHours: {},
  OutsideHours: {},
  Exception: { reason: Bilingual },
  Holiday: { name: Bilingual },
  MakeUpWorkday: { holiday: Bilingual },
  Paused: { reason: Bilingual },
  Stopped: {}
})
/** What decides about a stretch of time. */
export type Why = typeof Why.Type

/** A half-open stretch of time with one reason; `minutes` is its length, with a fraction if it has one. */
export const Segment = Schema.Struct({
  from: Moment,
  to: Moment,
  timeZone: Schema.String,
  counted: Schema.Boolean,
  minutes: Schema.Number,
  why: Why
})
/** A half-open stretch of time with one reason. */
export type Segment = typeof Segment.Type

/** The minutes that count. */
export const countedMinutes = (segments: ReadonlyArray<Segment>): number =>
  segments.reduce((sum, segment) => (segment.counted ? sum + segment.minutes : sum), 0)

/** The segment as a sentence, in the local time of its calendar. */
export const sentence = (segment: Segment): Bilingual => {
  const wall = WallClock.make(segment.timeZone)
  const local = (moment: Moment) =>
    new Date(wall.wallAt(DateTime.toEpochMillis(moment))).toISOString().slice(0, 16).replace("T", " ")
  const from = local(segment.from)
  const to = local(segment.to)
  const minutes = Number(segment.minutes.toFixed(2))
  const reason = reasonOf(segment.why)
  return {
    zh: `${from} 至 ${to}：${minutes} 分钟${segment.counted ? "计入" : "不计入"}（${reason.zh}）`,
    en: `${from} to ${to}: ${minutes} minutes ${segment.counted ? "count" : "do not count"} (${reason.en})`
  }
}

/** What decides about a stretch of time, in a few words. */
export const reasonOf = (why: Why): Bilingual => {
  switch (why._tag) {
    case "WorkingHours":
      return { zh: "工作时间", en: "working hours" }
    case "OutsideHours":
      return { zh: "非工作时间", en: "outside working hours" }
    case "Exception":
      return { zh: `例外安排：${why.reason.zh}`, en: `exception: ${why.reason.en}` }
    case "Holiday":
      return { zh: `${why.name.zh}假期`, en: `holiday: ${why.name.en}` }
    case "MakeUpWorkday":
      return { zh: `${why.holiday.zh}调休上班`, en: `make-up workday for ${why.holiday.en}` }
    case "Paused":
      return { zh: `暂停：${why.reason.zh}`, en: `paused: ${why.reason.en}` }
    case "Stopped":
      return { zh: "已停止", en: "stopped" }
  }
}
