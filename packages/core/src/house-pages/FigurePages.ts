/**
 * The figures of an account as its KPIs make them, each under the value that it is for: what it came to, what it should be, what is missing, and the way to its rows.
 *
 * @module
 */
import { DateTime, Effect, Semaphore } from "effect"
import type { Per } from "../calendar/Cadence.ts"
import { fromNumber } from "../calendar/CalendarDate.ts"
import * as WallClock from "../calendar/WallClock.ts"
import { whoIs } from "../handbook/Called.ts"
import * as Names from "../handbook/Names.ts"
import type { Figure } from "../internal-system/analytics/Figure.ts"
import { type Kpi, type KpiId, Value } from "../internal-system/analytics/Kpi.ts"
import * as KpiFigures from "../internal-system/analytics/KpiFigures.ts"
import * as Material from "../internal-system/reports/Material.ts"
import * as Period from "../internal-system/reports/Period.ts"
import * as FigureText from "../page/FigureText.ts"
import { type Inline, joined, nothing, type Page, type Section, type Text } from "../page/Page.ts"
import { tableOf } from "../page/Sections.ts"
import * as KpiPages from "../practices/figures/KpiPages.ts"
import * as FansChapter from "../practices/reports/FansChapter.ts"
import * as ReportMaterial from "../practices/reports/ReportMaterial.ts"
import type { Asking, HousePage, Look } from "./HousePage.ts"
import * as RowsPage from "./RowsPage.ts"

/** How long a stretch the figures may be of. */
const pers = ["day", "week", "month", "quarter", "year"] as const satisfies ReadonlyArray<Per>

const title = { zh: "指标", en: "Figures" }

/** The page of the figures, and that of the rows behind each. */
export const of = (house: ReportMaterial.House): ReadonlyArray<HousePage<ReportMaterial.Needs>> => {
  const { account, timeZone } = house.handbook
  const material = kept(house)
  return [
    {
      name: "figures",
      title,
      account: account.id,
      isListed: true,
      reads: { beside: (asking) => material(periodOf(timeZone, asking)) },
      of: (look: Look<ReportMaterial.Made>) => page(house, look)
    },
    RowsPage.of(house, material)
  ]
}

/** The stretch that the address asks for, from its beginning or the one before it: `per` and `was`. The month so far, where it says nothing. */
const periodOf = (timeZone: string, { asked, at }: Asking): Period.Period => {
  const { per, was } = stretchOf(asked)
  const today = WallClock.make(timeZone).dayAt(at.epochMilliseconds)
  const now = Period.around(per, fromNumber(today))
  return was ? Period.before(now) : now
}

const stretchOf = (asked: Asking["asked"]): { readonly per: (typeof pers)[number]; readonly was: boolean } => ({
  per: pers.find((one) => one === asked.get("per")) ?? "month",
  was: asked.get("was") === "yes"
})

/** However many look, each stretch is brought up to date once in so many milliseconds. */
const fresh = 10_000
/** So many stretches are remembered, those that were looked at last. */
const most = 12

const kept = (house: ReportMaterial.House) => {
  const one = Semaphore.makeUnsafe(1)
  const known = new Map<string, Stretch>()
  return (period: Period.Period) =>
    one.withPermit(
      Effect.gen(function* () {
        const now = yield* DateTime.now
        const name = `${period.first} ${period.last}`
        const stretch = known.get(name) ?? { reading: ReportMaterial.reading(house, { period, hasFans: true }) }
        known.delete(name)
        known.set(name, stretch)
        for (const oldest of known.keys()) if (known.size > most) known.delete(oldest)
        const { material } = stretch
        if (material !== undefined && now.epochMilliseconds - material.asOf.epochMilliseconds < fresh) return material
        const read = yield* stretch.reading
        stretch.material = read
        return read
      })
    )
}

/** A stretch of which the figures were looked at, and what it was made of then. */
interface Stretch {
  readonly reading: ReturnType<typeof ReportMaterial.reading>
  material?: ReportMaterial.Made
}

const page = ({ handbook }: ReportMaterial.House, look: Look<ReportMaterial.Made>): Page => {
  const { brand, kpis = {}, timeZone } = handbook
  const material = look.beside
  const found = KpiFigures.of(kpis, material.kpis?.measured(Material.spans(material).now) ?? new Map())
  const drawn = { handbook, look, found, per: stretchOf(look.asked).per }
  const below = [...Value.literals.map((value) => section(drawn, value)), ...fans(drawn)]
  const name = Period.name(material.period)
  return {
    title,
    eyebrow: brand,
    under: [
      joined(
        [
          name,
          {
            zh: `截至 ${Names.clockOf(timeZone)(material.asOf)}`,
            en: `as known at ${Names.clockOf(timeZone)(material.asOf)}`
          }
        ],
        "·"
      ),
      ...[false, true].map((was) =>
        joined(
          pers.map((per) => way(look, per, was)),
          "·"
        )
      )
    ],
    sections:
      below.filter(({ blocks }) => blocks.length > 0).length === 0 ? [{ id: "none", title, blocks: [nothing] }] : below
  }
}

