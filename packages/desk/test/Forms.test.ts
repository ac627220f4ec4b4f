/** Forms that are derived from what steps are told, and what was filled in, read back. */
import { FanId } from "@dualops/core/account"
import { CalendarDate, Moment } from "@dualops/core/calendar"
import { Bilingual, Label } from "@dualops/core/finding"
import { Actor, Process } from "@dualops/core/process"
import { Field, Fields, Filled, Typed } from "@dualops/desk"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import fc from "fast-check"
import { processes } from "./house.ts"

/** What somebody types who means this JSON. */
const typed = (
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

const fits = ({ fields }: Extract<Field.Shape, { kind: "group" }>, json: Schema.Json): boolean =>
  fields.every(({ name, shape }) => {
    const value = Object(json)[name]
    if (shape.kind === "choice") return shape.choices.some((one) => one.value === value)
    return shape.kind !== "fixed" || value === shape.value
  })

/** JSON that fits a shape, as somebody could mean it. */
const meant = (shape: Field.Shape): fc.Arbitrary<Schema.Json> => {
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

const group = (fields: ReadonlyArray<Field.Field>): fc.Arbitrary<Schema.Json> =>
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

const readBack = (fields: ReadonlyArray<Field.Field>, json: Schema.Json) => {
  const told = new URLSearchParams(
    typed({ kind: "group", fields }, json, "input").map(([name, value]) => [name, value])
  )
  return Filled.read(fields, told, "input", "Asia/Shanghai")
}

const everything = Schema.Struct({
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

describe("The fields of a step", () => {
  it("have the shapes that its schema says, and call themselves by its labels", () => {
    const fields = Fields.of(everything)
    assert.deepStrictEqual(
      fields.map(({ name, shape }) => [name, shape.kind]),
      [
        ["text", "text"],
        ["why", "text"],
        ["who", "text"],
        ["fan", "text"],
        ["at", "moment"],
        ["on", "date"],
        ["often", "number"],
        ["sure", "yes-no"],
        ["how", "choice"],
        ["names", "lines"],
        ["parts", "list"],
        ["either", "either"],
        ["both", "group"],
        ["free", "json"]
      ]
    )
    const labels = Object.fromEntries(fields.map(({ label, name }) => [name, label.zh]))
    assert.deepStrictEqual([labels["why"], labels["who"], labels["often"]], ["理由", "人员", "often"])
    assert.deepStrictEqual(
      fields.filter(({ isOptional }) => isOptional).map(({ name }) => name),
      ["why"]
    )
  })

  it("can be asked for by a form: no step of a person of the house asks for JSON", () => {
    const shapes = (shape: Field.Shape): ReadonlyArray<string> =>
      shape.kind === "group"
        ? shape.fields.flatMap((field) => shapes(field.shape))
        : shape.kind === "list"
          ? shapes(shape.item)
          : [shape.kind]
    for (const process of processes)
      for (const step of Object.keys(process.steps))
        for (const field of Fields.of(Process.inputOf(process, step)))
          assert.notInclude(shapes(field.shape), "json", `${process.name} ${step}`)
  })
})

describe("What is known already", () => {
  const begun = (fields: ReadonlyArray<Field.Field>, json: Schema.Json, zone: string) => {
    const told = new Map(Typed.of(fields, Object(json), "input", zone))
    return Filled.read(fields, { get: (name) => told.get(name) ?? null }, "input", zone)
  }

  it("stands in a form so that it is read back as it was, on the wall of whichever zone", () =>
    fc.assert(
      fc.property(
        group(Fields.of(everything)),
        fc.constantFrom("Asia/Shanghai", "Asia/Kathmandu", "UTC"),
        (json, zone) => assert.deepStrictEqual(begun(Fields.of(everything), json, zone), json)
      )
    ))

  it("stands so in the form of every step of the house", () => {
    for (const process of processes)
      for (const step of Object.keys(process.steps)) {
        const fields = Fields.of(Process.inputOf(process, step))
        fc.assert(
          fc.property(group(fields), (json) => assert.deepStrictEqual(begun(fields, json, "Asia/Shanghai"), json)),
          { numRuns: 5 }
        )
      }
  })
})

describe("What was filled in", () => {
  it("is read back as it was meant, whatever a form asks for", () =>
    fc.assert(
      fc.property(group(Fields.of(everything)), (json) =>
        assert.deepStrictEqual(readBack(Fields.of(everything), json), json)
      )
    ))

  it("is read back as it was meant, for every step of the house", () => {
    for (const process of processes)
      for (const step of Object.keys(process.steps)) {
        const fields = Fields.of(Process.inputOf(process, step))
        fc.assert(
          fc.property(group(fields), (json) => assert.deepStrictEqual(readBack(fields, json), json)),
          { numRuns: 5 }
        )
      }
  })

  it("that does not fit stays as it was typed, and what is left empty is left out where it may be", () => {
    const told = new URLSearchParams({
      "input.often": "many",
      "input.at": "tomorrow",
      "input.how": "never",
      "input.why": " ",
      "input.parts.rows": "3",
      "input.parts.1.name": "tea"
    })
    const read = Object(Filled.read(Fields.of(everything), told, "input", "Asia/Shanghai"))
    assert.deepInclude(read, { often: "many", at: "tomorrow", how: "never", parts: [{ name: "tea" }] })
    assert.notProperty(read, "why")
  })

  it("of a time on the wall is that moment in the zone of the brand", () => {
    const told = new URLSearchParams({ "input.at": "2026-11-24T09:30" })
    const at = (zone: string) => Object(Filled.read(Fields.of(everything), told, "input", zone))["at"]
    assert.deepStrictEqual(["Asia/Shanghai", "America/New_York"].map(at), [
      "2026-11-24T01:30:00.000Z",
      "2026-11-24T14:30:00.000Z"
    ])
  })
})
