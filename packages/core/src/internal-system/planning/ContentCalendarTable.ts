/**
 * The rows of a content calendar's file, as spreadsheets save them: with commas, semicolons or tabs, and with empty cells and rows behind
 * the last one that was written in.
 *
 * @module
 */
import { type CsvError, parse } from "csv-parse/browser/esm/sync"
import { Result } from "effect"
import type { Finding } from "../../finding/Finding.ts"
import * as Header from "./ContentCalendarHeader.ts"
import * as Words from "./ContentCalendarWords.ts"

/** Characters of a file, rows, cells of a row and characters of a cell after which nobody has written it by hand. */
const longest = 1_000_000
const mostRows = 5000
const mostCells = 50
const longestCell = 20_000

/** The rows in which something stands, each with the line on which it begins. */
export const read = (file: string, text: string): Result.Result<ReadonlyArray<Words.Row>, ReadonlyArray<Finding>> => {
  if (text.length > longest) return Result.fail([Words.tooLong({ file, line: 1 }, text.length, longest)])
  const delimiter = delimiterOf(text)
  const crowded = text.split("\n").findIndex((line) => line.split(delimiter).length > longestCell)
  if (crowded >= 0) return Result.fail([Words.tooWide({ file, line: crowded + 1 }, mostCells)])
  try {
    const parsed = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      delimiter,
      to: mostRows + 1
    })
    let before = 0
    // With `info`, csv-parse gives a record and where it ended; its types only know that of tables with named columns.
    const rows = (
      parsed as unknown as ReadonlyArray<{
        readonly record: ReadonlyArray<string>
        readonly info: { readonly lines: number }
      }>
    ).map(({ info, record }): Words.Row => {
      const line = before + 1
      before = info.lines
      return { file, line, cells: record.map((cell) => cell.trim()) }
    })
    const past = rows[mostRows]
    return past === undefined ? bounded(withoutEmpty(rows)) : Result.fail([Words.tooMany(past, mostRows)])
  } catch (error) {
    // csv-parse throws nothing else for a text.
    const { code, lines = 1, message } = error as CsvError & { readonly lines?: number }
    return Result.fail([Words.notCsv({ file, line: lines }, code, message)])
  }
}

/** What stands between the names of the columns. */
const delimiterOf = (text: string): string => {
  const header =
    text
      .slice(0, 1000)
      .split(/\r?\n/)
      .find((line) => line.trim() !== "") ?? ""
  const known = (delimiter: string) => header.split(delimiter).filter(Header.names).length
  return [",", "\t", ";"].reduce((best, other) => (known(other) > known(best) ? other : best))
}

/** Without rows in which nothing stands, and without columns that have neither a name nor anything in them. */
const withoutEmpty = (rows: ReadonlyArray<Words.Row>): ReadonlyArray<Words.Row> => {
  const written = rows.filter(({ cells }) => cells.some((cell) => cell !== ""))
  const named = (written[0]?.cells.findLastIndex((cell) => cell !== "") ?? -1) + 1
  return written.map((row) =>
    row.cells.slice(named).every((cell) => cell === "") ? { ...row, cells: row.cells.slice(0, named) } : row
  )
}

const bounded = (rows: ReadonlyArray<Words.Row>): Result.Result<ReadonlyArray<Words.Row>, ReadonlyArray<Finding>> => {
  const wide = rows.find(({ cells }) => cells.length > mostCells)
  if (wide !== undefined) return Result.fail([Words.tooWide(wide, mostCells)])
  const long = rows.find(({ cells }) => cells.some((cell) => cell.length > longestCell))
  return long === undefined ? Result.succeed(rows) : Result.fail([Words.cellTooLong(long, longestCell)])
}
