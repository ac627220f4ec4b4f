/**
 * Whom a wave is for: fans by where they stand in their life cycle, where they came from and what they did, in an order that names nobody.
 *
 * @module
 */
import { Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { FanId } from "../../account/FanId.ts"
import type { Moment } from "../../calendar/Moment.ts"
import type { TimeZone } from "../../calendar/TimeZone.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import type * as FanLife from "../../internal-system/fans/FanLife.ts"
import * as LifeCycle from "../../internal-system/fans/LifeCycle.ts"
import { everyCase } from "../../operations/Cases.ts"
import { PrizeDeliveryProcess } from "../prizes/PrizeDeliveryProcess.ts"
import * as KnownFans from "./KnownFans.ts"
import type { Audience } from "./WinBack.ts"

/** Whether a fan belongs to an audience on a day. */
export const has = (audience: Audience, life: FanLife.Life, today: number, stages: LifeCycle.Stages): boolean => {
  if (!(audience.sources?.includes(life.source) ?? true)) return false
  if (!(audience.did?.some((deed) => life.did.has(deed)) ?? true)) return false
  const stage = LifeCycle.stage(life, today, stages)
  return audience.stages.some((one) => one === stage)
}

/** Of whom, when, and what stages they have. */
export interface Asked {
  readonly account: AccountId
  readonly audience: Audience
  readonly stages: LifeCycle.Stages
  readonly timeZone: TimeZone
  readonly now: Moment
  /** Only those behind this mark; all, where it is left out. */
  readonly after?: string
  /** At most so many; all, where it is left out. */
  readonly limit?: number
}

/** The fans of an audience as they stand now, by their marks. */
export const of = Effect.fn("WinBackAudience.of")(function* (asked: Asked) {
  const { account, after = "", audience, limit = Number.POSITIVE_INFINITY, now, stages, timeZone } = asked
  const won = audience.did?.includes("won") === true ? yield* winners(account) : new Set<string>()
  const today = WallClock.make(timeZone).dayAt(now.epochMilliseconds)
  return yield* KnownFans.ask({ account, timeZone }, now, ({ byMark }) => {
    const found: Array<Pick<KnownFans.Marked, "fan" | "mark">> = []
    for (const { fan, life, mark } of byMark()) {
      if (mark <= after) continue
      if (found.length >= limit) break
      const whole = won.has(fan) ? { ...life, did: new Set<FanLife.Deed>([...life.did, "won"]) } : life
      if (has(audience, whole, today, stages)) found.push({ fan, mark })
    }
    return found
  })
})

/** Who has won a prize, by the deliveries. */
const winners = Effect.fnUntraced(function* (account: AccountId) {
  const all = yield* everyCase([PrizeDeliveryProcess])
  // The process of these cases keeps both.
  const states = all.map(({ case: { state } }) => state as unknown as { account: AccountId; fan: FanId })
  return new Set<string>(states.flatMap(({ account: of, fan }) => (of === account ? [fan] : [])))
})
