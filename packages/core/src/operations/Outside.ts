/**
 * What comes from outside, before anybody reads it: it has to be JSON, and within bounds. Whatever it is, looking at it takes bounded time and
 * breaks nothing.
 *
 * @module
 */
import type { Schema } from "effect"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Finding } from "../finding/Finding.ts"
import { excerpt } from "../finding/Nearest.ts"
import { pathText } from "../finding/SchemaFindings.ts"

/** A text that a person tells a step is not longer, in UTF-16 code units: more than any platform takes. */
export const longestText = 20_000
/** A key of an order is not longer, in UTF-16 code units: with what the kernel puts before it, a store still takes it (`Storable`). */
export const longestKey = 500
/** What a step is told has no more values in it, and no more levels. */
export const most = { values: 10_000, levels: 32 }
/** The name of a field is not longer, in UTF-16 code units. */
const longestName = 200

type Path = ReadonlyArray<PropertyKey>

/** A copy that is JSON, in which what cannot be JSON is empty; and everything that is wrong with it, of very much the first. */
export const copyOf = (value: unknown): { readonly json: Schema.Json; readonly findings: ReadonlyArray<Finding> } => {
  const look = new Look(true)
  try {
    // In a strict look, everything that is copied is JSON.
    return { json: look.at(value, []) as Schema.Json, findings: look.findings }
  } catch {
    return { json: null, findings: [notJson([], "something that cannot be looked at")] }
  }
}

/** What is wrong with the texts of a value that a program has made; whatever else it is made of is the program's business. */
export const texts = (value: unknown, path: Path): ReadonlyArray<Finding> => {
  const look = new Look(false)
  look.at(value, path)
  return look.findings
}

/** What is wrong with one text. */
export const text = (said: string, path: Path, longest: number): ReadonlyArray<Finding> => [
  ...(said.length > longest ? [tooLong(path, said, longest)] : []),
  ...(said.isWellFormed() ? [] : [halfCharacter(path, said)]),
  ...(said.includes("\u0000") ? [nullCharacter(path, said)] : [])
]

/** One look through a value. It ends when there is too much of it, or too much wrong with it. */
class Look {
  readonly findings: Array<Finding> = []
  private readonly strict: boolean
  private values = 0
  constructor(strict: boolean) {
    this.strict = strict
  }

  at(value: unknown, path: Path): unknown {
    this.values++
    if (this.values === most.values + 1) this.findings.push(tooMuch)
    if (this.values > most.values || this.findings.length >= 100) return null
    if (typeof value === "string") {
      this.findings.push(...text(value, path, longestText))
      return value
    }
    if (value === null || typeof value === "boolean") return value
    if (typeof value === "number" && (Number.isFinite(value) || !this.strict)) return value
    if (Array.isArray(value) || isPlain(value)) return this.into(value, path)
    if (!this.strict) return value
    this.findings.push(notJson(path, typeof value === "number" ? String(value) : typeof value))
    return null
  }

  private into(value: object, path: Path): unknown {
    if (path.length >= most.levels) {
      this.findings.push(tooDeep(path))
      return null
    }
    if (Array.isArray(value)) return value.slice(0, most.values + 1).map((one, index) => this.at(one, [...path, index]))
    const copy: Record<string, unknown> = {}
    for (const name of Object.keys(value)) {
      if (this.findings.length >= 100 || this.values > most.values) break
      const wrong = name === "__proto__" ? [noSuchName(path, name)] : text(name, path, longestName)
      this.findings.push(...wrong)
      if (wrong.length === 0) copy[name] = this.at(Reflect.get(value, name), [...path, name])
    }
    return copy
  }
}

const isPlain = (value: unknown): value is object => {
  if (typeof value !== "object" || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

const finding = (code: string, path: Path, evidence: string, message: Bilingual, fix: Bilingual): Finding => ({
  code: `input/${code}`,
  severity: "error",
  where: { path: pathText(path) },
  evidence: excerpt(evidence).toWellFormed(),
  message,
  fix
})

const tooLong = (path: Path, said: string, longest: number) =>
  finding(
    "too-long",
    path,
    said,
    {
      zh: `「${pathText(path)}」有 ${said.length} 个字，最多 ${longest} 个。`,
      en: `${pathText(path)} has a text of ${said.length} characters, and may have ${longest}.`
    },
    { zh: "写短一些。", en: "Make it shorter." }
  )

const halfCharacter = (path: Path, said: string) =>
  finding(
    "half-character",
    path,
    said,
    {
      zh: `「${pathText(path)}」里有半个字符，无法保存或发送。`,
      en: `${pathText(path)} has half a character in it (a surrogate without its other half), which cannot be stored or sent.`
    },
    { zh: "去掉它，或把表情重新输入。", en: "Take it out, or type the emoji anew." }
  )

/** PostgreSQL takes no text with one in it, as a key or elsewhere. */
const nullCharacter = (path: Path, said: string) =>
  finding(
    "null-character",
    path,
    said,
    {
      zh: `「${pathText(path)}」里有空字符（U+0000），无法保存。`,
      en: `${pathText(path)} has a null character (U+0000) in it, which cannot be stored.`
    },
    { zh: "去掉它。", en: "Take it out." }
  )

const notJson = (path: Path, what: string) =>
  finding(
    "not-json",
    path,
    what,
    {
      zh: `「${pathText(path)}」不是 JSON 的值（${what}）。`,
      en: `${pathText(path) || "What was sent"} is no JSON: ${what}.`
    },
    { zh: "写成 JSON；日期与时刻用 ISO 文字。", en: "Send JSON; dates and moments are ISO texts." }
  )

const tooDeep = (path: Path) =>
  finding(
    "too-deep",
    path.slice(0, 4),
    String(path.length),
    { zh: `嵌套超过 ${most.levels} 层。`, en: `There are more than ${most.levels} levels of values in values.` },
    { zh: "减少嵌套。", en: "Send fewer levels." }
  )

const tooMuch = finding(
  "too-much",
  [],
  String(most.values),
  { zh: `超过 ${most.values} 个值。`, en: `There are more than ${most.values} values.` },
  { zh: "分几次发送。", en: "Send less at once." }
)

const noSuchName = (path: Path, name: string) =>
  finding(
    "no-name",
    [...path, name],
    name,
    { zh: `「${name}」不能作为名称。`, en: `${name} is the name of no field.` },
    { zh: "删除它。", en: "Take it out." }
  )
