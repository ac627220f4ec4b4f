/**
 * The report of the campaign, as its house would make it: its fortnight against the one before, and the codes that came in with the dual system and without.
 *
 * @module
 */
import { Bilingual } from "@dualops/core"
import { Figures, type Tally } from "@dualops/core/analytics"
import { CodeRedeemed } from "@dualops/core/codes"
import type { Observation } from "@dualops/core/observations"
import { DrawEntry } from "@dualops/core/prizes"
import { Heard, HouseReport, type Material, Period, type Report, Worked } from "@dualops/core/reports"
import type { Both, Side } from "./Both.ts"
import { dates } from "./Dates.ts"
import * as House from "./House.ts"
import { PrizesArrived, ServiceCall } from "./Observed.ts"

/** The fortnight of the campaign. */
export const period: Period.Period = { first: "2026-11-02", last: "2026-11-15" }

const kinds: ReadonlyArray<Observation.AnyKind> = [CodeRedeemed.kind, DrawEntry.kind, ServiceCall, PrizesArrived]

/** The report of the side that has the dual system. */
export const of = ({ dual, plain }: Both): Report.Report => {
  const report = ofSide(dual, true)
  return { ...report, chapters: [codes(dual, plain), ...report.chapters] }
}

/** What the house of one side would report by itself. */
export const ofSide = (side: Side, isDual: boolean): Report.Report =>
  HouseReport.of("activity", materialOf(side, isDual), {
    about: { zh: "寻找神秘暗号", en: "Looking for mysterious codes" }
  })

const materialOf = ({ told }: Side, isDual: boolean): Material.Material => {
  const { account, brand, team, timeZone } = House.handbook(isDual)
  const { until } = Period.span(timeZone, period)
  const edition = House.editionOf(isDual)
  const worked = Worked.follow({ processes: House.processes, edition: () => edition, until })
  worked.take(told.events)
  return {
    brand,
    account: account.id,
    timeZone,
    period,
    asOf: House.at(dates.ends),
    processes: House.processes,
    worked: worked.worked(),
    heard: { kinds, tally: tallyOf(told.observations) },
    called: edition.called ?? String,
    groups: (person) => (team.people[person]?.roles ?? []).flatMap((role) => team.roles[role]?.title ?? []),
    titleOf: (tag) => placements[tag.slice(tag.lastIndexOf("/") + 1)]
  }
}

const tallyOf = (observations: Side["told"]["observations"]) => {
  const tally = Heard.tally("Asia/Shanghai", kinds)
  tally.take(observations)
  return tally
}

const placements: Readonly<Record<string, Bilingual.Bilingual>> = {
  "metro-line-2": { zh: "地铁二号线", en: "Metro line 2" },
  sleeves: { zh: "杯套", en: "Cup sleeves" },
  posts: { zh: "微博", en: "Posts" }
}

/** The codes that came in, day by day and by where they were found, beside the story in which nobody told the account's team. */
const codes = (dual: Side, plain: Side): Report.Chapter => {
  const { from, until } = Period.span("Asia/Shanghai", period)
  const days = Period.dates(period)
  const sides = [
    { title: { zh: "有双系统", en: "With the dual system" }, tally: tallyOf(dual.told.observations) },
    { title: { zh: "没有双系统", en: "Without" }, tally: tallyOf(plain.told.observations) }
  ] as const
  const { name } = CodeRedeemed.kind
  const found = sides[0].tally
    .about(period.first, period.last)
    .filter((about) => Heard.tagOf(name, about)?.startsWith("placement:"))
  const trace = { observations: name, account: House.handbook(true).account.id, from, until }
  const redeemed = ({ tally }: (typeof sides)[number], about: string = name) =>
    tally.between(about, period.first, period.last).count
  const [now, before] = [redeemed(sides[0]), redeemed(sides[1])]
  return {
    id: "codes",
    title: { zh: "暗号带来了什么", en: "What the codes brought" },
    says: [
      {
        zh: `两周内兑换 ${now} 个暗号；同样的粉丝，没有双系统时 ${before} 个。两边只有通知与接应不同。`,
        en: `${now} codes were redeemed in the fortnight; ${before} by the same fans without the dual system. Notice and hooks are all that differs.`
      }
    ],
    lines: found.map((about): Report.Line => {
      const tag = Heard.tagOf(name, about) ?? ""
      const title = placements[tag.slice(tag.lastIndexOf("/") + 1)] ?? Bilingual.same(tag)
      const what = { zh: `兑换：${title.zh}`, en: `Redeemed: ${title.en}` }
      return {
        key: `redeemed.${tag}`,
        figure: Figures.counted(what, "count", redeemed(sides[0], about), [{ ...trace, tag }])
      }
    }),
    charts: [
      {
        form: "lines",
        title: { zh: "每天兑换的暗号", en: "Codes redeemed, by day" },
        unit: "count",
        categories: days.map((day) => Bilingual.same(day.slice(5))),
        series: [seriesOf(sides[0], days), seriesOf(sides[1], days)]
      },
      {
        form: "bars",
        title: { zh: "在哪里找到的暗号", en: "Where redeemed codes were found" },
        unit: "count",
        categories: found.map((about) => placements[about.slice(about.lastIndexOf("/") + 1)] ?? Bilingual.same(about)),
        series: [
          { title: sides[0].title, values: found.map((about) => redeemed(sides[0], about)) },
          { title: sides[1].title, values: found.map((about) => redeemed(sides[1], about)) }
        ]
      }
    ],
    tables: []
  }
}

const seriesOf = (
  { tally, title }: { readonly title: Bilingual.Bilingual; readonly tally: Tally.Tally },
  days: ReadonlyArray<string>
) => ({ title, values: days.map((day) => tally.between(CodeRedeemed.kind.name, day, day).count) })
