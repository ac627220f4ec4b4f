/**
 * When a draw opens, closes and is drawn: in this order, and late enough that the list is published in between.
 *
 * @module
 */
import { DateTime } from "effect"
import type { Moment } from "../../calendar/Moment.ts"

/** The list is published between the end and the draw. */
export const leastMinutes = 10

/** Whether the moments are in order, and the end is still to come. */
export const inOrder = (
  { closes, draws, opens }: { readonly opens: Moment; readonly closes: Moment; readonly draws: Moment },
  at: Moment
): boolean =>
  DateTime.isLessThan(opens, closes) &&
  DateTime.isLessThanOrEqualTo(DateTime.add(closes, { minutes: leastMinutes }), draws) &&
  DateTime.isLessThan(at, closes)
