/**
 * A figure, and where it comes from: the events of the log and the observations that it was counted from, by their positions.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core"
import { type Case, Operations, type Process } from "@dualops/core"
import { DateTime, Effect } from "effect"
import type { Told } from "./Story.ts"

/** What a figure was read from. */
export interface Evidence {
  readonly events: ReadonlyArray<number>
  readonly observations: ReadonlyArray<number>
  /** How many refusals that the log keeps. */
  readonly refusals?: number
}

/** A figure. */
export interface Figure extends Evidence {
  readonly key: string
  readonly title: Bilingual.Bilingual
  readonly unit: Unit
  /** Nothing where nothing has happened that it could be read from. */
  readonly value: number | null
  /** By which words the rows are found. */
  readonly find: string
}

/** In what it is counted. */
export type Unit = "hours" | "count" | "percent" | "yuan"

/** An event of the log, with its place in it. */
export interface Read<P extends Process.Any> {
  readonly position: number
  readonly case: Case.CaseId
  readonly event: Process.EventOf<P>
}

/** The events of a process, as the log has them. */
export const eventsOf = <P extends Process.Any>(process: P, { events }: Told): Effect.Effect<ReadonlyArray<Read<P>>> =>
  Effect.forEach(
    events.filter((entry) => entry.process === process.name),
    ({ case: id, event, position }) =>
      Effect.map(Operations.decode(process, event), (event) => ({ position, case: id, event }))
  )

/** The observations of a kind. */
export const observationsOf = (kind: string, { observations }: Told) => observations.filter((one) => one.kind === kind)

/** Counted, and said from what. */
export const counted = (
  key: string,
  [zh, en]: readonly [string, string],
  rows: { readonly events?: ReadonlyArray<Placed>; readonly observations?: ReadonlyArray<Placed> },
  find: string,
  value: number | null = (rows.events ?? rows.observations ?? []).length,
  unit: Unit = "count"
): Figure => ({
  key,
  title: { zh, en },
  unit,
  value: value === null ? null : tenth(value),
  events: (rows.events ?? []).map(({ position }) => position),
  observations: (rows.observations ?? []).map(({ position }) => position),
  find
})
interface Placed {
  readonly position: number
}

/** The hours from one moment to another; fewer than none where it is before. */
export const hoursBetween = (from: DateTime.Utc, to: DateTime.Utc): number =>
  (to.epochMilliseconds - from.epochMilliseconds) / 3_600_000

/** The one in the middle; of an even number, the mean of the two. */
export const median = (all: ReadonlyArray<number>): number | null => {
  const sorted = [...all].sort((one, other) => one - other)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** A part of a whole, in hundredths. */
export const percent = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole)

const tenth = (value: number): number => Math.round(value * 10) / 10

/** Whether a moment lies in a stretch, its end left out. */
export const isIn = (at: DateTime.Utc, from: DateTime.Utc, until: DateTime.Utc): boolean =>
  DateTime.isGreaterThanOrEqualTo(at, from) && DateTime.isLessThan(at, until)

const units: Readonly<Record<Unit, Bilingual.Bilingual>> = {
  hours: { zh: " 小时", en: " h" },
  count: { zh: "", en: "" },
  percent: { zh: "%", en: "%" },
  yuan: { zh: " 元", en: " yuan" }
}

/** A figure as people read it. */
export const shown = ({ unit, value }: Pick<Figure, "unit" | "value">): Bilingual.Bilingual => {
  if (value === null) return { zh: "—", en: "—" }
  const said = value.toLocaleString("en-US").replace("-", "−")
  return { zh: `${said}${units[unit].zh}`, en: `${said}${units[unit].en}` }
}
