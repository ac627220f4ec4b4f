/**
 * Reads the account's numbers and looks at some fans' accounts, for as long as it runs, so that reports have figures of both. Nobody waits for it: of the
 * platform's calls it has a small share (`Quota.aside`), by which it goes to work less often where calls are few.
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"
import { DateTime, Duration, Effect, Order } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { FanId } from "../../account/FanId.ts"
import * as AccountFacts from "../../internal-system/fans/AccountFacts.ts"
import * as AccountReading from "../../internal-system/fans/AccountReading.ts"
import * as FanLook from "../../internal-system/fans/FanLook.ts"
import * as FanLooks from "../../internal-system/fans/FanLooks.ts"
import * as Quota from "../../internal-system/planning/Quota.ts"
import * as Heard from "../../internal-system/triage/Heard.ts"
import type { AnyKind, RecordedOf } from "../../observations/Observation.ts"
import * as Observations from "../../observations/Observations.ts"

/** How often the account is read, and at how many fans a day is looked. */
export interface Plan {
  readonly every: Duration.Duration
  readonly looks: number
}

/** Once an hour and thirty a day, where there are calls for it; else half of the calls that may be made aside for each. */
export const planOf = (limits: Quota.Limits): Plan => {
  const calls = Quota.aside(limits)
  const readings = Math.min(mostReadings, Math.ceil(calls / 2))
  return {
    every: Duration.hours(readings === 0 ? mostReadings : Math.ceil(mostReadings / readings)),
    looks: Math.min(mostLooks, calls - readings)
  }
}

const mostReadings = 24
const mostLooks = 30

/** Reads and looks for ever: a turn every hour, unless it is said otherwise. What goes wrong is logged, and tried again at the next turn. */
export const run = Effect.fn("FanWatch.run")(function* (
  account: AccountId,
  limits: Quota.Limits = Quota.ordinary,
  every: Duration.Input = "1 hour"
) {
  const patient = Effect.catch(turn(account, planOf(limits)), ({ message }) => Effect.logInfo(message))
  return yield* Effect.forever(Effect.andThen(patient, Effect.sleep(every)))
})

/** Reads the account where the last reading is old enough, and looks at those of the day's lot at whom nobody has looked. */
export const turn = Effect.fn("FanWatch.turn")(function* (account: AccountId, plan: Plan) {
  const now = yield* DateTime.now
  const newest = { account, order: "newest", limit: 1 } as const
  const [last] = (yield* Observations.page(AccountReading.kind, newest)).observations
  // Turns are never an hour apart to the millisecond.
  const soon = DateTime.subtractDuration(now, Duration.times(plan.every, 0.99))
  if (last === undefined || DateTime.isLessThanOrEqualTo(last.at, soon)) yield* AccountFacts.keep(account)
  const today = yield* all(FanLook.kind, account, DateTime.startOf(now, "day"), Number.POSITIVE_INFINITY)
  const seen = new Set(today.flatMap(({ personal }) => personal?.fan ?? []))
  // Whoever was looked at and is forgotten by now has cost a call as well.
  const left = plan.looks - today.length
  if (left <= 0) return
  const heard = yield* all(Heard.kind, account, DateTime.subtract(now, { days: 30 }), mostHeard)
  const fans = new Set(heard.flatMap(({ personal }) => personal?.fan ?? []))
  const lot = drawn(
    DateTime.formatIsoDateUtc(now),
    [...fans].filter((fan) => !seen.has(fan)),
    left
  )
  for (const fan of lot) {
    yield* FanLooks.keep(account, [fan], (one) => AccountFacts.AccountFacts.use((port) => port.look(account, one)))
  }
})

/** So many fans at most, of the day's lot: the day and the fan decide who is of it, and nobody else. */
export const drawn = (day: string, fans: ReadonlyArray<FanId>, most: number): ReadonlyArray<FanId> =>
  fans
    .map((fan) => ({ fan, lot: bytesToHex(sha256(utf8ToBytes(JSON.stringify(["look", day, fan])))) }))
    .sort(Order.mapInput(Order.String, ({ lot }) => lot))
    .slice(0, most)
    .map(({ fan }) => fan)

/** Of a brand of which more is heard in a month, the newest are enough to draw from. */
const mostHeard = 10_000

const all = Effect.fnUntraced(function* <K extends AnyKind>(
  kind: K,
  account: AccountId,
  from: DateTime.Utc,
  most: number
) {
  const found: Array<RecordedOf<K>> = []
  const asked = { account, from, order: "newest", limit: pageSize } as const
  const take = ({ observations }: { readonly observations: ReadonlyArray<RecordedOf<K>> }) =>
    void found.push(...observations)
  yield* Observations.each(kind, asked, take, () => found.length >= most)
  return found
})

const pageSize = 1_000
