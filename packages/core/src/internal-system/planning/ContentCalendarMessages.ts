/**
 * What a reader of content calendars says, in Chinese and in English.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Finding } from "../../finding/Finding.ts"
import { advice, excerpt } from "../../finding/Nearest.ts"
import { chinese, columns, type Known } from "./ContentCalendar.ts"

/** A row of the file, with the line on which it begins. */
export interface Row {
  readonly file: string
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

/** Where a finding stands. */
export type Place = Pick<Row, "file" | "line">

/** A finding about a calendar. */
export const finding = (
  { file, line }: Place,
  code: string,
  path: string,
  evidence: string,
  message: Bilingual,
  fix: Bilingual
): Finding => ({ code: `calendar/${code}`, severity: "error", where: { path, file, line }, evidence, message, fix })

/** What a cell should hold. */
export const expected = {
  id: { zh: "1 到 200 个字符的编号", en: "an id of 1 to 200 characters" },
  date: { zh: "真实日期，年在最前，形如 2026-11-23", en: "a date that exists, the year first, such as 2026-11-23" },
  time: {
    zh: "时间，从 00:00 到 23:59，精确到分，形如 09:30",
    en: "a time from 00:00 to 23:59 without seconds, such as 09:30"
  },
  text: { zh: "微博正文", en: "the text of the post" },
  picture: {
    zh: "存在的 jpg、png 或 gif 图片，路径从本文件所在的文件夹写起",
    en: "a jpg, png or gif picture that exists, by its path from the folder of this file"
  }
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
      zh: `第一行写列名：「${columns.map((column) => chinese[column][0]).join()}」。`,
      en: `Begin with the columns: ${columns.join()}.`
    }
  )

/** The file has a header, and nothing below it. */
export const noRows = (header: Row): Finding =>
  finding(
    header,
    "empty",
    "",
    excerpt(header.cells.join()),
    { zh: "日历只有列名，没有任何一条微博。", en: "The calendar has its columns, and no post below them." },
    { zh: "在列名下面为每条微博写一行。", en: "Write a row for every post below the columns." }
  )

/** The columns are separated by a sign that is none of CSV. */
export const wrongSeparator = (row: Row, header: string): Finding =>
  finding(
    row,
    "wrong-separator",
    "",
    excerpt(header),
    {
      zh: `第一行「${excerpt(header)}」只有一列，列之间不是英文逗号。`,
      en: `The first line, "${excerpt(header)}", is one column: what stands between is not a comma of CSV.`
    },
    { zh: "用英文逗号、分号或制表符分隔各列。", en: "Separate the columns by commas, semicolons or tabs." }
  )

/** A column is missing. */
export const missingColumn = (row: Row, column: string): Finding =>
  finding(
    row,
    "missing-column",
    column,
    excerpt(row.cells.join(",")),
    { zh: `缺少「${column}」列。`, en: `The column ${column} is missing.` },
    { zh: `在第一行加上「${column}」。`, en: `Add ${column} to the first line.` }
  )

/** A column that nobody knows. */
export const unknownColumn = (row: Row, column: string, known: ReadonlyArray<string>): Finding =>
  finding(
    row,
    "unknown-column",
    excerpt(column),
    excerpt(column),
    column === ""
      ? { zh: "有一列没有列名。", en: "A column has no name." }
      : { zh: `没有「${excerpt(column)}」这一列。`, en: `There is no column ${excerpt(column)}.` },
    advice(column, known, { zh: "删除该列。", en: "Take it out." })
  )

/** A column under a name that is none of those that are taken. */
export const otherName = (row: Row, column: string, name: string): Finding =>
  finding(
    row,
    "unknown-column",
    excerpt(column),
    excerpt(column),
    { zh: `没有「${excerpt(column)}」这一列。`, en: `There is no column ${excerpt(column)}.` },
    { zh: `若是「${name}」列，把列名改为「${name}」。`, en: `Rename it to ${name}, if that is what it holds.` }
  )

