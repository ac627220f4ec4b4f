/**
 * Spends what is left of a day's calls where it matters: first what is promised, then where cases are open.
 *
 * @module
 */
import { DateTime, Duration } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { Finding } from "../../finding/Finding.ts"
import { dayOf, type Limits } from "./Quota.ts"

/** Something that has to be read again and again. */
export interface Watch {
  /** What is read, for people: "comments". */
  readonly name: string
  /** The promise: whatever comes is noticed within this time. */
  readonly within: Duration.Duration
  /** Cases that wait for news from here. */
  readonly openCases: number
  /** A count, which is one call for all that are counted, says when it is worth reading sooner than the promise asks. */
  readonly counted?: boolean
}

/** What a plan is made of. */
export interface Situation {
  readonly limits: Limits
  readonly at: Moment
  /** Calls of this day that are used up. */
  readonly used: number
  /** Posts and replies that are still to go out today. */
  readonly writes: number
  readonly watches: ReadonlyArray<Watch>
  /** When the platform itself says that calls come back; when the day is over, unless told. */
  readonly renews?: Moment
}

/** How often each watch may look, until the day is over. */
export interface QuotaPlan {
  /** Calls that polling must leave alone. */
  readonly reserve: number
  readonly every: Readonly<Record<string, Duration.Duration>>
  /** How often to count; nothing where nothing is counted, or all calls are needed for reading. */
  readonly count?: Duration.Duration
  /** Promises that cannot be kept within the budget. */
  readonly findings: ReadonlyArray<Finding>
}

/** Each write may need a look afterwards. */
const callsPerWrite = 2

/** Weibo asks not to poll more often. Source: the rate-limit page, "3-5 minutes". */
export const shortest: Duration.Duration = Duration.minutes(3)

/** The plan for the rest of the day. */
export const make = ({ limits, at, renews, used, writes, watches }: Situation): QuotaPlan => {
  const tomorrow = DateTime.addDuration(dayOf(at), "1 day")
  const minutesLeft = Duration.toMinutes(DateTime.distance(at, tomorrow))
  const untilMore = Duration.toMinutes(DateTime.distance(at, DateTime.min(renews ?? tomorrow, tomorrow)))
  const reserve = Math.min(limits.callsPerDay, writes * callsPerWrite)
  const left = Math.max(0, limits.callsPerDay - used - reserve)
  const needs = watches.map(({ within }) => Math.ceil(minutesLeft / Duration.toMinutes(Duration.max(within, shortest))))
  const needed = needs.reduce((sum, one) => sum + one, 0)
  const spared = left - needed
  const shares = spared < 0 ? shorten(watches, needs, left) : lengthen(watches, needs, spared)
  const counts = spared < 0 ? 0 : sparedFor(watches, spared)
  const every = watches.map(({ name }, index): [string, Duration.Duration] => {
    const polls = shares[index] ?? 0
    // A watch without a call of its own looks once, when there are calls again.
    return [name, Duration.max(shortest, Duration.minutes(polls < 1 ? untilMore : minutesLeft / polls))]
  })
  return {
    reserve,
    ...(counts > 0 && { count: Duration.max(shortest, Duration.minutes(minutesLeft / counts)) }),
    every: Object.fromEntries(every),
    findings:
      needed > left ? every.flatMap(([, possible], index) => broken(watches[index], possible, needed, left)) : []
  }
}

/** What is to be read now, the longest overdue first; a watch that was never read is due. */
export const due = (
  { every }: QuotaPlan,
  lastRead: Readonly<Record<string, Moment>>,
  at: Moment
): ReadonlyArray<string> =>
  Object.entries(every)
    .map(([name, interval]): readonly [string, number] => {
      const last = lastRead[name]
      const waited = last === undefined ? Number.POSITIVE_INFINITY : Duration.toMillis(DateTime.distance(last, at))
      return [name, waited / Duration.toMillis(interval)]
    })
    .filter(([, share]) => share >= 1)
    .sort(([, one], [, two]) => (one === two ? 0 : two - one))
    .map(([name]) => name)

/** Too little for all: those with the most open cases keep their promise, the others get what is left. */
const shorten = (watches: ReadonlyArray<Watch>, needs: ReadonlyArray<number>, left: number): ReadonlyArray<number> => {
  const shares = watches.map(() => 0)
  let rest = left
  const byUrgency = watches.map((_, index) => index).sort((one, two) => cases(watches, two) - cases(watches, one))
  for (const index of byUrgency) {
    const share = Math.min(rest, needs[index] ?? 0)
    shares[index] = share
    rest -= share
  }
  return shares
}

/** More than is promised: the rest goes where cases are open, and evenly where none is. Of what is counted it goes to counting. */
const lengthen = (watches: ReadonlyArray<Watch>, needs: ReadonlyArray<number>, rest: number): ReadonlyArray<number> =>
  watches.map(
    (watch, index) => (needs[index] ?? 0) + (watch.counted === true ? 0 : Math.floor(rest * share(watches, watch)))
  )

const sparedFor = (watches: ReadonlyArray<Watch>, rest: number): number =>
  Math.floor(watches.reduce((sum, watch) => sum + (watch.counted === true ? rest * share(watches, watch) : 0), 0))

const share = (watches: ReadonlyArray<Watch>, { openCases }: Watch): number => {
  const total = watches.reduce((sum, one) => sum + one.openCases, 0)
  return total === 0 ? 1 / watches.length : openCases / total
}

const cases = (watches: ReadonlyArray<Watch>, index: number): number => watches[index]?.openCases ?? 0

const broken = (
  watch: Watch | undefined,
  possible: Duration.Duration,
  needed: number,
  left: number
): ReadonlyArray<Finding> => {
  if (watch === undefined || Duration.isLessThanOrEqualTo(possible, Duration.max(watch.within, shortest))) return []
  const [within, every] = [watch.within, possible].map((one) => Math.ceil(Duration.toMinutes(one)))
  return [
    {
      code: "quota.promise",
      severity: "warning",
      where: { path: `watches.${watch.name}` },
      message: {
        zh: `今天剩余的接口调用次数不够：「${watch.name}」承诺 ${within} 分钟内发现，实际只能每 ${every} 分钟查看一次。`,
        en: `The calls left today are too few: ${watch.name} is to be noticed within ${within} minutes and can be read every ${every}.`
      },
      evidence: `${needed} calls needed, ${left} left`,
      fix: {
        zh: "放宽承诺、申请更高的接口额度，或改用粉丝服务推送。",
        en: "Promise less, ask Weibo for a larger quota, or take what the fan service pushes."
      }
    }
  ]
}
