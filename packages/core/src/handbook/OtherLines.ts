/**
 * What an edition says beside the lines that have words of their own, leaf by leaf: whatever is changed in a handbook is told, also in a
 * section that came later.
 *
 * @module
 */
import { DateTime, Duration } from "effect"
import { type Bilingual, same } from "../finding/Bilingual.ts"
import { pathText } from "../finding/SchemaFindings.ts"
import type { Line } from "./ChangeLine.ts"
import { spanName } from "./Names.ts"

/** Every leaf of a handbook, but for those below the places that are told in other lines; `*` is any key of theirs. */
export const otherLines = (handbook: object, told: ReadonlyArray<string>): ReadonlyArray<Line> => {
  const places = told.map((place) => place.split("."))
  const isTold = (path: ReadonlyArray<string>) =>
    places.some((place) => place.length === path.length && place.every((key, at) => key === "*" || key === path[at]))
  const below = (value: unknown, path: ReadonlyArray<string>): ReadonlyArray<Line> => {
    if (isTold(path) || value === undefined) return []
    const says = leaf(value)
    if (says !== undefined) return [lineOf(path, says)]
    if (typeof value !== "object" || value === null) return []
    return Object.entries(value).flatMap(([key, part]) => below(part, [...path, key]))
  }
  return below(handbook, [])
}

const lineOf = (path: ReadonlyArray<string>, says: Bilingual): Line => ({
  key: `other/${JSON.stringify(path)}`,
  about: path[0] === "content" ? "content" : "other",
  what: same(pathText(path)),
  says,
  exactly: JSON.stringify(says)
})

/** The text of a value that has no parts for people; nothing for one that has. */
const leaf = (value: unknown): Bilingual | undefined => {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return same(String(value))
  if (Duration.isDuration(value)) return spanName(value)
  if (DateTime.isDateTime(value)) return same(DateTime.formatIso(value))
  if (isBilingual(value)) return value
  if (!Array.isArray(value)) return undefined
  const items = value.map(leaf)
  return items.every((item) => item !== undefined)
    ? { zh: items.map(({ zh }) => zh).join("、"), en: items.map(({ en }) => en).join(", ") }
    : undefined
}

const isBilingual = (value: unknown): value is Bilingual =>
  typeof value === "object" && value !== null && "zh" in value && "en" in value && Object.keys(value).length === 2
