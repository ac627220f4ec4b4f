/**
 * What a step was told, as a page shows it: by the same fields as the form that asks for it.
 *
 * @module
 */
import { Moment } from "@dualops/core/calendar"
import type { Bilingual } from "@dualops/core/finding"
import type { Page } from "@dualops/core/pages"
import { Picture } from "@dualops/core/pictures"
import { DateTime, Schema } from "effect"
import type { Field, Shape } from "./Field.ts"
import { fits } from "./Typed.ts"

/** How people and moments are written. */
export interface Written {
  readonly called: (id: string) => string
  readonly time: (at: Moment.Moment) => string
}

type Fact = readonly [Bilingual.Bilingual, Page.Text]

/** Each field of the JSON that says something, with what people call it; what stands in another is called by both names. */
export const facts = (fields: ReadonlyArray<Field>, json: unknown, written: Written): ReadonlyArray<Fact> =>
  fields.flatMap(({ label, name, shape }) => factsOf(shape, label, own(json, name), written))

const factsOf = (shape: Shape, label: Bilingual.Bilingual, value: unknown, written: Written): ReadonlyArray<Fact> => {
  if (value === undefined || value === null || value === "") return []
  if (shape.kind === "group")
    return facts(shape.fields, value, written).map(([one, text]) => [within(label, one), text])
  if (shape.kind === "list" && Array.isArray(value))
    return value.flatMap((item, index) => factsOf(shape.item, numbered(label, index), item, written))
  const member = shape.kind === "either" ? shape.members.find((one) => fits(one.shape, value)) : undefined
  return member === undefined ? [[label, textOf(shape, value, written)]] : factsOf(member.shape, label, value, written)
}

const textOf = (shape: Shape, value: unknown, { called, time }: Written): Page.Text => {
  if (shape.kind === "moment" && typeof value === "string") {
    const millis = Moment.parse(value)
    return millis === undefined ? value : time(DateTime.makeUnsafe(millis))
  }
  if (shape.kind === "picture" && isPicture(value)) return pictureText(value)
  if (shape.kind === "yes-no") return value === true ? { zh: "是", en: "yes" } : { zh: "否", en: "no" }
  if (shape.kind === "choice") return shape.choices.find((one) => one.value === value)?.label ?? String(value)
  if (shape.kind === "lines" && Array.isArray(value)) return value.map((one) => called(String(one))).join("、")
  if (typeof value === "string") return called(value)
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}

const isPicture = Schema.is(Picture.Picture)

/** What is said of a picture: its kind and size, and by which digest it is known. */
export const pictureText = ({ bytes, format, sha256 }: Picture.Picture): Page.Text => [
  `${format.toUpperCase()}, ${Math.ceil(bytes / 1024)} KB`,
  ...(sha256 === undefined ? [] : ["SHA-256", { code: sha256 }])
]

const within = (one: Bilingual.Bilingual, other: Bilingual.Bilingual) => ({
  zh: `${one.zh} · ${other.zh}`,
  en: `${one.en} · ${other.en}`
})

const numbered = ({ en, zh }: Bilingual.Bilingual, index: number) => ({
  zh: `${zh} ${index + 1}`,
  en: `${en} ${index + 1}`
})

const own = (json: unknown, name: string): unknown =>
  typeof json === "object" && json !== null && Object.hasOwn(json, name) ? Reflect.get(json, name) : undefined
