/**
 * The fans at the end of a span as figures: how many there are, who came and went, where those who were seen stand, who was seen again, and what share is dead.
 * Only who wrote, redeemed or took part is ever seen. What the platform does not tell has no value, and its bounds.
 *
 * @module
 */
import type { AccountId } from "../../account/AccountId.ts"
import type { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Figure } from "../analytics/Figure.ts"
import * as Figures from "../analytics/Figures.ts"
import type { Trace } from "../analytics/Trace.ts"
import type { Span } from "../reports/Material.ts"
import type { FanMeasure } from "../reports/Measure.ts"
import * as DeadFans from "./DeadFans.ts"
import type { Counts } from "./FanCounts.ts"
import type { Source } from "./FanLife.ts"
import * as Titles from "./FanTitles.ts"
import type * as LifeCycle from "./LifeCycle.ts"
import type * as Retention from "./Retention.ts"
import * as Turnover from "./Turnover.ts"

/** What is known of the fans, up to a day of a span: its last, or today. */
export interface Known {
  readonly account: AccountId
  /** How many are what, up to then. */
  readonly counts: Counts
  /** How much was heard of which nobody knows any more, or ever did, whose it is. */
  readonly ofNobody: number
  /** Kinds of observation that lives are put together from, and since when there are any. */
  readonly heard: { readonly kinds: ReadonlyArray<string>; readonly since: Moment }
  readonly followers: { readonly before: number | undefined; readonly after: number | undefined }
  readonly looks: ReadonlyArray<DeadFans.Look>
}

/** The fans as figures. */
export interface FanFigures {
  readonly figures: Readonly<Record<FanMeasure, Figure>>
  /** Who was seen again, of those who came from one source. */
  readonly retained: ReadonlyMap<Source, Figure>
  /** How many were seen for the first time, by where they came from. */
  readonly firsts: ReadonlyMap<Source, number>
  readonly cohorts: Counts["cohorts"]
  /** What share was seen again in the period after the first, in the second, and so on: of all cohorts of a source for which it is over. */
  readonly curves: ReadonlyMap<Source, ReadonlyArray<Figure>>
  readonly per: Counts["per"]
  readonly reasons: DeadFans.DeadFans["reasons"]
}

/** The figures of a span. */
export const of = (known: Known, span: Span): FanFigures => {
  const { account, counts, followers, heard, looks, ofNobody } = known
  const { cohorts, firsts, isAnyGone, per, stages } = counts
  const { from, until } = span
  const within = (kinds: ReadonlyArray<string>, since: Moment): ReadonlyArray<Trace> =>
    kinds.map((observations) => ({ observations, account, from: since, until }))
  const [ever, inSpan] = [within(heard.kinds, heard.since), within(heard.kinds, from)]
  const nobody = { count: ofNobody, why: Titles.ofNobody(ofNobody) }
  const { unseen: _, ...stood } = stages
  const seen = sum(Object.values(stood))
  const staged = (stage: Exclude<LifeCycle.Stage, "unseen">): Figure =>
    Figures.share(Titles.staged[stage], {
      numerator: { title: Titles.staged[stage], value: stages[stage] },
      denominator: { title: Titles.figures.seen, value: seen },
      unit: "people",
      ...(ofNobody > 0 && { unknown: nobody }),
      traces: ever
    })
  // The newest cohort whose next period is over.
  const newest = cohorts.filter(({ cells }) => cells.length === 2)
  const readings = within(["AccountReading"], from)
  const turnover = Turnover.of({ ...followers, traces: readings })
  const dead = DeadFans.of(looks, followers.after, within(["FanLook"], from))
  return {
    figures: {
      followers:
        followers.after === undefined
          ? Figures.unknown(Titles.figures.followers, "people", Titles.notRead, { traces: readings })
          : Figures.counted(Titles.figures.followers, "people", followers.after, readings),
      came: turnover.joined,
      left: turnover.left,
      lost: turnover.lost,
      seen: people(Titles.figures.seen, seen, nobody, ever),
      first: people(Titles.figures.first, sum(firsts.values()), nobody, inSpan),
      new: staged("new"),
      active: staged("active"),
      loyal: staged("loyal"),
      quiet: staged("quiet"),
      asleep: staged("asleep"),
      // The platform tells of nobody who leaves: where nobody was seen to, that none did cannot be said.
      gone: isAnyGone
        ? staged("gone")
        : Figures.unknown(Titles.staged.gone, "share", Titles.untold, { bounds: { low: 0, high: 1 }, traces: ever }),
      retained: seenAgain(newest, per, ever),
      dead: dead.share
    },
    retained: new Map(bySource(newest).map(([source, those]) => [source, seenAgain(those, per, ever)])),
    curves: new Map(bySource(cohorts).map(([source, those]) => [source, curve(those, per, ever)])),
    firsts: new Map([...firsts].toSorted(bySourceName)),
    cohorts,
    per,
    reasons: dead.reasons
  }
}

/** People who are known, and at the most those more of whom it is not known who they are. */
const people = (
  title: Bilingual,
  value: number,
  nobody: { count: number; why: Bilingual },
  traces: ReadonlyArray<Trace>
) =>
  nobody.count === 0
    ? Figures.counted(title, "people", value, traces)
    : Figures.unknown(title, "people", nobody.why, { bounds: { low: value, high: value + nobody.count }, traces })

type Cohorts = ReadonlyArray<Retention.Cohort>

/** Cohorts are of lives, each of which has a source. In whatever order they come, sources have their own. */
const bySource = <A extends { readonly source: string | undefined }>(all: ReadonlyArray<A>) =>
  [...Map.groupBy(all, ({ source }) => source as Source)].toSorted(bySourceName)

const bySourceName = ([one]: readonly [Source, unknown], [other]: readonly [Source, unknown]) => (one < other ? -1 : 1)

const sum = (counts: Iterable<number>): number => [...counts].reduce((so, one) => so + one, 0)

const seenAgain = (cohorts: Cohorts, per: "week" | "month", traces: ReadonlyArray<Trace>): Figure =>
  again(cohorts, 1, Titles.retained[per], traces)

const curve = (cohorts: Cohorts, per: "week" | "month", traces: ReadonlyArray<Trace>): ReadonlyArray<Figure> =>
  Array.from({ length: Math.min(longest, Math.max(...cohorts.map(({ cells }) => cells.length - 1))) }, (_, index) =>
    again(
      cohorts.filter(({ cells }) => cells.length > index + 1),
      index + 1,
      Titles.again(per, index + 1),
      traces
    )
  )

/** No curve is told for longer. */
const longest = 8

const again = (
  cohorts: Cohorts,
  after: number,
  { of, title }: Readonly<Record<"title" | "of", Bilingual>>,
  traces: ReadonlyArray<Trace>
): Figure => {
  const count = (of: (cohort: Retention.Cohort) => number) => cohorts.reduce((so, one) => so + of(one), 0)
  return Figures.share(title, {
    numerator: { title, value: count(({ cells }) => cells[after]?.seen ?? 0) },
    denominator: { title: of, value: count(({ fans }) => fans) },
    unit: "people",
    sample: true,
    traces
  })
}
