/**
 * Makes a report of a running house: the log and the observations are read once, page by page, up to now.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import { calledBy } from "../../handbook/Called.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import { ComplaintProcess } from "../../internal-system/complaints/ComplaintProcess.ts"
import * as Solutions from "../../internal-system/complaints/Solutions.ts"
import * as Heard from "../../internal-system/reports/Heard.ts"
import * as HouseReport from "../../internal-system/reports/HouseReport.ts"
import type { Material } from "../../internal-system/reports/Material.ts"
import * as Measures from "../../internal-system/reports/Measures.ts"
import * as Period from "../../internal-system/reports/Period.ts"
import type { Report } from "../../internal-system/reports/Report.ts"
import type { Kind } from "../../internal-system/reports/ReportKind.ts"
import * as Worked from "../../internal-system/reports/Worked.ts"
import type { AnyKind } from "../../observations/Observation.ts"
import { ObservationStore } from "../../observations/ObservationStore.ts"
import { type Edition, Editions } from "../../operations/Editions.ts"
import { EventLog } from "../../operations/EventLog.ts"
import { versionOf } from "../../operations/History.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import type { HandbookVersion } from "../../process/Case.ts"
import type { Any } from "../../process/Process.ts"
import { ReportsSection } from "./ReportsSection.ts"

/** What a house makes its reports of. */
export interface House {
  readonly handbook: Handbook
  readonly processes: ReadonlyArray<Any>
  /** The kinds of observation that are told of. */
  readonly kinds: ReadonlyArray<AnyKind>
}

/** The report of a kind and a period, as things are known now. */
export const make = Effect.fn("ReportMaking.make")(function* (
  { handbook, kinds, processes }: House,
  kind: Kind,
  period: Period.Period
): Effect.fn.Return<Report, StoreUnavailable, EventLog | ObservationStore | Editions> {
  const { account, brand, kpis = {}, team, timeZone } = handbook
  const asOf = yield* DateTime.now
  const { until } = Period.span(timeZone, period)
  const measures = ReportsSection.find(handbook)?.measures ?? {}
  const { solutions, ...log } = yield* read(processes, DateTime.min(asOf, until))
  const material: Material = {
    brand,
    account: account.id,
    timeZone,
    period,
    asOf,
    processes,
    worked: log.worked,
    complaints: ({ from, until }) =>
      Solutions.of(solutions.between(from, until), [
        { process: ComplaintProcess.name, account: account.id, from, until }
      ]),
    heard: { kinds, tally: yield* heard(timeZone, kinds) },
    kpis: { kpis, measured: (span) => Measures.of(measures, material, span) },
    called: calledBy(handbook),
    groups: (person) => (team.people[person]?.roles ?? []).flatMap((role) => team.roles[role]?.title ?? [])
  }
  return HouseReport.of(kind, material)
})

const read = Effect.fnUntraced(function* (processes: ReadonlyArray<Any>, until: DateTime.Utc) {
  const log = yield* EventLog
  const editions = yield* Editions
  const known = new Map<HandbookVersion, Edition | undefined>()
  const following = Worked.follow({ processes, edition: (version) => known.get(version), until })
  const solutions = Solutions.follow()
  for (let position = 0; ; ) {
    const page = yield* log.log(position, pageSize)
    for (const version of new Set(page.map(({ event }) => versionOf(event))))
      if (version !== undefined && !known.has(version))
        // Of an edition that is not kept, no clock is read; steps are counted all the same.
        known.set(version, yield* Effect.catchDefect(editions.edition(version), () => Effect.undefined))
    following.take(page)
    solutions.take(page)
    if (page.length < pageSize) return { worked: following.worked(), solutions }
    position = page.at(-1)?.position ?? position
  }
})

const heard = Effect.fnUntraced(function* (zone: string, kinds: ReadonlyArray<AnyKind>) {
  const store = yield* ObservationStore
  const tally = Heard.tally(zone, kinds)
  while (true) {
    const page = yield* store.read(tally.position, pageSize)
    tally.take(page)
    if (page.length < pageSize) return tally
  }
})

const pageSize = 1_000
