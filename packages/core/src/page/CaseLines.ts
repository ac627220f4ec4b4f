/**
 * What a person has to know of a case, as lines of a page: what it is part of, what was promised to whom, and what its clocks show.
 *
 * @module
 */
import { Duration } from "effect"
import * as Names from "../handbook/Names.ts"
import type { CaseSheet } from "../operations/CaseSheet.ts"
import * as Clocks from "../process/Clocks.ts"
import type { Text } from "./Page.ts"

/** The lines of a case. */
export const caseLines = ({
  clocks,
  partOf,
  promised
}: Pick<CaseSheet, "clocks" | "partOf" | "promised">): ReadonlyArray<Text> => [
  ...(partOf === undefined ? [] : [[{ zh: "属于", en: "Part of" }, partOf]]),
  ...(promised === undefined ? [] : [[{ zh: "承诺：", en: "Promised:" }, promised]]),
  ...clocks.flatMap(clockLine)
]

/** How much of its time a deadline has used, and what of the time since did not count. */
export const clockLine = (clock: Clocks.Reading): ReadonlyArray<Text> => {
  const { allowance, state, title, used } = clock
  if (allowance === undefined) return []
  const [of, whole] = [Names.spanName(toMinutes(used)), Names.spanName(allowance.time)]
  const rests = Names.listed(
    Clocks.uncounted(clock).flatMap(({ reason, time }) => {
      const span = Names.spanName(toMinutes(time))
      return Duration.toMinutes(time) < 1 ? [] : [{ zh: `${reason.zh} ${span.zh}`, en: `${reason.en} ${span.en}` }]
    })
  )
  const paused = state === "paused" ? { zh: "，现已暂停", en: ", and stands still now" } : { zh: "", en: "" }
  return [
    [
      {
        zh: `${title.zh}：已计 ${of.zh}，共 ${whole.zh}${paused.zh}。`,
        en: `${title.en}: ${of.en} of ${whole.en} used${paused.en}.`
      },
      ...(rests.zh === "" ? [] : [{ zh: `未计入：${rests.zh}。`, en: `Not counted: ${rests.en}.` }])
    ]
  ]
}

const toMinutes = (time: Duration.Duration) => Duration.minutes(Math.floor(Duration.toMinutes(time)))
