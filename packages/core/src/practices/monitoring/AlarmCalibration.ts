/**
 * Which limit the labels of judged alarms speak for. Labels are only of what was raised: they can say that the limit may rise, and never that it should
 * fall, for nobody knows of alarms that were not raised. With few of either kind it says so, and nothing else.
 *
 * @module
 */
import * as Interval from "../../internal-system/analytics/Interval.ts"
import type { Labelled } from "./AlarmLabels.ts"

/** What labels come to. */
export type Advice =
  | { readonly _tag: "TooFew"; readonly trueAlarms: number; readonly falseAlarms: number; readonly needed: number }
  | { readonly _tag: "Keep"; readonly limit: number }
  | {
      readonly _tag: "Raise"
      readonly limit: number
      /** How many of the false alarms there would not have been, of all. */
      readonly spared: number
      readonly of: number
      /** The share of true alarms that would have been raised all the same, with its 95 % interval: all of those that are known. */
      readonly kept: Interval.Interval
    }

/** So many of each kind it takes: with ten kept of ten, the share that is kept may still be as low as 72 %. */
export const needed = 10

/** The highest limit at which every alarm that was judged true would have been raised at once. */
export const calibrate = (labelled: ReadonlyArray<Labelled>, limit: number): Advice => {
  const evidenceOf = (label: Labelled["label"]) =>
    labelled.filter((one) => one.label === label).map(({ why }) => why.evidence)
  const [right, wrong] = [evidenceOf("true"), evidenceOf("false")]
  if (right.length < needed || wrong.length < needed)
    return { _tag: "TooFew", trueAlarms: right.length, falseAlarms: wrong.length, needed }
  const highest = Math.floor(100 * Math.min(...right)) / 100
  const spared = wrong.filter((evidence) => evidence < highest).length
  return highest <= limit || spared === 0
    ? { _tag: "Keep", limit }
    : {
        _tag: "Raise",
        limit: highest,
        spared,
        of: wrong.length,
        kept: Interval.wilson(right.length, right.length)
      }
}
