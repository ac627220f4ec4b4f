/**
 * What a reader of content calendars says, in Chinese and in English.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Finding } from "../../finding/Finding.ts"
import { nearest } from "../../finding/Nearest.ts"
import type { Column } from "./ContentCalendar.ts"

/** A row of the file, with the line on which it begins. */
export interface Row {
  readonly file: string
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

const finding = (
  { file, line }: Pick<Row, "file" | "line">,
  code: string,
  path: string,
  evidence: string,
  message: Bilingual,
  fix: Bilingual
): Finding => ({ code: `calendar/${code}`, severity: "error", where: { path, file, line }, evidence, message, fix })

/** What a cell should hold. */
export const expected = {
  id: { zh: "1 到 200 个字符的编号", en: "an id of 1 to 200 characters" },
  date: { zh: "真实日期，形如 2026-11-23", en: "a date that exists, such as 2026-11-23" },
  time: { zh: "时间，形如 09:30", en: "a time of day, such as 09:30" },
  text: { zh: "微博正文", en: "the text of the post" },
  picture: { zh: "存在的 jpg、png 或 gif 图片", en: "a jpg, png or gif picture that exists" }
} satisfies Readonly<Record<string, Bilingual>>

/** The file has no header. */
export const empty = (file: string): Finding =>
  finding(
    { file, line: 1 },
    "empty",
    "",
    "",
    { zh: "日历是空的。", en: "The calendar is empty." },
    {
      zh: "第一行写列名：id,date,time,author,text,picture。",
      en: "Begin with the columns: id,date,time,author,text,picture."
    }
  )

/** The file is not CSV. */
export const notCsv = (row: Row, problem: string): Finding =>
  finding(
    row,
    "not-csv",
    "",
    problem,
    { zh: `文件不是正确的 CSV：${problem}`, en: `The file is not CSV: ${problem}` },
    {
      zh: "按 CSV 格式修正此行，含逗号或换行的正文要加双引号。",
      en: "Mend this line; a text with commas or line breaks stands in quotes."
    }
  )

/** A column is missing. */
export const missingColumn = (row: Row, column: Column): Finding =>
  finding(
    row,
    "missing-column",
    column,
    row.cells.join(","),
    { zh: `缺少「${column}」列。`, en: `The column ${column} is missing.` },
    { zh: `在第一行加上 ${column}。`, en: `Add ${column} to the first line.` }
  )

/** A column that nobody knows. */
export const unknownColumn = (row: Row, column: string, near: string | undefined): Finding =>
  finding(
    row,
    "unknown-column",
    column,
    column,
    { zh: `没有「${column}」这一列。`, en: `There is no column ${column}.` },
    near === undefined
      ? { zh: "删除该列。", en: "Take it out." }
      : { zh: `是否应为 ${near}？`, en: `Did you mean ${near}?` }
  )

/** A column stands there twice. */
export const columnTwice = (row: Row, column: string): Finding =>
  finding(
    row,
    "column-twice",
    column,
    row.cells.join(","),
    { zh: `「${column}」列出现了两次。`, en: `The column ${column} stands there twice.` },
    { zh: "只保留一列。", en: "Keep one of them." }
  )

/** A row with more or fewer cells than there are columns. */
export const wrongWidth = (row: Row, width: number): Finding =>
  finding(
    row,
    "wrong-width",
    "",
    row.cells.join(","),
    {
      zh: `这一行有 ${row.cells.length} 格，应为 ${width} 格。`,
      en: `The row has ${row.cells.length} cells, and should have ${width}.`
    },
    {
      zh: "补足或删去单元格；含逗号的正文要加双引号。",
      en: "Add or take out cells; a text with commas stands in quotes."
    }
  )

/** A cell that does not hold what its column is for. */
export const wrongCell = (row: Row, column: Column, cell: string, should: Bilingual): Finding =>
  finding(
    row,
    "wrong-cell",
    column,
    cell,
    { zh: `「${column}」是「${cell}」，应为${should.zh}。`, en: `${column} is "${cell}", and should be ${should.en}.` },
    { zh: `写入${should.zh}。`, en: `Write ${should.en}.` }
  )

/** An author whom the handbook does not know. */
export const unknownAuthor = (row: Row, author: string, authors: ReadonlyArray<string>): Finding => {
  const near = nearest(author, authors)
  return finding(
    row,
    "unknown-person",
    "author",
    author,
    {
      zh: `手册里没有可以撰稿的「${author}」。`,
      en: `The handbook knows nobody called "${author}" who may write posts.`
    },
    near === undefined
      ? { zh: `可写：${authors.join("、")}。`, en: `Write one of ${authors.join(", ")}.` }
      : { zh: `是否应为 ${near}？`, en: `Did you mean ${near}?` }
  )
}

/** Two posts with one id. */
export const idTwice = (row: Row, id: string, first: number): Finding =>
  finding(
    row,
    "id-twice",
    "id",
    id,
    { zh: `编号「${id}」在第 ${first} 行已用过。`, en: `The id ${id} has been used on line ${first}.` },
    { zh: "换一个编号。", en: "Choose another id." }
  )
