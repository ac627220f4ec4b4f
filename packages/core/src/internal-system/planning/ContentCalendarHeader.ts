/**
 * The first row of a content calendar's file: which column stands where, under the name that the file gives it.
 *
 * @module
 */
import { Result } from "effect"
import type { Finding } from "../../finding/Finding.ts"
import { nearest } from "../../finding/Nearest.ts"
import { type Column, chinese, columns, otherNames } from "./ContentCalendar.ts"
import * as Words from "./ContentCalendarMessages.ts"

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
  const unknown = [...new Set(cells.filter((cell) => columnOf(cell) === undefined))]
  const meant = meantBy(
    unknown,
    columns.filter((column) => !found.includes(column))
  )
  const findings = [
    ...columns
      .filter((column) => column !== "picture" && !found.includes(column) && ![...meant.values()].includes(column))
      .map((column) => Words.missingColumn(row, namesLike(cells.join())(column)[0])),
    ...unknown.map((cell) => {
      const column = meant.get(cell)
      return column === undefined
        ? Words.unknownColumn(row, cell, columns.flatMap(namesLike(cell)))
        : Words.otherName(row, cell, namesLike(cell)(column)[0])
    }),
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

/** Which of the missing columns the unknown ones are, each of one only. */
const meantBy = (unknown: ReadonlyArray<string>, missing: ReadonlyArray<Column>): ReadonlyMap<string, Column> => {
  const meant = new Map<string, Column>()
  for (const cell of unknown) {
    const free = missing.filter((column) => ![...meant.values()].includes(column))
    const column = free.length === 0 ? undefined : likest(cell, free)
    if (column !== undefined) meant.set(cell, column)
  }
  return meant
}

/** The column that is known by this name elsewhere, is a slip away from it, or alone stands in it, as 作者 in 作者姓名. */
const likest = (cell: string, among: ReadonlyArray<Column>): Column | undefined => {
  const names = (column: Column) => [column, ...chinese[column], ...otherNames[column]]
  const near = nearest(cell, among.flatMap(names))
  if (near !== undefined) return among.find((column) => names(column).includes(near))
  const inside = columns.filter((column) =>
    [...chinese[column], ...otherNames[column]].some((name) => isPart(name, cell))
  )
  return inside.length === 1 ? among.find((column) => column === inside[0]) : undefined
}

/** A sign alone, or letters, may stand in any word. */
const isPart = (name: string, cell: string): boolean => /^\p{Script=Han}{2,}$/u.test(name) && cell.includes(name)

/** Whether the text names one of the columns. */
export const names = (text: string): boolean =>
  columns.some((column) => text.includes(column) || chinese[column].some((name) => text.includes(name)))

const columnOf = (name: string): Column | undefined =>
  columns.find((column) => column === name || chinese[column].includes(name))

/** The names of a column in the language of a text. */
const namesLike = (text: string) => (column: Column) =>
  /\p{Script=Han}/u.test(text) ? chinese[column] : ([column] as const)
