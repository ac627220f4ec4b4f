/**
 * How long something takes or may take, as people write it: `4 hours`, `30 minutes`, `2 days`.
 *
 * @module
 */
import { Duration, Effect, Option, Schema, SchemaGetter, SchemaTransformation } from "effect"
import type { Bilingual } from "../finding/Bilingual.ts"
import * as Expected from "../finding/Expected.ts"

const expected: Bilingual = {
  zh: "时长，形如「30 minutes」「4 hours」「2 days」",
  en: "a length of time, such as 30 minutes, 4 hours or 2 days"
}

/** `4h`, `30min` and `2小时` in the words of a length of time. */
const meant = (value: unknown): string | undefined => {
  const [, figure, unit] = /^(\d+(?:\.\d+)?)\s*(d|h|m|min|mins|s|天|日|小时|分钟|分|秒)$/i.exec(String(value)) ?? []
  return unit === undefined ? undefined : `${figure} ${unitNames[unit.toLowerCase()]}`
}

const unitNames: Readonly<Record<string, string>> = {
  d: "days",
  天: "days",
  日: "days",
  h: "hours",
  小时: "hours",
  m: "minutes",
  min: "minutes",
  mins: "minutes",
  分钟: "minutes",
  分: "minutes",
  s: "seconds",
  秒: "seconds"
}

/** The longest that anything of a handbook takes or may take. */
const longest = Duration.days(366)

/** A length of time of at most 366 days, in whole milliseconds. It is written in the largest unit that says it without a fraction. */
export const TimeSpan = Schema.String.annotate(Expected.words(expected, meant)).pipe(
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
          Number.isInteger(Duration.toMillis(span)) &&
          Duration.between(span, { minimum: Duration.zero, maximum: longest }),
        Expected.check({
          zh: "0 到 366 天的时长，以毫秒为最小单位",
          en: "a length of time of 0 to 366 days, in whole milliseconds"
        }),
        // Narrower bounds have nothing to add to it.
        true
      )
    ),
    SchemaTransformation.transformEffect({
      decode: (text: string) =>
        // Any text may be asked about; what it does not read comes back as none.
        Option.match(Duration.fromInput(text as Duration.Input), {
          onNone: () => Effect.fail(Expected.instead(expected, text, meant)),
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
    (span) => Duration.between(span, { minimum: Duration.minutes(1), maximum: longest }),
    Expected.check({ zh: "1 分钟到 366 天", en: "1 minute to 366 days" })
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
