/**
 * How long fans stay, although most have not left yet: the estimate of Kaplan and Meier (JASA 53, 1958), with Greenwood's error and intervals on
 * the log-minus-log scale, which never leave 0 to 1.
 *
 * @module
 */
import * as Interval from "../analytics/Interval.ts"

/** How long a fan was followed: until they left, or until nothing more is known of them. */
export interface Stay {
  readonly days: number
  readonly left: boolean
}

/** From a day on, until the next step, such a share is still there. */
export interface Step {
  readonly day: number
  /** How many were still followed that day. */
  readonly atRisk: number
  readonly left: number
  readonly share: number
  /** Greenwood's standard error of the share. */
  readonly error: number
  /** Nothing where the share is 0: an interval of none says nothing. */
  readonly interval: Interval.Interval | undefined
}

/** How long fans stay, in steps. */
export interface Survival {
  readonly steps: ReadonlyArray<Step>
  /** The longest that anybody was followed; nothing is said of what comes after. */
  readonly until: number
  readonly fans: number
}

/** The share still there after each day on which somebody left. Who was last followed on the day on which others left was there that day. */
export const of = (stays: ReadonlyArray<Stay>, level: number = Interval.usual): Survival => {
  for (const { days } of stays) if (!(days >= 0)) throw new RangeError(`Nobody stays for ${days} days`)
  const z = Interval.deviations(level)
  const byDay = [...Map.groupBy(stays, ({ days }) => days)].toSorted(([one], [other]) => one - other)
  const steps: Array<Step> = []
  let [atRisk, share, greenwood] = [stays.length, 1, 0]
  for (const [day, those] of byDay) {
    const left = those.filter((one) => one.left).length
    if (left > 0) {
      share *= 1 - left / atRisk
      greenwood += atRisk === left ? 0 : left / (atRisk * (atRisk - left))
      const reach = Math.exp((z * Math.sqrt(greenwood)) / Math.log(share))
      steps.push({
        day,
        atRisk,
        left,
        share,
        error: share * Math.sqrt(greenwood),
        interval: share === 0 ? undefined : { low: share ** (1 / reach), high: share ** reach, level }
      })
    }
    atRisk -= those.length
  }
  return { steps, until: byDay.at(-1)?.[0] ?? 0, fans: stays.length }
}

/** The share that is still there after so many days; nothing beyond what anybody was followed for. */
export const after = ({ fans, steps, until }: Survival, days: number): number | undefined =>
  fans === 0 || days > until ? undefined : (steps.findLast(({ day }) => day <= days)?.share ?? 1)

/** The day after which no more than half are there; nothing where more than half still are. */
export const median = ({ steps }: Survival): number | undefined => steps.find(({ share }) => share <= 0.5)?.day
