/**
 * The pages of a house beside those of its cases: the team today, the calendar, the hand-over, figures, reports, the handbook and what its check says.
 *
 * @module
 */
export * as FigurePages from "./FigurePages.ts"
export type { Asking, Filled, HouseFile, HousePage, Look, Ways } from "./HousePage.ts"
export { provided } from "./HousePage.ts"
export * as HousePages from "./HousePages.ts"
export * as ReportPages from "./ReportPages.ts"
