/**
 * A report as a value: what it is about, sentences, figures, charts as data and tables. Whoever prints it adds nothing to what it says.
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import { Figure } from "../analytics/Figure.ts"
import { Unit } from "../analytics/Unit.ts"
import { Chart } from "./Chart.ts"
import { Period } from "./Period.ts"
import { Kind } from "./ReportKind.ts"

/** A figure among others: what it was before, what it should be, where it comes from and who answers for it. */
export const Line = Schema.Struct({
  key: Schema.NonEmptyString.annotateKey({ description: "Its name for programs, the same in every report." }),
  figure: Figure,
  before: Schema.optionalKey(Figure).annotateKey({ description: "The same of the period before." }),
  target: Schema.optionalKey(Schema.Struct({ said: Bilingual, met: Schema.Literals(["met", "missed", "open"]) })),
  source: Schema.optionalKey(Bilingual),
  owner: Schema.optionalKey(Schema.NonEmptyString)
})
/** A figure among others. */
export type Line = typeof Line.Type

/** A table: a text or a number in each cell, or nothing where it is not known. */
export const Table = Schema.Struct({
  title: Bilingual,
  columns: Schema.NonEmptyArray(Schema.Struct({ title: Bilingual, unit: Schema.optionalKey(Unit) })),
  rows: Schema.Array(Schema.Array(Schema.NullOr(Schema.Union([Schema.Finite, Bilingual]))))
}).check(
  Schema.makeFilter(({ columns, rows }) => rows.every((row) => row.length === columns.length), {
    expected: "as many cells in each row as there are columns"
  })
)
/** A table. */
export type Table = typeof Table.Type

/** What a report says of one thing. */
export const Chapter = Schema.Struct({
  id: Schema.NonEmptyString,
  title: Bilingual,
  says: Schema.Array(Bilingual).annotateKey({ description: "What the figures show, and nothing else." }),
  lines: Schema.Array(Line),
  charts: Schema.Array(Chart),
  tables: Schema.Array(Table)
})
/** What a report says of one thing. */
export type Chapter = typeof Chapter.Type

/** A report. */
export const Report = Schema.Struct({
  kind: Kind,
  title: Bilingual,
  brand: Bilingual,
  account: AccountId,
  timeZone: Schema.NonEmptyString,
  period: Period,
  before: Schema.optionalKey(Period).annotateKey({ description: "What it is compared with." }),
  asOf: Moment.annotateKey({ description: "What was known when it was made: up to then, and not later." }),
  chapters: Schema.Array(Chapter)
})
/** A report. */
export type Report = typeof Report.Type

/** As it is kept and sent: JSON, its fields in one order. */
export const Written = Schema.fromJsonString(Schema.toCodecJson(Report))

/** SHA-256 of what the report says, in hexadecimal digits: two reports that say the same have the same. */
export const digest = (report: Report): string =>
  bytesToHex(sha256(utf8ToBytes(Schema.encodeSync(Written)(report).toWellFormed())))
