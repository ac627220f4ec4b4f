/**
 * A house that measures two of its numbers and keeps reports: with what it reads them from, in memory.
 *
 * @module
 */
import { MemoryObservationStore, MemoryReportShelf } from "@dualops/adapter-memory"
import { FanId } from "@dualops/core/account"
import { ChineseHolidays } from "@dualops/core/calendar"
import { CodeRedeemed } from "@dualops/core/codes"
import { type HousePage, HousePages } from "@dualops/core/house-pages"
import { Observations } from "@dualops/core/observations"
import { ReportMaking } from "@dualops/core/practices"
import { Case } from "@dualops/core/process"
import { Period, type Report, ReportShelf } from "@dualops/core/reports"
import { ReportFile } from "@dualops/reports"
import { DateTime, Effect, Layer } from "effect"
import { handbookWith, practices, processes, services, ten } from "./house.ts"

const source = "measured: { source: { zh: 收银, en: The till } }"
const due = "per: week, owner: lin, readers: [zhou]"
/** The handbook, with numbers and reports. */
export const handbook = handbookWith(`
kpis:
  orders: { title: { zh: 订单, en: Orders }, unit: { zh: 单, en: orders }, owner: lin, value: sales, measured: { sum: [redeemed, elsewhere] } }
  redeemed: { title: { zh: 核销, en: Codes redeemed }, unit: { zh: 次, en: times }, owner: lin, ${source} }
  elsewhere: { title: { zh: 商城订单, en: Orders of the shop }, unit: { zh: 单, en: orders }, owner: zhou, ${source} }
  claims: { title: { zh: 兑奖, en: Claims }, unit: { zh: 件, en: claims }, owner: zhou, value: brand, ${source}, target: { least: 1, per: month } }
reports:
  lookedAtWithin: { time: 4 hours, calendar: office }
  due: { weekly: { of: account, ${due} }, people: { of: people, ${due} } }
  measures: { redeemed: { observations: CodeRedeemed, counts: times }, claims: { cases: PrizeClaim, counts: begun } }
`)

const house = { handbook, processes, kinds: [CodeRedeemed.kind] }
/** All of its pages, which remember nothing yet. */
export const pages = (): ReadonlyArray<HousePage<HousePages.Needs>> => [
  ...HousePages.of(handbook, ChineseHolidays.holidays, practices),
  ...HousePages.reading(house, ReportFile)
]

/** What the pages read. */
export const kept = Layer.mergeAll(MemoryReportShelf.layer, MemoryObservationStore.layer, services)

/** The kept report of this week, and that of its people, under hard names; and one of another account, which is nobody's business here. */
export const names = {
  week: "report/weekly/星河 2026-11-23",
  people: "report/people/2026-11-23",
  other: "report/other"
}
export const shelve = Effect.gen(function* () {
  const week = Period.around("week", "2026-11-23")
  const [weekly, people] = [
    yield* ReportMaking.make(house, "weekly", week),
    yield* ReportMaking.make(house, "people", week)
  ]
  // The name of the account is all that differs.
  const other = { ...weekly, account: "1000000002" as Report.Report["account"] }
  const shelf = yield* ReportShelf.ReportShelf
  yield* shelf.keep({ name: names.week, report: weekly })
  yield* shelf.keep({ name: names.people, report: people })
  yield* shelf.keep({ name: names.other, report: other })
})

/** So many redemptions of this month, each of another fan, the first a minute before ten. */
export const redeem = (account: string, count: number) =>
  Observations.record(
    CodeRedeemed.kind,
    Array.from({ length: count }, (_, index) => ({
      account: account as Report.Report["account"],
      key: `${account}/${index}`,
      at: DateTime.subtract(ten, { minutes: index + 1 }),
      source: "till",
      facts: { series: Case.CaseId.make("tea"), placement: "杯套 <b>" },
      personal: { fan: FanId.make(`${2_489_518_277 + index}`) }
    }))
  )
