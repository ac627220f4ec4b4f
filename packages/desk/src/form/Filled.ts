/**
 * What was filled in, back as the JSON that a step is told. What does not fit stays as it was typed, and the step's own schema says what is wrong
 * with it: nothing is guessed, and nothing is lost.
 *
 * @module
 */
import { Moment, WallClock } from "@dualops/core/calendar"
import { DateTime, type Schema } from "effect"
import { below, type Field, isControl, rows, type Shape, which } from "./Field.ts"

/** What a form was sent with: of each name the first value. */
export interface Told {
  /** What was sent under the name; nothing where nothing was. */
  readonly get: (name: string) => string | null
}

/** The JSON of the fields, under a name, with moments as the wall of the time zone shows them. */
export const read = (fields: ReadonlyArray<Field>, told: Told, name: string, timeZone: string): Schema.Json => {
  const wall = WallClock.make(timeZone)

  const group = (all: ReadonlyArray<Field>, at: string): Schema.Json =>
    Object.fromEntries(
      all.flatMap(({ isOptional, name: key, shape }) => {
        const here = below(at, key)
        if (isOptional && isBlank(shape, told, here)) return []
        const value = valueAt(shape, here)
        return value === undefined ? [] : [[key, value]]
      })
    )

  const valueAt = (shape: Shape, at: string): Schema.Json | undefined => {
    const typed = (told.get(at) ?? "").replaceAll("\r\n", "\n")
    switch (shape.kind) {
      case "text":
      case "date":
        return shape.kind === "text" && shape.isLong ? typed : typed.trim()
      case "number":
        return typed.trim() === "" || !Number.isFinite(Number(typed)) ? typed : Number(typed)
      case "yes-no":
        return told.get(at) !== null
      case "moment":
        return momentOf(typed.trim(), wall)
      case "choice":
        return shape.choices.find(({ value }) => String(value) === typed)?.value ?? typed
      case "fixed":
        return shape.value
      case "group":
        return group(shape.fields, at)
      case "lines":
        return typed
          .split("\n")
          .map((one) => one.trim())
          .filter((one) => one !== "")
      case "list":
        return rowsOf(told, at).flatMap((row) => {
          const value = isBlank(shape.item, told, row) ? undefined : valueAt(shape.item, row)
          return value === undefined ? [] : [value]
        })
      case "either": {
        const member = shape.members[Number.parseInt(told.get(which(at)) ?? "", 10)]
        return member && valueAt(member.shape, below(at, told.get(which(at)) ?? ""))
      }
      case "picture":
        return typed === "" ? undefined : parsed(typed)
      case "json":
        return parsed(typed)
    }
  }
  return group(fields, name)
}

/** The names of the rows of a list. */
export const rowsOf = (told: Told, at: string): ReadonlyArray<string> => {
  const count = Number.parseInt(told.get(rows(at)) ?? "0", 10)
  return Array.from({ length: Math.min(Math.max(count || 0, 0), most) }, (_, row) => below(at, row))
}

/** No form has more rows. */
const most = 200

/** Whether nothing is filled in; what is chosen already counts for nothing. */
const isBlank = (shape: Shape, told: Told, at: string): boolean => {
  if (isControl(shape)) return (told.get(at) ?? "").trim() === ""
  switch (shape.kind) {
    case "group":
      return shape.fields.every(({ name, shape: one }) => isBlank(one, told, below(at, name)))
    case "list":
      return rowsOf(told, at).every((row) => isBlank(shape.item, told, row))
    case "either":
      return (told.get(which(at)) ?? "") === ""
    case "picture":
      return (told.get(at) ?? "") === ""
    case "fixed":
      return true
  }
}

/** A time on the wall is the moment at which the wall first shows it. */
const momentOf = (typed: string, wall: WallClock.WallClock): string => {
  const shown = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?$/.test(typed)
    ? Moment.parse(`${typed.replace(" ", "T")}Z`)
    : undefined
  return shown === undefined ? typed : DateTime.formatIso(DateTime.makeUnsafe(wall.reaches(shown)))
}

const parsed = (typed: string): Schema.Json => {
  try {
    // What has been parsed is JSON.
    return JSON.parse(typed) as Schema.Json
  } catch {
    return typed
  }
}
