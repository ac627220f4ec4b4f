/**
 * Looks at a workbook before anything reads it: what it would unpack to, and what stands in it that no table of ours has. Formulas, merged cells and
 * entities are refused, and so is a file that is small only while it is packed.
 *
 * @module
 */
import { Result } from "effect"
import { strFromU8, unzipSync } from "fflate"
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Finding } from "../../finding/Finding.ts"
import { beyond } from "../../finding/LeftOut.ts"
import { excerpt } from "../../finding/Nearest.ts"
import { finding } from "../../internal-system/planning/ContentCalendarMessages.ts"

/** After so much nobody has written it by hand: bytes packed and unpacked, parts, cells, rows and columns. */
export const most = {
  packed: 5_000_000,
  unpacked: 40_000_000,
  parts: 500,
  cells: 100_000,
  rows: 5001,
  columns: 50
} as const

/** The name of the sheet that is read: the first that is shown. */
export const look = (file: string, bytes: Uint8Array): Result.Result<string, ReadonlyArray<Finding>> => {
  const refused = (code: string, evidence: string, zh: string, en: string, fix: Bilingual) =>
    Result.fail([finding({ file, line: 1 }, code, "", excerpt(evidence), { zh, en }, fix)])
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return refused(
      "not-xlsx",
      "D0 CF",
      "文件是旧的 .xls，或设了密码。",
      "The file is an old .xls, or has a password.",
      savedAs
    )
  if (bytes.length > most.packed)
    return refused(
      "too-much",
      String(bytes.length),
      `文件有 ${bytes.length} 字节，最多 ${most.packed}。`,
      `The file has ${bytes.length} bytes; ${most.packed} are the most.`,
      smaller
    )
  let [parts, unpacked] = [0, 0]
  const declared = Result.try(() =>
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        parts++
        unpacked += originalSize
        return false
      }
    })
  )
  if (Result.isFailure(declared)) return refused("not-xlsx", "", "文件不是 .xlsx。", "The file is no .xlsx.", savedAs)
  // What is unpacked takes the room that the file declares, and no more: a part that is larger than it says is cut off, and does not read.
  if (parts > most.parts || unpacked > most.unpacked)
    return refused(
      "too-much",
      `${parts} / ${unpacked}`,
      `解开后有 ${parts} 个部分、${unpacked} 字节。`,
      `The file unpacks to ${parts} parts and ${unpacked} bytes.`,
      smaller
    )
  const opened = Result.try(() => unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/i.test(name) }))
  if (Result.isFailure(opened)) return refused("not-xlsx", "", "文件已损坏。", "The file is damaged.", savedAs)
  const texts = Object.entries(opened.success).map(([name, content]) => ({ name, text: strFromU8(content), content }))
  const odd = texts.find(
    ({ content, text }) =>
      /<!(DOCTYPE|ENTITY)/i.test(text) ||
      content[0] === 0xfe ||
      content[0] === 0xff ||
      content[0] === 0 ||
      content[1] === 0
  )
  if (odd !== undefined)
    return refused(
      "not-xlsx",
      odd.name,
      `「${odd.name}」含实体定义或不是 UTF-8。`,
      `${odd.name} declares entities, or is not in UTF-8.`,
      savedAs
    )
  const workbook = texts.find(({ name }) => name === "xl/workbook.xml")?.text ?? ""
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => ({
    name: unescaped(/\bname="([^"]*)"/.exec(tag)?.[1] ?? ""),
    shown: !/\bstate="(hidden|veryHidden)"/.test(tag)
  }))
  const shown = sheets.find((sheet) => sheet.shown)
  if (shown === undefined)
    return refused("empty", "", "没有可见的工作表。", "No sheet is shown.", {
      zh: "把计划放在可见的工作表中。",
      en: "Put the plan on a sheet that is shown."
    })
  const wrong = texts
    .filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
    .flatMap(({ text }) => cellsOf(file, text))
  return wrong.length > 0 ? Result.fail(beyond(wrong, (one) => one)) : Result.succeed(shown.name)
}

const savedAs: Bilingual = {
  zh: "在表格软件中另存为 .xlsx，不设密码。",
  en: "Save it as .xlsx in your spreadsheet, without a password."
}
const smaller: Bilingual = {
  zh: "只保留计划的表格，另存后再试。",
  en: "Keep the table of the plan alone, save it and try again."
}

const cellsOf = (file: string, text: string): ReadonlyArray<Finding> => {
  const lineOf = (ref: string) => Number(/\d+/.exec(ref)?.[0] ?? 1)
  const refs = [...text.matchAll(/<(?:\w+:)?c\s[^>]*?\br="([A-Z]+)(\d+)"/g)]
  const far = [...refs, ...text.matchAll(/<(?:\w+:)?dimension\s[^>]*?:([A-Z]+)(\d+)"/g)].find(
    ([, column = "", row = ""]) => Number(row) > most.rows || columnNumber(column) > most.columns
  )
  if (far !== undefined || refs.length > most.cells || /<(?:\w+:)?row\s[^>]*?\br="\d{5,}"/.test(text))
    return [
      finding(
        { file, line: 1 },
        "too-much",
        "",
        far === undefined ? String(refs.length) : `${far[1]}${far[2]}`,
        {
          zh: `表格超过 ${most.rows - 1} 行或 ${most.columns} 列。`,
          en: `The sheet has more than ${most.rows - 1} rows or ${most.columns} columns.`
        },
        smaller
      )
    ]
  return [
    ...[...text.matchAll(/<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f[\s>/]/g)].map(([, attributes = ""]) => {
      const ref = /\br="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? ""
      const at = { file, line: lineOf(ref) }
      return finding(
        at,
        "formula",
        ref,
        ref,
        { zh: `${ref} 是公式。`, en: `${ref} is a formula.` },
        { zh: "复制后选择性粘贴为数值。", en: "Copy it, and paste its value." }
      )
    }),
    ...[...text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z0-9:]+)"/g)].map(([, ref = ""]) => {
      const at = { file, line: lineOf(ref) }
      return finding(
        at,
        "merged",
        ref,
        ref,
        {
          zh: `${ref} 是合并的单元格，只有第一格有内容。`,
          en: `${ref} is merged, and only its first cell holds anything.`
        },
        { zh: "取消合并，每行写全。", en: "Take the merge back, and fill every row." }
      )
    })
  ]
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&")
