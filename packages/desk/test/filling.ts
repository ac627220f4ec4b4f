/**
 * What somebody types into forms, for tests: of every schema that a step may ask for, and of any.
 *
 * @module
 */
import { FanId } from "@dualops/core/account"
import { CalendarDate, Moment } from "@dualops/core/calendar"
import { Bilingual, Label } from "@dualops/core/finding"
import { Actor } from "@dualops/core/process"
import { Field, Filled } from "@dualops/desk"
import { Schema } from "effect"
import fc from "fast-check"

/** What somebody types who means this JSON. */
export const typed = (
  shape: Field.Shape,
  json: Schema.Json | undefined,
  name: string
): ReadonlyArray<readonly [string, string]> => {
  if (json === undefined) return []
  switch (shape.kind) {
    case "group":
      return shape.fields.flatMap((field) =>
        typed(field.shape, Object(json)[field.name], Field.below(name, field.name))
      )
    case "list": {
      const items = Array.isArray(json) ? json : []
      return [
        [Field.rows(name), String(items.length)],
        ...items.flatMap((item, row) => typed(shape.item, item, Field.below(name, row)))
      ]
    }
    case "either": {
      const index = shape.members.findIndex((member) => member.shape.kind === "group" && fits(member.shape, json))
      const member = shape.members[index]
      return [
        [Field.which(name), String(index)],
        ...(member ? typed(member.shape, json, Field.below(name, index)) : [])
      ]
    }
    case "yes-no":
      return json === true ? [[name, "true"]] : []
    case "lines":
      return [[name, Array.isArray(json) ? json.join("\r\n") : ""]]
    case "moment":
      return [[name, new Date(Date.parse(String(json)) + 8 * 3_600_000).toISOString().slice(0, 19)]]
    case "picture":
    case "json":
      return [[name, JSON.stringify(json)]]
    case "fixed":
      return []
    case "text":
    case "number":
    case "date":
    case "choice":
      return [[name, String(json).replaceAll("\n", "\r\n")]]
  }
}

export const fits = ({ fields }: Extract<Field.Shape, { kind: "group" }>, json: Schema.Json): boolean =>
  fields.every(({ name, shape }) => {
    const value = Object(json)[name]
    if (shape.kind === "choice") return shape.choices.some((one) => one.value === value)
    return shape.kind !== "fixed" || value === shape.value
  })

/** JSON that fits a shape, as somebody could mean it. */
export const meant = (shape: Field.Shape): fc.Arbitrary<Schema.Json> => {
  const word = fc.string({ minLength: 1, maxLength: 9 }).map((text) => `x${text.replace(/\s/g, "-")}x`)
  switch (shape.kind) {
    case "text":
      return shape.isLong ? fc.tuple(word, word).map(([one, other]) => `${one}\n  ${other} `) : word
    case "number":
      return fc.integer()
    case "yes-no":
      return fc.boolean()
    case "moment":
      return fc
        .date({ min: new Date("2010-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
        .map((date) => `${date.toISOString().slice(0, 19)}.000Z`)
    case "date":
      return fc.constant("2026-11-23")
    case "choice":
      return fc.constantFrom(...shape.choices.map(({ value }) => value))
    case "fixed":
      return fc.constant(shape.value)
    case "lines":
      return fc.array(word, { minLength: 1, maxLength: 3 })
    case "list":
      return fc.array(meant(shape.item), { minLength: 1, maxLength: 3 })
    case "either":
      return fc.oneof(...shape.members.map((member) => meant(member.shape)))
    case "picture":
      return fc.constant({ source: "a.png", format: "png", bytes: 9, sha256: "a".repeat(64) })
    case "json":
      return fc.constant({ any: ["thing", 1] })
    case "group":
      return group(shape.fields)
  }
}

export const group = (fields: ReadonlyArray<Field.Field>): fc.Arbitrary<Schema.Json> =>
  fc
    .tuple(
      ...fields.map(({ isOptional, shape }) =>
        isOptional ? fc.option(meant(shape), { nil: undefined }) : meant(shape)
      )
    )
    .map((values) =>
      Object.fromEntries(
        fields.flatMap(({ isOptional, name, shape }, index) => {
          const value = values[index]
          // A box that may be left out and is not ticked is left out.
          return value === undefined || (isOptional && shape.kind === "yes-no" && value === false)
            ? []
            : [[name, value]]
        })
      )
    )

export const readBack = (fields: ReadonlyArray<Field.Field>, json: Schema.Json) => {
  const told = new URLSearchParams(
    typed({ kind: "group", fields }, json, "input").map(([name, value]) => [name, value])
  )
  return Filled.read(fields, told, "input", "Asia/Shanghai")
}

export const everything = Schema.Struct({
  text: Schema.String,
  why: Schema.optionalKey(Schema.NonEmptyString.annotate(Label.of({ zh: "理由", en: "reason" }))),
  who: Actor.PersonId,
  fan: FanId,
  at: Moment.Moment,
  on: CalendarDate.CalendarDate,
  often: Schema.Int,
  sure: Schema.Boolean,
  how: Schema.Literals(["soon", "later"]),
  names: Schema.Array(Actor.PersonId),
  parts: Schema.NonEmptyArray(Schema.Struct({ name: Schema.String, size: Schema.optionalKey(Schema.Finite) })),
  either: Schema.Union([
    Schema.Struct({ _tag: Schema.tag("Post"), post: Schema.NonEmptyString }),
    Schema.Struct({ _tag: Schema.tag("Sum"), yuan: Schema.Int })
  ]),
  both: Bilingual.Bilingual,
  free: Schema.Record(Schema.String, Schema.Finite)
})
