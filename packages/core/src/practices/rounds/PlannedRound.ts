/**
 * A round that a handbook says there is, before it is a case.
 *
 * @module
 */
import type { Moment } from "../../calendar/Moment.ts"
import { RoundProcess } from "../../internal-system/team/RoundProcess.ts"
import { type Opening, opening } from "../../process/Agenda.ts"
import { caseFor } from "../../process/CaseName.ts"
import type { InputOf } from "../../process/Process.ts"

/** A round, and when it begins and is to be done. */
export interface PlannedRound {
  /** Those of one series follow each other. */
  readonly series: string
  /** Which of its series it is. */
  readonly turn: string
  readonly from: Moment
  readonly until: Moment
  readonly asks: Omit<InputOf<typeof RoundProcess, "Begin">, "until">
}

/** The rounds whose time meets a span. */
export type PlannedRounds = (from: Moment, until: Moment) => ReadonlyArray<PlannedRound>

/** The case of a round. */
export const openingOf = ({ asks, from, series, turn, until }: PlannedRound): Opening =>
  opening(RoundProcess, "Begin", {
    case: caseFor(`round/${series}/${turn}`),
    series,
    from,
    until,
    input: { ...asks, until }
  })
