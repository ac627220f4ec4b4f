/**
 * What a step is told: the fields that it asks for, and nothing else.
 *
 * @module
 */
import { Schema } from "effect"
import * as Expected from "../finding/Expected.ts"

/** The input of a step that is told nothing: a struct without any field would take whatever is sent. */
export const nothing = Schema.Record(Schema.String, Schema.Never).annotate(
  Expected.words({ zh: "空的：这一步无需填写内容", en: "empty: the step is told nothing" })
)

/** What the step asks for of what it is told; whatever else comes along would be kept for ever, and might pass for a field of the state. */
export const asked = (asks: ReadonlyArray<string>, input: unknown): unknown => {
  if (asks.length === 0) return empty
  if (typeof input !== "object" || input === null) return input
  for (const name in input) {
    if (!asks.includes(name)) {
      const own = asks.filter((one) => Object.hasOwn(input, one))
      return Object.fromEntries(own.map((one) => [one, Reflect.get(input, one)]))
    }
  }
  return input
}

const empty = Object.freeze({})
