/**
 * What a reader of content calendars says of a file that is no table, or more of one than anybody writes, in Chinese and in English.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Finding } from "../../finding/Finding.ts"
import { excerpt } from "../../finding/Nearest.ts"
import { finding, type Place, type Row } from "./ContentCalendarMessages.ts"

/** The file is not CSV: a cell that begins on the line `from` is not understood on the line `at`. */
export const notCsv = (file: string, lines: ReadonlyArray<string>, code: string, from: number, at: number): Finding => {
  const [problem, fix] = slips[code]?.(from, at) ?? unread
  return finding(
    { file, line: from },
    "not-csv",
    "",
    excerpt(lines[from - 1] ?? ""),
    { zh: `文件不是正确的 CSV：${problem.zh}。`, en: `The file is not CSV: ${problem.en}.` },
    fix
  )
}

type Slip = readonly [problem: Bilingual, fix: Bilingual]

const close: Bilingual = {
  zh: "在这一格结束处加双引号，格内的双引号要写两个。",
  en: "End the cell with a quote; a quote inside it is written twice."
}

/** By the code of the parser, which says it in English alone. */
const slips: Readonly<Record<string, (from: number, at: number) => Slip>> = {
  CSV_QUOTE_NOT_CLOSED: (from) => [
    { zh: `第 ${from} 行开始的双引号没有结束`, en: `the quote that is opened on line ${from} is never closed` },
    close
  ],
  CSV_INVALID_CLOSING_QUOTE: (from, at) => [
    {
      zh: `第 ${from} 行开始的双引号在第 ${at} 行结束，后面还有字`,
      en: `the quote that is opened on line ${from} is closed on line ${at}, and more stands behind it`
    },
    close
  ],
  INVALID_OPENING_QUOTE: () => [
    { zh: "双引号出现在单元格中间", en: "a quote stands in the middle of a cell" },
    {
      zh: "整格要加双引号，其中的双引号要写两个。",
      en: "Put the whole cell in quotes, and write the quote inside it twice."
    }
  ]
}

const unread: Slip = [
  { zh: "这一行读不懂", en: "this line is not understood" },
  {
    zh: "按 CSV 格式修正此行，含逗号或换行的正文要加双引号。",
    en: "Mend this line; a text with commas or line breaks stands in quotes."
  }
]

const beyondBounds = (at: Place, evidence: string, zh: string, en: string): Finding =>
  finding(
    at,
    "too-much",
    "",
    evidence,
    { zh, en },
    { zh: "拆成几个文件，或删去多余内容。", en: "Make several files of it, or take out what is too much." }
  )

/** The file is longer than anybody writes. */
export const tooLong = (at: Place, characters: number, most: number): Finding =>
  beyondBounds(
    at,
    String(characters),
    `文件有 ${characters} 个字符，最多读 ${most} 个。`,
    `The file has ${characters} characters, and ${most} are the most that is read.`
  )

/** A row has more cells than anybody writes. */
export const tooWide = (at: Place, most: number): Finding =>
  beyondBounds(at, String(most), `这一行超过 ${most} 格。`, `The row has more than ${most} cells.`)

/** A cell is longer than anybody writes. */
export const cellTooLong = (row: Row, most: number): Finding =>
  beyondBounds(
    row,
    excerpt(row.cells.join(",")),
    `这一行有一格超过 ${most} 个字。`,
    `The row has a cell of more than ${most} characters.`
  )

/** Signs were lost before, where the text was read in another encoding than it was written in. */
export const garbled = (at: Place): Finding =>
  finding(
    at,
    "garbled",
    "",
    "\ufffd",
    {
      zh: "这一行有乱码：文件被按错误的编码读取过。",
      en: "The line is garbled: the file was read in a wrong encoding."
    },
    { zh: "回到原文件，另存为「CSV UTF-8」。", en: "Go back to the file itself, and save it as “CSV UTF-8”." }
  )

/** There are more rows than anybody writes. */
export const tooMany = (row: Row, most: number): Finding =>
  beyondBounds(row, String(most), `日历超过 ${most} 行。`, `The calendar has more than ${most} rows.`)
