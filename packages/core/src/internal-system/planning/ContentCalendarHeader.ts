/**
 * The first row of a content calendar's file: which column stands where, under the name that the file gives it.
 *
 * @module
 */
import { Result } from "effect"
import type { Finding } from "../../finding/Finding.ts"
import { type Column, chinese, columns } from "./ContentCalendar.ts"
import * as Words from "./ContentCalendarWords.ts"

/** The columns of a file. */
export interface Header {
  readonly width: number
  /** Where the column stands; -1 where it was left out. */
  readonly at: (column: Column) => number
  /** What the file calls it. */
  readonly name: (column: Column) => string
}

/** The header that the row is, or everything that is wrong with it. */
export const read = (row: Words.Row): Result.Result<Header, ReadonlyArray<Finding>> => {
  const { cells } = row
  // A comma of Chinese is no comma of CSV, and what a person separates by hand is often that.
  const [only = ""] = cells
  if (cells.length === 1 && /[，、|｜；]/.test(only)) return Result.fail([Words.wrongSeparator(row, only)])
  const found = cells.map(columnOf)
  const findings = [
    ...columns
      .filter((column) => column !== "picture" && !found.includes(column))
      .map((column) => Words.missingColumn(row, namesLike(cells.join())(column)[0])),
    ...[...new Set(cells.filter((cell) => columnOf(cell) === undefined))].map((cell) =>
      Words.unknownColumn(row, cell, columns.flatMap(namesLike(cell)))
    ),
    ...columns
      .map((column) => cells.filter((_, index) => found[index] === column))
      .filter((same) => same.length > 1)
      .map((same) => Words.columnTwice(row, [...new Set(same)]))
  ]
  const at = (column: Column) => found.indexOf(column)
  return findings.length > 0
    ? Result.fail(findings)
    : Result.succeed({ width: cells.length, at, name: (column) => cells[at(column)] ?? column })
}

/** Whether the text names one of the columns. */
export const names = (text: string): boolean =>
  columns.some((column) => text.includes(column) || chinese[column].some((name) => text.includes(name)))

const columnOf = (name: string): Column | undefined =>
  columns.find((column) => column === name || chinese[column].includes(name))

/** The names of a column in the language of a text. */
const namesLike = (text: string) => (column: Column) =>
  /\p{Script=Han}/u.test(text) ? chinese[column] : ([column] as const)
