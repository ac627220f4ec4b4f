/**
 * What a report is made of, and the questions that its chapters ask of it.
 *
 * @module
 */
import { DateTime } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { Moment } from "../../calendar/Moment.ts"
import type { TimeZone } from "../../calendar/TimeZone.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { AnyKind } from "../../observations/Observation.ts"
import type { PersonId } from "../../process/Actor.ts"
import type { Any } from "../../process/Process.ts"
import type { Called } from "../../process/Reader.ts"
import type { Figure } from "../analytics/Figure.ts"
import type { Kpi, KpiId } from "../analytics/Kpi.ts"
import type { Tally } from "../analytics/Tally.ts"
import type { Trace } from "../analytics/Trace.ts"
import type { ComplaintMeasure, FanMeasure } from "./Measure.ts"
import * as Period from "./Period.ts"
import type { Worked } from "./Worked.ts"

/** What a report is made of. */
export interface Material {
  readonly brand: Bilingual
  readonly account: AccountId
  readonly timeZone: TimeZone
  readonly period: Period.Period
  /** When it is made. A period that is not over then is compared with nothing. */
  readonly asOf: Moment
  /** Since when anything is known; always, where it is left out. A period that began before then is compared with nothing: what nobody counted is not 0. */
  readonly since?: Moment
  /** Whether it is compared with nothing in any case: what is told of an activity has no period before. */
  readonly isAlone?: boolean
  readonly processes: ReadonlyArray<Any>
  readonly worked: Worked
  /** What was heard and counted: its kinds, and the tally that has counted them under their names and under `name tag`. */
  readonly heard?: { readonly kinds: ReadonlyArray<AnyKind>; readonly tally: Pick<Tally, "about" | "between"> }
  /** The KPIs of the handbook, and the figures of those that something here measures, in a span. */
  readonly kpis?: {
    readonly kpis: Readonly<Record<KpiId, Kpi>>
    /** The figures of those that are measured. */
    readonly measured: (span: Span) => ReadonlyMap<KpiId, Figure>
  }
  /** What became of complaints that ended in a span: what share was solved, was opened again, left a fan content, and who was asked and answered. */
  readonly complaints?: (span: Span) => Readonly<Record<ComplaintMeasure, Figure>>
  /** What is known of the fans at the end of a span. */
  readonly fans?: (span: Span) => Readonly<Record<FanMeasure, Figure>>
  readonly called: Called
  /** The departments and roles that somebody belongs to. */
  readonly groups?: (person: PersonId) => ReadonlyArray<Bilingual>
  /** What the thing of a tag is called. */
  readonly titleOf?: (tag: string) => Bilingual | undefined
}

/** The period and the one before, with their edges. */
export interface Spans {
  readonly now: Span
  /** Nothing where the period is not over, for a part of a week is no less than a week; nor where it is not known whole. */
  readonly before: Span | undefined
}

/** Dates, and the moments between which they lie. */
export interface Span {
  readonly period: Period.Period
  readonly from: Moment
  readonly until: Moment
}

/** The spans that a report is about. */
export const spans = ({
  asOf,
  isAlone = false,
  period,
  since,
  timeZone
}: Pick<Material, "asOf" | "isAlone" | "period" | "since" | "timeZone">): Spans => {
  const spanOf = (period: Period.Period): Span => ({ period, ...Period.span(timeZone, period) })
  const now = spanOf(period)
  const before = spanOf(Period.before(period))
  const isKnown = since === undefined || DateTime.isLessThanOrEqualTo(since, before.from)
  const hasNone = isAlone || !isKnown || DateTime.isLessThan(asOf, now.until)
  return { now, before: hasNone ? undefined : before }
}

/** Whether a moment lies in a span. */
export const isIn = (at: Moment, { from, until }: Span): boolean =>
  DateTime.isGreaterThanOrEqualTo(at, from) && DateTime.isLessThan(at, until)

/** Where the cases of a process in a span are. */
export const casesIn = ({ account }: Pick<Material, "account">, process: string, { from, until }: Span): Trace => ({
  process,
  account,
  from,
  until
})

/** The processes of which something has happened in either span, or is open. */
export const processesAtWork = ({ processes, worked }: Material): ReadonlyArray<Any> => {
  const names = new Set([...worked.deeds, ...worked.open].map(({ process }) => process))
  return processes.filter(({ name }) => names.has(name))
}
