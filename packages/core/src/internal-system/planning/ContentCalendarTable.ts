/**
 * The rows of a content calendar's file, as spreadsheets save them: with commas, semicolons or tabs, and with empty cells and rows behind
 * the last one that was written in.
 *
 * @module
 */
import { type CsvError, parse } from "csv-parse/browser/esm/sync"
import { Result } from "effect"
import type { Finding } from "../../finding/Finding.ts"
import * as Content from "../content/Content.ts"
import * as Header from "./ContentCalendarHeader.ts"
import type { Row } from "./ContentCalendarMessages.ts"
import * as Words from "./ContentCalendarTableMessages.ts"

/** Characters of a file, rows and cells of a row after which nobody has written it by hand; no cell is longer than a post's text may be. */
const longest = 1_000_000
const mostRows = 5000
const mostCells = 50
const longestCell = Content.most

/** The rows in which something stands, each with the line on which it begins; lines end with a line feed in what they hold. */
export const read = (file: string, written: string): Result.Result<ReadonlyArray<Row>, ReadonlyArray<Finding>> => {
  if (written.length > longest) return Result.fail([Words.tooLong({ file, line: 1 }, written.length, longest)])
  const garbled = written.split(/\r\n?|\n/).findIndex((line) => line.includes("\ufffd"))
  if (garbled >= 0) return Result.fail([Words.garbled({ file, line: garbled + 1 })])
  // The parser counts both signs of a line that ends with two, where it stands in quotes.
  const { declared, text } = withoutSeparatorLine(written.replaceAll(/\r\n?/g, "\n"))
  const delimiter = delimiterOf(text, declared)
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
    ).map(({ info, record }): Row => {
      const line = before + 1
      before = info.lines
      return { file, line, cells: record.map((cell) => cell.trim()) }
    })
    const past = rows[mostRows]
    return past === undefined ? bounded(withoutEmpty(rows)) : Result.fail([Words.tooMany(past, mostRows)])
  } catch (error) {
    // csv-parse throws nothing else for a text.
    const { bytes, code, lines } = error as CsvError & { readonly bytes: number; readonly lines: number }
    return Result.fail([Words.notCsv(file, text.split("\n"), code, lineOf(text, bytes), lines)])
  }
}

/** The line of a byte: the parser says at which the last separator before the cell stands. */
const lineOf = (text: string, byte: number): number =>
  new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, byte)).split("\n").length

/**
 * Spreadsheets take a first line such as `sep=;` for what separates the cells, and so do not show it; one that is saved again may stand in
 * quotes, or have empty cells behind it. An empty line stays in its place, so that the others keep their numbers.
 */
const withoutSeparatorLine = (text: string): { readonly declared: string | undefined; readonly text: string } => {
  const [line = "", mark, written = ""] = /^(\ufeff?)"?sep=(\\t|[^\n"\w])"?\2*[ ,;\t]*(?=\n|$)/i.exec(text) ?? []
  return mark === undefined
    ? { declared: undefined, text }
    : { declared: written === "\\t" ? "\t" : written, text: mark + text.slice(line.length) }
}

/** What stands between the names of the columns: as the file declares it, unless its names are told apart by another sign. */
const delimiterOf = (text: string, declared: string | undefined): string => {
  const header =
    text
      .slice(0, 1000)
      .split(/\r?\n/)
      .find((line) => line.trim() !== "") ?? ""
  const known = (delimiter: string) => header.split(delimiter).filter(Header.names).length
  const all = [",", "\t", ";"]
  return (declared === undefined ? all : [declared, ...all]).reduce((best, other) =>
    known(other) > known(best) ? other : best
  )
}

/** Without rows in which nothing stands, and without columns that have neither a name nor anything in them. */
const withoutEmpty = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const written = rows.filter(({ cells }) => cells.some((cell) => cell !== ""))
  const named = (written[0]?.cells.findLastIndex((cell) => cell !== "") ?? -1) + 1
  return written.map((row) =>
    row.cells.slice(named).every((cell) => cell === "") ? { ...row, cells: row.cells.slice(0, named) } : row
  )
}

const bounded = (rows: ReadonlyArray<Row>): Result.Result<ReadonlyArray<Row>, ReadonlyArray<Finding>> => {
  const wide = rows.find(({ cells }) => cells.length > mostCells)
  if (wide !== undefined) return Result.fail([Words.tooWide(wide, mostCells)])
  const long = rows.find(({ cells }) => cells.some((cell) => cell.length > longestCell))
  return long === undefined ? Result.succeed(rows) : Result.fail([Words.cellTooLong(long, longestCell)])
}
