/**
 * Whom a wave is for: fans by where they stand in their life cycle, where they came from and what they did, in an order that names nobody.
 *
 * @module
 */
import { Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import { FanId } from "../../account/FanId.ts"
import type { Moment } from "../../calendar/Moment.ts"
import type { TimeZone } from "../../calendar/TimeZone.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import { markOf } from "../../external-system/members/Outreach.ts"
import * as FanLife from "../../internal-system/fans/FanLife.ts"
import * as LifeCycle from "../../internal-system/fans/LifeCycle.ts"
import { everyCase } from "../../operations/Cases.ts"
import { PrizeDeliveryProcess } from "../prizes/PrizeDeliveryProcess.ts"
import * as Sightings from "./Sightings.ts"
import type { Audience } from "./WinBack.ts"

/** Whether a fan belongs to an audience on a day. */
export const has = (audience: Audience, life: FanLife.Life, today: number, stages: LifeCycle.Stages): boolean => {
  const stage = LifeCycle.stage(life, today, stages)
  return (
    audience.stages.some((one) => one === stage) &&
    (audience.sources?.includes(life.source) ?? true) &&
    (audience.did?.some((deed) => life.did.has(deed)) ?? true)
  )
}

/** Of whom, when, and what stages they have. */
export interface Asked {
  readonly account: AccountId
  readonly audience: Audience
  readonly stages: LifeCycle.Stages
  readonly timeZone: TimeZone
  readonly now: Moment
}

/** The fans of an audience as they stand now, by their marks. */
export const of = Effect.fn("WinBackAudience.of")(function* ({ account, audience, now, stages, timeZone }: Asked) {
  const sightings = yield* Sightings.all(account, timeZone)
  const won = audience.did?.includes("won") === true ? yield* winners(account) : []
  const today = WallClock.make(timeZone).dayAt(now.epochMilliseconds)
  return [...FanLife.of([...sightings, ...won])]
    .filter(([, life]) => has(audience, life, today, stages))
    .map(([fan]) => ({ fan: FanId.make(fan), mark: markOf(FanId.make(fan)) }))
    .sort((one, other) => (one.mark < other.mark ? -1 : 1))
})

/** Who has won a prize, by the deliveries. */
const winners = Effect.fnUntraced(function* (account: AccountId) {
  const all = yield* everyCase([PrizeDeliveryProcess])
  return all.flatMap(({ case: { state } }): ReadonlyArray<FanLife.Sighting> => {
    // The process of these cases keeps both.
    const { account: of, fan } = state as unknown as { readonly account: AccountId; readonly fan: FanId }
    return of === account ? [{ fan, day: 0, is: "won" }] : []
  })
})
