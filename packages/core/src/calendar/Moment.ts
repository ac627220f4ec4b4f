/**
 * An instant that this business can meet: bounded, so that adding a deadline to it never leaves the calendar.
 *
 * @module
 */
import { DateTime, Schema } from "effect"

/** The first moment: Weibo opened in 2009. */
export const minimum: DateTime.Utc = DateTime.makeUnsafe("2009-01-01T00:00:00Z")
/** The last moment. */
export const maximum: DateTime.Utc = DateTime.makeUnsafe("2100-01-01T00:00:00Z")

/** An instant between {@link minimum} and {@link maximum}; ISO 8601 in UTC when stored. */
export const Moment = Schema.DateTimeUtcFromString.check(
  Schema.makeIsBetween({ order: DateTime.Order })({ minimum, maximum })
)
/** An instant between {@link minimum} and {@link maximum}. */
export type Moment = DateTime.Utc
