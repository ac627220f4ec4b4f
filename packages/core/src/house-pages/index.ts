/**
 * The pages of a house beside those of its cases: the team today, the calendar, the hand-over, the handbook and what its check says.
 *
 * @module
 */
export type { Filled, HousePage, Look, Ways } from "./HousePage.ts"
export * as HousePages from "./HousePages.ts"
