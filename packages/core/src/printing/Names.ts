/**
 * What people call times and intervals.
 *
 * @module
 */
import { Duration } from "effect"
import type { Cadence, Per } from "../calendar/Cadence.ts"
import type { Moment } from "../calendar/Moment.ts"
import { inWords } from "../calendar/TimeSpan.ts"
import * as WallClock from "../calendar/WallClock.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Allowance } from "../process/Allowance.ts"

/** How moments are written on the wall of a time zone: 09-18 22:40. */
export const clockOf = (timeZone: string): ((moment: Moment) => string) => {
  const wall = WallClock.make(timeZone)
  return ({ epochMilliseconds }) =>
    new Date(wall.wallAt(epochMilliseconds)).toISOString().slice(5, 16).replace("T", " ")
}

const per: Readonly<Record<Per, Bilingual>> = {
  day: { zh: "每天", en: "a day" },
  week: { zh: "每周", en: "a week" },
  month: { zh: "每月", en: "a month" },
  quarter: { zh: "每季度", en: "a quarter" },
  year: { zh: "每年", en: "a year" }
}

/** How often a duty is done. */
export const cadenceName = (cadence: Cadence): Bilingual => {
  if (cadence === "always") return { zh: "随时", en: "all the time" }
  if (cadence === "on demand") return { zh: "有事即办", en: "on demand" }
  return { zh: `${per[cadence.per].zh} ${cadence.times} 次`, en: `${times(cadence.times)} ${per[cadence.per].en}` }
}

const times = (count: number): string => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`)

/** A time and the calendar that it counts on. */
export const allowanceName = ({ calendar, time }: Allowance): Bilingual =>
  calendar === "always"
    ? { zh: spanName(time).zh, en: spanName(time).en }
    : { zh: `${spanName(time).zh}（按「${calendar}」日历）`, en: `${spanName(time).en} (${calendar} calendar)` }

/** A length of time. */
export const spanName = (span: Duration.Duration): Bilingual => {
  const en = inWords(span)
  const minutes = Duration.toMinutes(span)
  const zh =
    minutes % 1440 === 0
      ? `${minutes / 1440} 天`
      : minutes % 60 === 0
        ? `${minutes / 60} 小时`
        : Number.isInteger(minutes)
          ? `${minutes} 分钟`
          : `${Duration.toSeconds(span)} 秒`
  return { zh, en }
}
