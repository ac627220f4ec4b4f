/**
 * The figures by which the account is judged: what they say and what they lack, shares with their intervals, and the year's counts
 *
 * @module
 */
export * as BestTimes from "./BestTimes.ts"
export * as Figure from "./Figure.ts"
export * as Figures from "./Figures.ts"
export * as Interval from "./Interval.ts"
export * as Kpi from "./Kpi.ts"
export * as KpiFigures from "./KpiFigures.ts"
export * as Shrinkage from "./Shrinkage.ts"
export * as Tally from "./Tally.ts"
export * as Trace from "./Trace.ts"

// What these are made of.

export * as People from "./People.ts"
export * as TallyCell from "./TallyCell.ts"
export * as TallySpan from "./TallySpan.ts"
export * as Unit from "./Unit.ts"
