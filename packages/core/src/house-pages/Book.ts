/**
 * What the pages of a house are made of, whenever somebody looks.
 *
 * @module
 */
import type { Holidays } from "../calendar/Holidays.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import type { Practice } from "../practice/Practice.ts"

/** A handbook, the holidays of its country, and the practices that it may run. */
export interface Book {
  readonly handbook: Handbook
  readonly holidays: Holidays
  readonly practices: ReadonlyArray<Practice>
}
