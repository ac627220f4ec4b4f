/**
 * What the clock of a deadline shows, in words: how much of its time is used, and what of the time since did not count.
 *
 * @module
 */
import { formatDuration } from "date-fns/formatDuration"
import { enUS } from "date-fns/locale/en-US"
import { zhCN } from "date-fns/locale/zh-CN"
import { Duration } from "effect"
import type { Bilingual } from "../finding/Bilingual.ts"
import * as Names from "../handbook/Names.ts"
import * as Clocks from "../process/Clocks.ts"

/** The words; none where the case itself names the moment, and no time is counted. */
export const of = (clock: Clocks.Reading): ReadonlyArray<Bilingual> => {
  const { allowance, state, title, used } = clock
  if (allowance === undefined) return []
  const [of, whole] = [spanOf(used), Names.spanName(allowance.time)]
  const rests = Names.listed(
    Clocks.uncounted(clock).map(({ reason, time }) => {
      const span = spanOf(time)
      return { zh: `${reason.zh} ${span.zh}`, en: `${reason.en} ${span.en}` }
    })
  )
  const paused = state === "paused" ? { zh: "，现已暂停", en: ", and stands still now" } : { zh: "", en: "" }
  return [
    {
      zh: `${title.zh}：已计 ${of.zh}，共 ${whole.zh}${paused.zh}。`,
      en: `${title.en}: ${of.en} of ${whole.en} used${paused.en}.`
    },
    ...(rests.zh === "" ? [] : [{ zh: `未计入：${rests.zh}。`, en: `Not counted: ${rests.en}.` }])
  ]
}

/** A time that was measured, to the minute: `8 hours 30 minutes`. */
const spanOf = (time: Duration.Duration): Bilingual => {
  const { days, hours, minutes } = Duration.parts(time)
  const parts = { days, hours, minutes }
  const none = { zh: "0 分钟", en: "0 minutes" }
  return days + hours + minutes === 0
    ? none
    : { zh: formatDuration(parts, { locale: zhCN }), en: formatDuration(parts, { locale: enUS }) }
}
