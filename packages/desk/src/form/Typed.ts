/**
 * JSON as it stands in a form: what somebody would have typed who means it. `Filled` reads it back.
 *
 * @module
 */
import { Moment, WallClock } from "@dualops/core/calendar"
import type { Schema } from "effect"
import { below, type Field, rows, type Shape, which } from "./Field.ts"

/** A name of the form, and what stands there. */
type Typed = readonly [name: string, value: string]

/** What stands in the fields, under a name, with moments as the wall of the time zone shows them. */
export const of = (
  fields: ReadonlyArray<Field>,
  json: Readonly<Record<string, Schema.Json>>,
  name: string,
  timeZone: string
): ReadonlyArray<Typed> => {
  const wall = WallClock.make(timeZone)

  const group = (all: ReadonlyArray<Field>, value: unknown, at: string): ReadonlyArray<Typed> =>
    all.flatMap((field) => typed(field.shape, own(value, field.name), below(at, field.name)))

  const typed = (shape: Shape, value: unknown, at: string): ReadonlyArray<Typed> => {
    if (value === undefined || value === null) return []
    switch (shape.kind) {
      case "group":
        return group(shape.fields, value, at)
      case "list": {
        const items = Array.isArray(value) ? value : []
        return [
          [rows(at), String(items.length)],
          ...items.flatMap((item, row) => typed(shape.item, item, below(at, row)))
        ]
      }
      case "either": {
        const member = shape.members.findIndex((one) => fits(one.shape, value))
        const meant = shape.members[member]
        return meant === undefined ? [] : [[which(at), String(member)], ...typed(meant.shape, value, below(at, member))]
      }
      case "lines":
        return [[at, Array.isArray(value) ? value.join("\n") : ""]]
      case "yes-no":
        return value === true ? [[at, "true"]] : []
      case "moment":
        return [[at, shown(String(value), wall)]]
      case "picture":
      case "json":
        return [[at, JSON.stringify(value)]]
      case "fixed":
        return []
      default:
        return [[at, String(value)]]
    }
  }
  return group(fields, json, name)
}

/** Whether a value is of one of several shapes, by what tells it from the others: what is fixed in it, and what has to be there. */
export const fits = (shape: Shape, value: unknown): boolean => {
  switch (shape.kind) {
    case "group":
      return (
        typeof value === "object" &&
        shape.fields.every((field) => {
          const part = own(value, field.name)
          return part === undefined ? field.isOptional : fits(field.shape, part)
        })
      )
    case "fixed":
      return shape.value === value
    case "choice":
      return shape.choices.some((one) => one.value === value)
    case "number":
      return typeof value === "number"
    case "yes-no":
      return typeof value === "boolean"
    case "list":
    case "lines":
      return Array.isArray(value)
    case "text":
    case "moment":
    case "date":
      return typeof value === "string"
    case "either":
      return shape.members.some((one) => fits(one.shape, value))
    case "picture":
      return typeof value === "object"
    case "json":
      return true
  }
}

/** What the wall shows at the moment, as browsers write it: to the second where there are some, and never less than it was. */
const shown = (moment: string, wall: WallClock.WallClock): string => {
  const at = Moment.parse(moment)
  return at === undefined ? moment : new Date(wall.wallAt(at)).toISOString().slice(0, 19).replace(/:00$/, "")
}

const own = (json: unknown, name: string): unknown =>
  typeof json === "object" && json !== null && Object.hasOwn(json, name) ? Reflect.get(json, name) : undefined
