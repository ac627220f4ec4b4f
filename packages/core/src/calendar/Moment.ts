/**
 * An instant that this business can meet: bounded, so that adding a deadline to it never leaves the calendar.
 *
 * As text it is an ISO 8601 date-time that says its zone (RFC 3339): whoever leaves the zone out, or names a day that no month has, would
 * otherwise be understood as another moment than was meant.
 *
 * @module
 */
import { DateTime, Effect, Schema, SchemaTransformation } from "effect"
import type { Bilingual } from "../finding/Bilingual.ts"
import * as Expected from "../finding/Expected.ts"
import { exists } from "./CalendarDate.ts"

/** The first moment: Weibo opened in 2009. */
export const minimum: DateTime.Utc = DateTime.makeUnsafe("2009-01-01T00:00:00Z")
/** The last moment. */
export const maximum: DateTime.Utc = DateTime.makeUnsafe("2100-01-01T00:00:00Z")

const form = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

/** The instant of an ISO date-time that says its zone, in milliseconds; nothing of any other text. */
export const parse = (text: string): number | undefined => {
  if (!form.test(text)) return undefined
  // Every month has 28 days; what comes after them is looked up, for most moments are read out of a store.
  const isLate = text.charCodeAt(8) >= 50 && text.slice(8, 10) > "28"
  const millis = isLate && !exists(text.slice(0, 10)) ? Number.NaN : Date.parse(text)
  return Number.isNaN(millis) ? undefined : millis
}

const written: Bilingual = {
  zh: "写明时区的真实时刻，形如 2026-11-23T10:00:00+08:00",
  en: "a moment that exists with its zone, such as 2026-11-23T10:00:00+08:00"
}
const inReach: Bilingual = { zh: "2009 年到 2099 年之间的时刻", en: "a moment of the years 2009 to 2099" }

/** An instant between {@link minimum} and {@link maximum}; as text an ISO 8601 date-time with its zone, in UTC when stored. */
export const Moment: Schema.DateTimeUtcFromString = Schema.String.annotate({
  ...Expected.words(written),
  format: "date-time"
}).pipe(
  Schema.decodeTo(
    Schema.DateTimeUtc,
    SchemaTransformation.transformEffect<DateTime.Utc, string>({
      decode: (text) => {
        const millis = parse(text)
        return millis === undefined
          ? Effect.fail(Expected.instead(written, text))
          : Effect.succeed(DateTime.makeUnsafe(millis))
      },
      encode: (moment) => Effect.succeed(DateTime.formatIso(moment))
    })
  ),
  Schema.check(Schema.makeIsBetween({ order: DateTime.Order })({ minimum, maximum }, Expected.check(inReach)))
)
/** An instant between {@link minimum} and {@link maximum}. */
export type Moment = DateTime.Utc
