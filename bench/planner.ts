/**
 * Content plans: how long a year of twenty accounts takes, how far plans are from the exact optimum where HiGHS finds it, and what moves when the
 * plan is made anew a day later.
 *
 * @module
 */
import { ChineseHolidays } from "@dualops/core"
import { CalendarDate, WorkingCalendar } from "@dualops/core/calendar"
import { ContentMix } from "@dualops/core/content"
import { type Brief, ContentPlan, Layout, Model, Search } from "@dualops/core/content-plan"
import { DateTime, Duration, Record, Result, Schema } from "effect"
import loadHighs from "highs"
import * as Bench from "./Bench.ts"
import { program } from "./planner.exact.ts"

const decode = Schema.decodeUnknownSync(ContentMix.ContentMix)
const office = Schema.decodeUnknownSync(WorkingCalendar.WorkingCalendar)({
  week: Object.fromEntries(CalendarDate.weekdays.slice(0, 5).map((day) => [day, [{ from: "09:00", to: "18:00" }]])),
  holidays: {}
})
const review = { hours: office, holidays: ChineseHolidays.holidays, within: Duration.hours(4) }
const title = { zh: "节点", en: "occasion" }
const dateAfter = (date: string, days: number) => CalendarDate.fromNumber(CalendarDate.toNumber(date) + days)

/** A brief as brands have them, by chance: three to six categories, two to six slots a day, some kept for one category, occasions and silence. */
const briefOf = (seed: number, from: string, days: number): Brief.Brief => {
  const chance = Bench.chances(seed)
  const among = (least: number, most: number) => least + Math.floor(chance() * (most - least + 1))
  const parts = Array.from({ length: among(3, 6) }, () => among(5, 45))
  const whole = parts.reduce((sum, part) => sum + part, 0)
  const name = (index: number) => `c${index}`
  const some = () => name(among(0, parts.length - 1))
  const slots = Array.from({ length: among(2, 6) }, (_, index) => ({
    on: chance() < 0.6 ? CalendarDate.weekdays : CalendarDate.weekdays.slice(0, 5),
    at: `${String(8 + index * 2).padStart(2, "0")}:30`,
    ...(chance() < 0.3 ? { category: some() } : {})
  }))
  const mix = decode({
    categories: Object.fromEntries(parts.map((part, index) => [name(index), { title, share: (part * 100) / whole }])),
    quantity:
      chance() < 0.5 ? { least: 1, most: slots.length, per: "day" } : { least: 7, most: slots.length * 6, per: "week" },
    slots
  })
  const known = Record.keys(mix.categories)
  const occasions = Object.fromEntries(
    Array.from({ length: Math.ceil(days / 12) }, (_, index) => {
      const first = among(0, days - 2)
      const posts = among(1, 3)
      const only = chance() < 0.7 ? { categories: [known[among(0, known.length - 1)] ?? some()] } : {}
      return [
        `o${index}`,
        { title, from: dateAfter(from, first), until: dateAfter(from, first + among(1, 7)), posts, ...only }
      ]
    })
  ) as Brief.Brief["occasions"]
  const silence = among(1, days - 2)
  return {
    from,
    until: dateAfter(from, days),
    timeZone: "Asia/Shanghai",
    mix,
    free: { slots: among(0, 2), per: "week" },
    occasions,
    blackouts: { silence: { title, from: dateAfter(from, silence), until: dateAfter(from, silence + 1) } },
    review,
    given: [],
    now: DateTime.makeUnsafe(`${dateAfter(from, -14)}T00:00:00+08:00`)
  }
}

const plan = (brief: Brief.Brief) => Result.getOrThrow(ContentPlan.make(brief))

// A year for twenty accounts, from the first call on: nothing is warm.
const years = Array.from({ length: 20 }, (_, account) => briefOf(1_000 + account, "2026-01-01", 365))
const start = performance.now()
const plans = years.map(plan)
const seconds = (performance.now() - start) / 1_000
const entries = plans.reduce((sum, one) => sum + one.entries.length, 0)

/** Two to eight weeks: what the exact solver can do in seconds. */
// The package's types are those of CommonJS, and what is loaded is a module: its default is the loader itself.
const load = loadHighs as unknown as typeof loadHighs.default
const highs = await load()
const gaps = Array.from({ length: 40 }, (_, seed) => {
  const brief = briefOf(seed, "2026-03-02", 14 + (seed % 7) * 7)
  const model = Model.make(brief, Layout.lay(brief))
  const mine = Model.cost(model, Search.search(model))
  const { ObjectiveValue: exact, Status } = highs.solve(program(model), { mip_rel_gap: 0, time_limit: 60 })
  return Status === "Optimal" ? ((mine - exact) / Math.max(exact, 1)) * 100 : undefined
}).filter((gap) => gap !== undefined)

/** The same year planned anew a day later, with a launch that nobody foresaw: what is not where it was after next week. */
const moved = years.reduce((sum, brief, index) => {
  const before = plans[index]
  const launch = { title, from: "2026-06-03", until: "2026-06-06", posts: 2 }
  if (before === undefined) return sum
  const after = plan({
    ...brief,
    given: ContentPlan.given(before),
    now: DateTime.makeUnsafe("2026-06-02T00:00:00+08:00"),
    occasions: { ...brief.occasions, launch }
  })
  return (
    sum +
    after.moved.filter(({ was }) => DateTime.toEpochMillis(was.slot) >= Date.parse("2026-06-15T00:00:00+08:00")).length
  )
}, 0)

const speeds = Array.from({ length: 5 }, () => {
  const begun = performance.now()
  for (const brief of years) plan(brief)
  return (20 / (performance.now() - begun)) * 1_000
})

Bench.report({
  name: "planner",
  unit: "years of an account",
  about:
    `A year for 20 accounts (${entries} posts in all, two to six slots a day, 31 occasions each, reviewers' hours) from the first call on, and ` +
    `${gaps.length} plans of two to eight weeks beside the exact optimum of HiGHS by the same formula. "Moved" counts entries after next week ` +
    "that are elsewhere when a launch is told of a day before.",
  outcomes: [Bench.outcome("ContentPlan.make", speeds)],
  packages: ["effect", "highs"],
  figures: {
    seconds: Number(seconds.toFixed(3)),
    gapPercent: Number(Math.max(...gaps).toFixed(3)),
    exactCases: gaps.length,
    optimalCases: gaps.filter((gap) => gap < 1e-6).length,
    moved
  }
})