/** A column stands there twice, under one name or under several. */
export const columnTwice = (row: Row, names: ReadonlyArray<string>): Finding => {
  const [zh, en] = [names.map((name) => `「${excerpt(name)}」`).join("和"), names.map(excerpt).join(" and ")]
  return finding(
    row,
    "column-twice",
    excerpt(names.at(-1) ?? ""),
    excerpt(row.cells.join(",")),
    names.length === 1
      ? { zh: `${zh}列出现了两次。`, en: `The column ${en} stands there twice.` }
      : { zh: `${zh}是同一列。`, en: `${en} are the same column.` },
    { zh: "只保留一列。", en: "Keep one of them." }
  )
}

/** A row with more or fewer cells than there are columns. */
export const wrongWidth = (row: Row, width: number): Finding =>
  finding(
    row,
    "wrong-width",
    "",
    excerpt(row.cells.join(",")),
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
export const wrongCell = (row: Row, column: string, cell: string, should: Bilingual, meant?: string): Finding => {
  const shown = excerpt(cell)
  return finding(
    row,
    "wrong-cell",
    column,
    shown,
    {
      zh: cell === "" ? `「${column}」是空的，应为${should.zh}。` : `「${column}」是「${shown}」，应为${should.zh}。`,
      en:
        cell === ""
          ? `${column} is empty, and should be ${should.en}.`
          : `${column} is "${shown}", and should be ${should.en}.`
    },
    meant === undefined
      ? { zh: `写入${should.zh}。`, en: `Write ${should.en}.` }
      : { zh: `写成「${meant}」。`, en: `Write ${meant}.` }
  )
}

/** An author whom the handbook does not know. */
export const unknownAuthor = (
  row: Row,
  column: string,
  author: string,
  { authors = [], names = {} }: Pick<Known, "authors" | "names">
): Finding =>
  finding(
    row,
    "unknown-person",
    column,
    excerpt(author),
    {
      zh: author === "" ? `「${column}」是空的。` : `手册里没有可以撰稿的「${excerpt(author)}」。`,
      en:
        author === ""
          ? `${column} is empty.`
          : `The handbook knows nobody called "${excerpt(author)}" who may write posts.`
    },
    idOf(author, authors, names) ?? advice(author, authors, { zh: "写入撰稿人。", en: "Write who writes it." })
  )

/** Where a name stands that people are called by; of two people with one name, both. */
const idOf = (
  author: string,
  authors: ReadonlyArray<string>,
  names: NonNullable<Known["names"]>
): Bilingual | undefined => {
  const called = author === "" ? [] : authors.filter((id) => Object.hasOwn(names, id) && names[id] === author)
  return called.length === 0
    ? undefined
    : {
        zh: `写编号，不写姓名：「${called.join("」或「")}」。`,
        en: `Write the id, not the name: ${called.join(" or ")}.`
      }
}

/** Two posts with one id. */
export const idTwice = (row: Row, column: string, id: string, first: number): Finding =>
  finding(
    row,
    "id-twice",
    column,
    id,
    { zh: `编号「${id}」在第 ${first} 行已用过。`, en: `The id ${id} has been used on line ${first}.` },
    { zh: "换一个编号。", en: "Choose another id." }
  )

/** Two posts with one text, within a day of each other or not. */
export const textTwice = (
  row: Row,
  column: string,
  text: string,
  first: number,
  severity: "error" | "warning"
): Finding => ({
  ...finding(
    row,
    "text-twice",
    column,
    excerpt(text),
    severity === "error"
      ? {
          zh: `正文与第 ${first} 行相同，时间相隔不到一天，微博会拒绝重复的内容。`,
          en: `The text is that of line ${first}, less than a day apart, and Weibo refuses what it has just had.`
        }
      : { zh: `正文与第 ${first} 行相同。`, en: `The text is that of line ${first}.` },
    {
      zh: "若是同一条微博，删去一行；若要再发，改写正文或隔开日期。",
      en: "Take one of them out if it is one post; else write another text, or leave days between."
    }
  ),
  severity
})
