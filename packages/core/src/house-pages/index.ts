/**
 * The pages of a house beside those of its cases: the team today, the calendar, the hand-over, figures, reports, the handbook and what its check says.
 *
 * @module
 */
export {
  type Asking,
  type Filled,
  type HouseFile,
  type HousePage,
  type Look,
  provided,
  type Ways
} from "./HousePage.ts"
export * as HousePages from "./HousePages.ts"
