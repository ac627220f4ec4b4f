/** Every kind of mistake at every place of the worked handbook, and what people are told of it. */

import { type Finding, SchemaFindings } from "@dualops/core/finding"
import { Handbook } from "@dualops/core/handbook"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { parse } from "yaml"
import { textOf } from "../handbook/worked.ts"

type Path = ReadonlyArray<string | number>

const whole: unknown = parse(textOf("xinghe"), { version: "1.2" })

const childrenOf = (value: unknown, path: Path): ReadonlyArray<readonly [Path, unknown]> => {
  if (Array.isArray(value)) return value.map((item, index) => [[...path, index], item])
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).map(([key, item]) => [[...path, key], item])
}

const form = (value: unknown): string =>
  Array.isArray(value)
    ? `[${[...new Set(value.map(form))].sort()}]`
    : typeof value === "object" && value !== null
      ? `{${Object.entries(value).map(([key, item]) => (typeof item === "object" ? key : `${key}:${typeof item}`))}}`
      : typeof value

/** Every place; of many alike beside one another, the first. */
const placesOf = (value: unknown, path: Path = []): ReadonlyArray<Path> =>
  [
    ...Map.groupBy(childrenOf(value, path), ([at, item]) => (typeof item === "object" ? form(item) : at.at(-1)))
  ].flatMap(([, [first]]) => (first === undefined ? [] : [first[0], ...placesOf(first[1], first[0])]))

/** The handbook with another value at one place, or with nothing there. */
const changed = (value: unknown, [key, ...rest]: Path, put: (old: unknown) => unknown): unknown => {
  if (key === undefined) return put(value)
  if (Array.isArray(value))
    return value
      .map((item, index) => (index === key ? changed(item, rest, put) : item))
      .filter((item) => item !== undefined)
  const entries = Object.entries(value as object).map(([name, item]) => [
    name,
    name === key ? changed(item, rest, put) : item
  ])
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined))
}

const mistakes: Readonly<Record<string, (old: unknown) => unknown>> = {
  "a wrong type": (old) => (typeof old === "string" ? 17 : "seventeen"),
  "another type": (old) => (Array.isArray(old) ? { zh: 1 } : ["seventeen"]),
  nothing: () => null,
  "an empty text": () => "",
  "a missing field": () => undefined,
  "an unknown field": (old) => (typeof old === "object" ? { ...old, seventeen: 17 } : { seventeen: 17 }),
  "a number out of range": () => -1.5,
  "a number beyond all bounds": () => 1e12,
  "a text of another form": () => "no such thing",
  "a time of day in one's own way": () => "9:00",
  "a list of nothing": () => [],
  "a list of wrong things": () => ["seventeen", 17, null]
}

/** Places of one depth, none of which is in another, so that one handbook has the mistake at many of them. */
const groups = [...Map.groupBy(placesOf(whole), (path) => path.length).values()].flatMap((places) =>
  Array.from({ length: Math.ceil(places.length / 15) }, (_, n) => places.slice(n * 15, (n + 1) * 15))
)

const findingsOf = (put: (old: unknown) => unknown): ReadonlyArray<Finding.Finding> =>
  groups.flatMap((places) =>
    Result.match(
      Handbook.plain.check(
        // From the last, for an item that is gone moves those after it.
        places.reduceRight<unknown>((handbook, place) => changed(handbook, place, put), whole),
        (path) => ({ path: SchemaFindings.pathText(path) })
      ),
      { onSuccess: () => [], onFailure: (findings) => findings }
    )
  )

/** What is left of a sentence without the names and values that it quotes. */
const unquoted = (text: string): string => text.replace(/「[^「」]*」|"[^"]*"/g, "")

describe("A finding about a handbook's file", () => {
  for (const [mistake, put] of Object.entries(mistakes)) {
    it(`that has ${mistake} shows it, and speaks Chinese with no English in it but names and values`, () => {
      const findings = findingsOf(put)
      assert.isNotEmpty(findings)
      for (const { code, evidence, fix, message, where } of findings) {
        for (const text of [message.zh, fix.zh]) assert.notMatch(unquoted(text), /[A-Za-z]{2}|undefined/, text)
        for (const text of [message.en, fix.en]) assert.notMatch(unquoted(text), /\p{Script=Han}|undefined/u, text)
        assert.strictEqual(evidence === "", code === "file/missing", `${code} ${where.path}`)
      }
    })
  }
})
