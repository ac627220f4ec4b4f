/**
 * What a model has told a tool, as its schema reads it: every mistake with its place, and nothing that nobody asked for.
 *
 * Models say nothing as `null`, numbers as texts, and an object as the JSON of one: where only one thing can be meant, it is taken for that.
 *
 * @module
 */
import { SchemaFindings } from "@dualops/core/finding"
import { Operations } from "@dualops/core/operations"
import { Effect, Result, Schema } from "effect"
import * as Problems from "../api/Problems.ts"
import type { Problem } from "../api/Words.ts"

/** What was told, by its schema. */
export const read = <A>(schema: Schema.Codec<A, unknown>, told: unknown): Effect.Effect<A, Problem> => {
  const sent = meant(told)
  const decoded = Schema.decodeUnknownResult(schema)(sent, { errors: "all", onExcessProperty: "error" })
  if (Result.isSuccess(decoded)) return Effect.succeed(decoded.success)
  const findings = SchemaFindings.fromIssue(
    decoded.failure.issue,
    (path) => ({ path: SchemaFindings.pathText(path) || "arguments" }),
    sent
  )
  const [first, ...others] = findings.map((one) => ({ ...one, code: one.code.replace("file/", "input/") }))
  if (first === undefined) return Effect.die(decoded.failure)
  return Effect.fail(Problems.ofRefusal(undefined, new Operations.BadInput({ findings: [first, ...others] })))
}

/** What can only be meant by it. */
export const meant = (told: unknown): unknown => {
  if (told === undefined || told === null) return {}
  if (typeof told !== "object" || Array.isArray(told)) return told
  return Object.fromEntries(
    Object.entries(told).flatMap(([name, one]) =>
      one === null ? [] : [[name, objects.has(name) ? objectIn(one) : numbers.has(name) ? numberIn(one) : one]]
    )
  )
}

const objects: ReadonlySet<string> = new Set(["input", "arguments"])
const numbers: ReadonlySet<string> = new Set(["expected", "most"])

const objectIn = (one: unknown): unknown => {
  if (typeof one !== "string") return one
  try {
    const read: unknown = JSON.parse(one)
    return typeof read === "object" && read !== null ? read : one
  } catch {
    return one
  }
}

const numberIn = (one: unknown): unknown => (typeof one === "string" && /^\d{1,9}$/.test(one) ? Number(one) : one)
