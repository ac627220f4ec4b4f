/**
 * What the reports of a running house are made of: the log, read once from its beginning, for a case that is open began when it did; and of what was heard and counted,
 * the period and the one before it, and nothing older but of the fans (`FanReading`). Of another account, neither is read.
 *
 * @module
 */
import { Array as Arrays, DateTime, Effect, Option, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import { calledBy } from "../../handbook/Called.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import { ComplaintProcess } from "../../internal-system/complaints/ComplaintProcess.ts"
import * as Solutions from "../../internal-system/complaints/Solutions.ts"
import * as Heard from "../../internal-system/reports/Heard.ts"
import * as Material from "../../internal-system/reports/Material.ts"
import * as Measures from "../../internal-system/reports/Measures.ts"
import type * as Period from "../../internal-system/reports/Period.ts"
import * as Worked from "../../internal-system/reports/Worked.ts"
import type { AnyKind } from "../../observations/Observation.ts"
import * as ObservationPage from "../../observations/ObservationPage.ts"
import { type Entry, ObservationStore, type Place } from "../../observations/ObservationStore.ts"
import { type Edition, Editions } from "../../operations/Editions.ts"
import { EventLog } from "../../operations/EventLog.ts"
import { versionOf } from "../../operations/History.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import type { Address, HandbookVersion } from "../../process/Case.ts"
import type { Any } from "../../process/Process.ts"
import * as FanReading from "./FanReading.ts"
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
export const of = Effect.fn("ReportMaterial.of")(function* (
  house: House,
  about: About
): Effect.fn.Return<Made, StoreUnavailable, Needs> {
  const { handbook, kinds, processes } = house
  const { account, brand, kpis = {}, team, timeZone } = handbook
  const asOf = yield* DateTime.now
  const { family, hasFans = false, period } = about
  const basic = { asOf, period, timeZone, isAlone: family !== undefined }
  const spans = Material.spans(basic)
  const { before, now } = spans
  const fansOf = hasFans ? yield* FanReading.read(handbook, asOf, spans) : undefined
  const span = { from: (before ?? now).from, until: DateTime.min(asOf, now.until) }
  const measures = ReportsSection.find(handbook)?.measures ?? {}
  const { solutions, ...log } = yield* read(house, about, span)
  const since = earliest([log.since, ...(yield* firstHeard(house))])
  const material: Made = {
    ...basic,
    ...(since !== undefined && { since }),
    brand,
    account: account.id,
    processes,
    worked: log.worked,
    complaints: ({ from, until }) =>
      Solutions.of(solutions.between(from, until), [
        { process: ComplaintProcess.name, account: account.id, from, until }
      ]),
    ...(family === undefined && { heard: { kinds, tally: yield* heard(house, span) } }),
    kpis: { kpis, measured: (span) => Measures.of(measures, material, span) },
    ...(fansOf !== undefined && { fansOf, fans: (span: Material.Span) => fansOf(span).figures }),
    called: calledBy(handbook),
    groups: (person) => (team.people[person]?.roles ?? []).flatMap((role) => team.roles[role]?.title ?? [])
  }
  return material
})

type Span = Pick<Material.Span, "from" | "until">

const read = Effect.fnUntraced(function* ({ handbook, processes }: House, { family, hears }: About, span: Span) {
  const log = yield* EventLog
  const editions = yield* Editions
  const isAlone = (yield* editions.today).length === 1
  const known = new Map<HandbookVersion, Edition | undefined>()
  // Of an edition that is not kept, nobody can tell whose it is where a house has several handbooks.
  const isOwn = (version: HandbookVersion) => known.get(version)?.accounts.includes(handbook.account.id) ?? isAlone
  const solutions = Solutions.follow()
  const following = Worked.follow({
    ...span,
    processes,
    edition: (version) => known.get(version),
    isOwn,
    ...(family !== undefined && { family }),
    ...(hears !== undefined && { hears })
  })
  let since: Moment | undefined
  for (let position = 0; ; ) {
    const page = yield* log.log(position, pageSize)
    for (const version of new Set(page.map(({ event }) => versionOf(event))))
      if (version !== undefined && !known.has(version))
        // Of an edition that is not kept, no clock is read; steps are counted all the same.
        known.set(version, yield* Effect.catchDefect(editions.edition(version), () => Effect.undefined))
    following.take(page)
    const own = page.filter(({ event }) => {
      const version = versionOf(event)
      return version !== undefined && isOwn(version)
    })
    solutions.take(own)
    since ??= Arrays.head(own).pipe(
      Option.flatMap(({ event }) => momentOf(event)),
      Option.map(({ at }) => at),
      Option.getOrUndefined
    )
    if (page.length < pageSize) return { worked: following.worked(), solutions, since }
    position = page.at(-1)?.position ?? position
  }
})

const momentOf = Schema.decodeUnknownOption(Schema.Struct({ at: Moment }))

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

const heard = Effect.fnUntraced(function* ({ handbook: { account, timeZone }, kinds }: House, span: Span) {
  const tally = Heard.tally(timeZone, kinds)
  // A tally takes what comes in one order; here that is the order in which it is read.
  let position = 0
  const numbered = (entry: Entry): Entry => ({ ...entry, position: ++position })
  for (const kind of kinds) {
    let after: Place | undefined
    do {
      const asked = { account: account.id, ...span, order: "oldest" as const, limit: pageSize }
      const page: ReadonlyArray<Entry> = yield* ObservationPage.read(kind, {
        ...asked,
        ...(after !== undefined && { after })
      })
      tally.take(page.map(numbered))
      after = page.length < pageSize ? undefined : page.at(-1)
    } while (after !== undefined)
  }
  return tally
})

const pageSize = 5_000
