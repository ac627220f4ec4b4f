/**
 * How long something takes or may take, as people write it: `4 hours`, `30 minutes`, `2 days`.
 *
 * @module
 */
import { Duration, Effect, Option, Schema, SchemaGetter, SchemaIssue, SchemaTransformation } from "effect"

/** A length of time, not negative, in whole milliseconds. It is written in the largest unit that says it without a fraction. */
export const TimeSpan = Schema.String.annotate({
  description: "A length of time, such as 30 minutes, 4 hours or 2 days."
}).pipe(
  Schema.decodeTo(
    Schema.Duration.annotate({
      toCodecArbitrary: () =>
        Schema.link<Duration.Duration>()(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 20_000 })), {
          decode: SchemaGetter.transform((minutes: number) => Duration.minutes(minutes)),
          encode: SchemaGetter.transform((span: Duration.Duration) => Duration.toMinutes(span))
        })
    }).check(
      Schema.makeFilter(
        (span) =>
          (Number.isInteger(Duration.toMillis(span)) && Duration.toMillis(span) >= 0) || "a length of time that ends"
      )
    ),
    SchemaTransformation.transformEffect({
      decode: (text: string) =>
        // Any text may be asked about; what it does not read comes back as none.
        Option.match(Duration.fromInput(text as Duration.Input), {
          onNone: () =>
            Effect.fail(new SchemaIssue.InvalidValue({ expected: "a length of time such as 4 hours" }, text)),
          onSome: Effect.succeed
        }),
      encode: (span) => Effect.succeed(inWords(span))
    })
  )
)
/** A length of time. */
export type TimeSpan = Duration.Duration

/** A length of time that something may take: a minute at least, for what repeats, and a year at most. */
export const Wait = TimeSpan.check(
  Schema.makeFilter(
    (span) =>
      Duration.between(span, { minimum: Duration.minutes(1), maximum: Duration.days(366) }) || "1 minute to 366 days"
  )
)

const units: ReadonlyArray<readonly [millis: number, name: string]> = [
  [86_400_000, "day"],
  [3_600_000, "hour"],
  [60_000, "minute"],
  [1000, "second"],
  [1, "milli"]
]

/** The span in the largest unit that says it without a fraction: `90 minutes`, `1 day`. */
export function inWords(span: TimeSpan): string {
  const millis = Duration.toMillis(span)
  const [size, name] = units.find(([unit]) => millis >= unit && millis % unit === 0) ?? [1, "milli"]
  return `${millis / size} ${name}${millis === size ? "" : "s"}`
}
