/**
 * The story, hour by hour: fans do what they do, the desk, the account's people and the departments work, and the worker carries what comes of it.
 *
 * @module
 */

import type { Actor } from "@dualops/core"
import { WorkingTime } from "@dualops/core/calendar"
import { ObservationStore } from "@dualops/core/observations"
import { EventLog } from "@dualops/core/operations"
import { PrizeDrawProcess } from "@dualops/core/practices"
import { DrawRecords } from "@dualops/core/prizes"
import { DateTime, Duration, Effect, Result } from "effect"
import * as VirtualClock from "../clock/VirtualClock.ts"
import * as Company from "./Company.ts"
import * as Crowd from "./Crowd.ts"
import * as CustomerService from "./CustomerService.ts"
import { dates } from "./Dates.ts"
import * as Desk from "./Desk.ts"
import * as House from "./House.ts"
import * as Planning from "./Planning.ts"
import * as Prizes from "./Prizes.ts"

/** What a story leaves: the log, what was refused, the observations, and the record of the draw. */
export interface Told {
  readonly events: ReadonlyArray<EventLog.Entry>
  readonly refused: ReadonlyArray<EventLog.Refused>
  readonly observations: ReadonlyArray<ObservationStore.Entry>
  readonly record: unknown
}

const live = Effect.fnUntraced(function* (seed: string, isDual: boolean, clock: VirtualClock.VirtualClock) {
  const { id: account } = House.handbook(isDual).account
  const edition = House.editionOf(isDual)
  const isThere = ({ person }: Actor.Person) => edition.presence?.(person, DateTime.makeUnsafe(clock.now())) === "there"
  const office = edition.calendars("office")
  const service = CustomerService.make(seed)
  const prizes = Prizes.make(seed, account)
  const company = Company.make({ account, isDual, seed }, prizes, isThere)
  const crowd = yield* Crowd.make(seed, account, service, prizes)
  const desk = Desk.make(isDual, company.knows, company.wonders)
  const planning = Planning.make(account, prizes, isThere)
  const ends = House.at(dates.ends)
  for (
    let now = House.at(dates.begins);
    DateTime.isLessThan(now, ends);
    now = DateTime.addDuration(now, Duration.hours(1))
  ) {
    clock.skipTo(now)
    const wall = DateTime.formatIsoZoned(DateTime.setZoneNamedUnsafe(now, "Asia/Shanghai"))
    const isOffice = Result.getOrElse(WorkingTime.isOpen(office, now), () => false)
    const hour = Number(wall.slice(11, 13))
    if (hour === 8) yield* House.opened
    yield* crowd.live(now.epochMilliseconds)
    yield* prizes.store(now.epochMilliseconds)
    yield* desk.work(now.epochMilliseconds)
    yield* company.work(wall.slice(0, 10), now.epochMilliseconds, isOffice)
    if (isOffice) {
      yield* planning.work(now.epochMilliseconds)
      yield* company.drawsLate(now.epochMilliseconds)
    }
    yield* prizes.deliver(now.epochMilliseconds)
    if (hour >= 9 && hour < 22) yield* service.work
    yield* House.worked
  }
})

/** One of the two stories, by its seed. */
export const tell = (seed: string, isDual: boolean): Effect.Effect<Told> =>
  Effect.suspend(() => {
    const clock = VirtualClock.make(House.at(dates.begins), 0)
    return Effect.gen(function* () {
      yield* live(seed, isDual, clock)
      const log = yield* EventLog.EventLog
      const store = yield* ObservationStore.ObservationStore
      const draws = yield* DrawRecords
      const events = yield* log.log(0, 1_000_000)
      const draw = events.find(({ process }) => process === PrizeDrawProcess.name)
      const kept = draw && (yield* draws.find(draw.case))
      return {
        events,
        refused: yield* log.refusals(undefined, 1_000),
        observations: yield* store.read(0, 1_000_000),
        record: kept?.drawn && { format: "dualops-draw", version: 1, ...kept }
      }
    }).pipe(Effect.orDie, Effect.provide(House.layer(clock, isDual)))
  })