const way = ({ to }: Look, per: (typeof pers)[number], was: boolean): Inline => ({
  link: was ? stretches[per].before : stretches[per].now,
  to: to.page("figures", { per, ...(was && { was: "yes" }) })
})

const stretches = {
  day: { now: { zh: "今天", en: "today" }, before: { zh: "昨天", en: "yesterday" } },
  week: { now: { zh: "本周", en: "this week" }, before: { zh: "上周", en: "last week" } },
  month: { now: { zh: "本月", en: "this month" }, before: { zh: "上月", en: "last month" } },
  quarter: { now: { zh: "本季度", en: "this quarter" }, before: { zh: "上季度", en: "last quarter" } },
  year: { now: { zh: "今年", en: "this year" }, before: { zh: "去年", en: "last year" } }
}

/** What a section is drawn of. */
interface Drawn {
  readonly handbook: ReportMaterial.House["handbook"]
  readonly look: Look<ReportMaterial.Made>
  readonly found: ReturnType<typeof KpiFigures.of>
  readonly per: Per
}

const section = (drawn: Drawn, value: Value): Section => {
  const roots = [...drawn.found].filter(([, { kpi }]) => kpi.value === value)
  return {
    id: `value-${value.replace(" ", "-")}`,
    title: KpiPages.values[value],
    blocks: tableOf(
      [
        { zh: "指标", en: "Figure" },
        { zh: "数值", en: "Value" },
        { zh: "目标", en: "Target" },
        { zh: "负责人", en: "Owner" },
        { zh: "说明", en: "Note" },
        { zh: "出处", en: "Rows" }
      ],
      roots.flatMap(([id]) => rowsOf(drawn, id, []))
    )
  }
}

/** What is known of the fans: no value by itself, but what may move one. */
const fans = ({ handbook, look }: Drawn): ReadonlyArray<Section> => {
  const { fansOf } = look.beside
  if (fansOf === undefined) return []
  const { id, lines, title } = FansChapter.of(fansOf, Material.spans(look.beside))
  const rows = lines.map(({ figure }) => [
    figure.title,
    FigureText.shown(figure),
    FigureText.note(figure),
    sourcesOf(handbook, look, figure)
  ])
  return [
    {
      id,
      title,
      blocks: tableOf(
        [
          { zh: "指标", en: "Figure" },
          { zh: "数值", en: "Value" },
          { zh: "说明", en: "Note" },
          { zh: "出处", en: "Rows" }
        ],
        rows
      )
    }
  ]
}

const sourcesOf = ({ timeZone }: Drawn["handbook"], { to }: Look, { traces }: Figure): Text =>
  traces.length === 0
    ? "—"
    : joined(
        traces.map((trace) => RowsPage.wayTo({ to, zone: timeZone }, trace)),
        "·"
      )

/** A KPI, and below it what it is made of and what moves it; what leads back to itself is told once. */
const rowsOf = (drawn: Drawn, id: KpiId, above: ReadonlyArray<KpiId>): ReadonlyArray<ReadonlyArray<Text>> => {
  const one = drawn.found.get(id)
  if (one === undefined || above.includes(id)) return []
  const { figure, kpi, target } = one
  const { handbook, look, per } = drawn
  // A target is judged over its own stretch: a week does not meet what is asked of a month, nor miss it.
  const isJudged = kpi.target?.per === per && target !== undefined
  const depth = "— ".repeat(above.length)
  return [
    [
      depth === "" ? { strong: kpi.title } : [depth.trim(), kpi.title],
      FigureText.shown(figure),
      kpi.target === undefined
        ? "—"
        : isJudged
          ? FigureText.target({ said: KpiPages.targetName(kpi.target), met: target })
          : KpiPages.targetName(kpi.target),
      whoIs(handbook, kpi.owner).name,
      FigureText.note(figure),
      sourcesOf(handbook, look, figure)
    ],
    ...partsOf(kpi).flatMap((part) => rowsOf(drawn, part, [...above, id]))
  ]
}

const partsOf = ({ drivers = [], measured }: Kpi): ReadonlyArray<KpiId> => {
  if ("source" in measured) return drivers
  if ("sum" in measured) return [...measured.sum, ...drivers]
  if ("product" in measured) return [...measured.product, ...drivers]
  return [...("difference" in measured ? measured.difference : measured.ratio), ...drivers]
}
