/**
 * JSON whose whole numbers keep their digits.
 *
 * Ids of comments and old posts exceed 2^53, and a double would give them another value. Source: comment `mid`s such as
 * 21212120637982993, and the sample of statuses/share, where `id` and `idstr` differ by exactly such a loss.
 *
 * @module
 */
import { Option, Result, Schema, SchemaGetter } from "effect"

type Reviver = (this: unknown, key: string, value: unknown, context?: { readonly source?: string }) => unknown

const keepDigits: Reviver = (_key, value, context) =>
  typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? "")
    ? context?.source
    : value

/** Parses a text; a whole number that a double cannot hold comes out as its digits. Never throws. */
export const parse = (text: string): Result.Result<unknown, string> => {
  try {
    // The declared reviver does not know its third argument, which Node has had since 21.
    return Result.succeed(JSON.parse(text, keepDigits as Parameters<typeof JSON.parse>[1]))
  } catch (cause) {
    return Result.fail(cause instanceof Error ? cause.message : "not JSON")
  }
}

/** An id: a number or digits on the wire, digits in the program. */
export const Id = Schema.Union([
  Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
  Schema.String.check(Schema.isPattern(/^\d{1,20}$/))
]).pipe(
  Schema.decodeTo(Schema.String, {
    decode: SchemaGetter.transform((id: number | string) => String(id)),
    encode: SchemaGetter.transform((id: string): number | string => id)
  })
)

/** A count or a code: a number on the wire, or its digits in quotes, for Weibo writes both. */
export const Whole = Schema.Union([Schema.Int, Schema.String.check(Schema.isPattern(/^-?\d{1,15}$/))]).pipe(
  Schema.decodeTo(Schema.Int, {
    decode: SchemaGetter.transform((value: number | string) => Number(value)),
    encode: SchemaGetter.transform((value: number): number | string => value)
  })
)

/**
 * A fact that may be missing: left out, or in a form that nobody knows (`null`, `""`, `[]` in the place of an object, a count in words). What
 * Weibo does not show is absent, never zero, and never the end of everything around it.
 */
export const shown = <S extends Schema.ConstraintDecoder<unknown>>(schema: S) =>
  optional(schema, Schema.decodeUnknownOption(schema))

/** The same for what must not be passed over in silence: it may be missing or nothing, but if it is there, it can be read. */
export const given = <S extends Schema.Constraint>(schema: S) =>
  Schema.optionalKey(Schema.Unknown).pipe(
    Schema.decodeTo(Schema.optionalKey(schema), {
      decode: SchemaGetter.transformOptional(Option.filter((value): value is S["Encoded"] => !isNothing(value))),
      encode: SchemaGetter.transformOptional((value) => value)
    })
  )

const optional = <S extends Schema.Constraint>(schema: S, read: (value: unknown) => Option.Option<S["Type"]>) =>
  Schema.optionalKey(Schema.Unknown).pipe(
    Schema.decodeTo(Schema.optionalKey(Schema.toType(schema)), {
      decode: SchemaGetter.transformOptional(Option.flatMap(read)),
      encode: SchemaGetter.transformOptional((value) => value)
    })
  )

/** How Weibo writes nothing: PHP's empty list stands for an empty object as well. */
const isNothing = (value: unknown): boolean =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0)
