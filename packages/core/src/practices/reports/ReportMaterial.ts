/**
 * What the reports of a running house are made of: the log (`LogReading`); of what was heard and counted, the period and the one before it (`HeardReading`), and nothing
 * older but of the fans (`FanReading`). Of another account, neither is read.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import { calledBy } from "../../handbook/Called.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import { ComplaintProcess } from "../../internal-system/complaints/ComplaintProcess.ts"
import * as Solutions from "../../internal-system/complaints/Solutions.ts"
import * as Material from "../../internal-system/reports/Material.ts"
import * as Measures from "../../internal-system/reports/Measures.ts"
import * as Period from "../../internal-system/reports/Period.ts"
import type * as Worked from "../../internal-system/reports/Worked.ts"
import type { AnyKind } from "../../observations/Observation.ts"
import { ObservationStore } from "../../observations/ObservationStore.ts"
import type { Editions } from "../../operations/Editions.ts"
import type { EventLog } from "../../operations/EventLog.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import type { Address } from "../../process/Case.ts"
import type { Any } from "../../process/Process.ts"
import * as FanReading from "./FanReading.ts"
import * as HeardReading from "./HeardReading.ts"
import * as LogReading from "./LogReading.ts"
import { ReportsSection } from "./ReportsSection.ts"

/** What a house makes its reports of. */
export interface House {
  readonly handbook: Handbook
  readonly processes: ReadonlyArray<Any>
  /** The kinds of observation that are told of. */
  readonly kinds: ReadonlyArray<AnyKind>
}

/** What the material is about. */
export interface About {
  readonly period: Period.Period
  /** Only this case and those that it has begun; then nothing is told of what was heard, which belongs to no case. */
  readonly family?: Address
  /** Hears of every step. */
  readonly hears?: Worked.Reader["hears"]
  /** Whether what is known of the fans is read as well: of all that was ever heard, what a program has not read yet. */
  readonly hasFans?: boolean
}

/** The material, and what is known of the fans where that was asked for. */
export interface Made extends Material.Material {
  readonly fansOf?: FanReading.FansOf
}

/** What it needs. */
export type Needs = EventLog | ObservationStore | Editions

/** The material, as things are known now. */
export const of = (house: House, about: About): Effect.Effect<Made, StoreUnavailable, Needs> =>
  Effect.suspend(() => reading(house, about))

/**
 * A reading of the material that goes on: each time it is run, things as they are known then. Of the log, and of what was heard, what is new is read. It is run once
 * at a time.
 */
export const reading = (house: House, about: About): Effect.Effect<Made, StoreUnavailable, Needs> => {
  const { handbook } = house
  const { account, brand, kpis = {}, team, timeZone } = handbook
  const { family, hasFans = false, hears, period } = about
  const isAlone = family !== undefined
  const measures = ReportsSection.find(handbook)?.measures ?? {}
  const log = LogReading.make(account.id, {
    processes: house.processes,
    from: Period.span(timeZone, Period.before(period)).from,
    until: Period.span(timeZone, period).until,
    ...(family !== undefined && { family }),
    ...(hears !== undefined && { hears })
  })
  return Effect.gen(function* () {
    const asOf = yield* DateTime.now
    const basic = { asOf, period, timeZone, isAlone }
    const spans = Material.spans(basic)
    const first = spans.before ?? spans.now
    const fansOf = hasFans ? yield* FanReading.read(handbook, asOf, spans) : undefined
    const { since: begun, solutions, worked } = yield* log(first.from, asOf)
    const since = earliest([begun, ...(yield* firstHeard(house))])
    const tally = isAlone
      ? undefined
      : yield* HeardReading.read(house, { first: first.period.first, last: period.last })
    const material: Made = {
      ...basic,
      ...(since !== undefined && { since }),
      brand,
      account: account.id,
      processes: house.processes,
      worked,
      complaints: ({ from, until }) =>
        Solutions.of(solutions.between(from, until), [
          { process: ComplaintProcess.name, account: account.id, from, until }
        ]),
      ...(tally !== undefined && { heard: { kinds: house.kinds, tally } }),
      kpis: { kpis, measured: (span) => Measures.of(measures, material, span) },
      ...(fansOf !== undefined && { fansOf, fans: (span: Material.Span) => fansOf(span).figures }),
      called: calledBy(handbook),
      groups: (person) => (team.people[person]?.roles ?? []).flatMap((role) => team.roles[role]?.title ?? [])
    }
    return material
  }).pipe(Effect.withSpan("ReportMaterial.read"))
}

/** When something of each kind was heard for the first time. */
const firstHeard = Effect.fnUntraced(function* ({ handbook: { account }, kinds }: House) {
  const store = yield* ObservationStore
  const firsts = yield* Effect.forEach(kinds, ({ name: kind }) =>
    store.page({ kind, account: account.id, order: "oldest", limit: 1 })
  )
  return firsts.flatMap((page) => page.map(({ at }) => at))
})

const earliest = (moments: ReadonlyArray<Moment | undefined>): Moment | undefined =>
  moments
    .flatMap((one) => one ?? [])
    .reduce<Moment | undefined>((so, one) => (so ? DateTime.min(so, one) : one), undefined)
