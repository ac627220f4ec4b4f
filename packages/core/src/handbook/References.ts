/**
 * Names in a handbook that stand for something written elsewhere in it: people, roles, calendars. They are looked for in the file as it
 * stands, so that a mistake in one place does not hide one in another.
 *
 * @module
 */
import { closest } from "fastest-levenshtein"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Finding } from "../finding/Finding.ts"
import type { Locate } from "../finding/SchemaFindings.ts"

/** Where names stand (`*` is every key or item), and where what they name is written. */
interface Reference {
  readonly at: ReadonlyArray<string>
  readonly names: ReadonlyArray<string>
  readonly what: Bilingual
  /** Known without being written. */
  readonly besides?: ReadonlyArray<string>
}

const people = { names: ["team", "people"], what: { zh: "人员", en: "person" } }
const roles = { names: ["team", "roles"], what: { zh: "角色", en: "role" } }
const calendars = { names: ["calendars"], what: { zh: "工作日历", en: "calendar" }, besides: ["always"] }

const references: ReadonlyArray<Reference> = [
  { at: ["team", "people", "*", "roles", "*"], ...roles },
  { at: ["team", "people", "*", "standIns", "*"], ...people },
  { at: ["content", "review", "approvers", "*"], ...people },
  { at: ["content", "review", "within", "calendar"], ...calendars },
  { at: ["content", "lead"], ...people },
  { at: ["content", "attention", "calendar"], ...calendars },
  { at: ["resources", "*", "owner"], ...people },
  { at: ["resources", "*", "sponsor"], ...people },
  { at: ["resources", "*", "answers", "calendar"], ...calendars }
]

/** Every name that names nothing. */
export const missingNames = (handbook: unknown, locate: Locate): ReadonlyArray<Finding> =>
  references.flatMap(({ at, besides = [], names, what }) => {
    const known = [...Object.keys(objectAt(handbook, names)), ...besides]
    return found(handbook, at, []).flatMap(([path, name]) =>
      typeof name !== "string" || known.includes(name) ? [] : [missing(path, name, what, known, locate)]
    )
  })

const missing = (
  path: ReadonlyArray<PropertyKey>,
  name: string,
  what: Bilingual,
  known: ReadonlyArray<string>,
  locate: Locate
): Finding => {
  const where = locate(path, false)
  const near = known.length === 0 ? undefined : closest(name, known)
  return {
    code: "file/unknown-name",
    severity: "error",
    where,
    evidence: name,
    message: {
      zh: `${where.path}：手册里没有名为「${name}」的${what.zh}。`,
      en: `${where.path} names ${name}, and the handbook knows no such ${what.en}.`
    },
    fix: {
      zh: near === undefined ? `写入该${what.zh}。` : `是否应为「${near}」？已有：${known.join("、")}。`,
      en: near === undefined ? `Write down the ${what.en}.` : `Did you mean ${near}? Known: ${known.join(", ")}.`
    }
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

const objectAt = (value: unknown, path: ReadonlyArray<string>): Readonly<Record<string, unknown>> => {
  const [key, ...rest] = path
  if (!isObject(value)) return {}
  return key === undefined ? value : objectAt(value[key], rest)
}

type Found = readonly [path: ReadonlyArray<PropertyKey>, value: unknown]

const found = (value: unknown, at: ReadonlyArray<string>, path: ReadonlyArray<PropertyKey>): ReadonlyArray<Found> => {
  const [key, ...rest] = at
  if (key === undefined) return [[path, value]]
  if (!isObject(value)) return []
  if (key !== "*") return key in value ? found(value[key], rest, [...path, key]) : []
  return Array.isArray(value)
    ? value.flatMap((item, index) => found(item, rest, [...path, index]))
    : Object.entries(value).flatMap(([name, item]) => found(item, rest, [...path, name]))
}
