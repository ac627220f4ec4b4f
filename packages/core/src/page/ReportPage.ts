/**
 * A report as a page: its sentences, its figures beside those of the period before, its charts and tables, and where the rows of each figure are.
 *
 * @module
 */

import type { Bilingual } from "../finding/Bilingual.ts"
import type { Trace } from "../internal-system/analytics/Trace.ts"
import * as Period from "../internal-system/reports/Period.ts"
import type { Chapter, Line, Report, Table } from "../internal-system/reports/Report.ts"
import * as Shown from "../internal-system/reports/Shown.ts"
import { timeFor } from "../process/Reader.ts"
import * as FigureText from "./FigureText.ts"
import { type Block, joined, nothing, type Page, type Section } from "./Page.ts"
import { groupOf, listOf, tableOf } from "./Sections.ts"

/** The page. */
export const of = (report: Report): Page => {
  const { asOf, before, brand, chapters, timeZone, title } = report
  const time = timeFor({ timeZone })
  return {
    title,
    eyebrow: brand,
    under: [
      { zh: `截至 ${time(asOf)}（${timeZone}）所知。`, en: `As known at ${time(asOf)} (${timeZone}).` },
      ...(before === undefined
        ? []
        : [{ zh: `上期：${Period.name(before).zh}。`, en: `Compared with ${Period.name(before).en}.` }])
    ],
    sections: [...chapters.map(section), ...sources(report)]
  }
}

const section = ({ charts, id, lines, says, tables, title }: Chapter): Section => {
  const blocks = [
    ...listOf(says),
    ...charts.map((chart): Block => ({ kind: "chart", chart })),
    ...figures(lines.filter(({ key }) => tables.length === 0 || !tabled.some((start) => key.startsWith(start)))),
    ...tables.flatMap(table)
  ]
  return { id, title, blocks: blocks.length === 0 ? [nothing] : blocks }
}

/** Lines that a table shows already begin with one of these. */
const tabled = ["person.", "fans.curve."]

const figures = (lines: ReadonlyArray<Line>): ReadonlyArray<Block> => {
  const has = (part: keyof Line) => lines.some((line) => line[part] !== undefined)
  return tableOf(
    [
      { zh: "指标", en: "Figure" },
      { zh: "本期", en: "This period" },
      ...(has("before") ? [{ zh: "上期", en: "Before" }] : []),
      ...(has("target") ? [{ zh: "目标", en: "Target" }] : []),
      ...(has("owner") ? [{ zh: "负责人", en: "Owner" }] : []),
      { zh: "说明", en: "Note" }
    ],
    lines.map((line) => [
      { strong: line.figure.title },
      FigureText.shown(line.figure),
      ...(has("before") ? [line.before === undefined ? Shown.unknown : FigureText.shown(line.before)] : []),
      ...(has("target") ? [FigureText.target(line.target)] : []),
      ...(has("owner") ? [line.owner ?? Shown.unknown] : []),
      FigureText.note(line.figure)
    ])
  )
}

const table = ({ columns, rows, title }: Table): ReadonlyArray<Block> =>
  groupOf(
    title,
    tableOf(
      columns.map((column) => column.title),
      rows.map((row) =>
        row.map((cell, index) =>
          cell === null || typeof cell === "number" ? Shown.number(cell, columns[index]?.unit ?? "count") : cell
        )
      )
    )
  )

/** Where the rows of each figure are, so that anybody can count again. */
const sources = ({ chapters, timeZone }: Report): ReadonlyArray<Section> => {
  const time = timeFor({ timeZone })
  const rows = chapters
    .flatMap(({ lines }) => lines)
    .flatMap(({ figure, key }) =>
      figure.traces.length === 0 ? [] : [[figure.title, { code: key }, joined(figure.traces.map(said(time)), "·")]]
    )
  if (rows.length === 0) return []
  const title = { zh: "数字从哪里来", en: "Where the figures come from" }
  return [
    {
      id: "sources",
      title,
      blocks: tableOf(
        [
          { zh: "指标", en: "Figure" },
          { zh: "代号", en: "Key" },
          { zh: "所在", en: "Rows" }
        ],
        rows
      )
    }
  ]
}

const said =
  (time: ReturnType<typeof timeFor>) =>
  (trace: Trace): Bilingual => {
    const [from, until] = [time(trace.from), time(trace.until)]
    if ("observations" in trace) {
      const about = trace.tag === undefined ? "" : ` ${trace.tag}`
      return {
        zh: `观察 ${trace.observations}${about}，${from} 起，${until} 前`,
        en: `observations ${trace.observations}${about} from ${from} until before ${until}`
      }
    }
    return {
      zh: `事项 ${trace.process}，${from} 起，${until} 前`,
      en: `cases of ${trace.process} from ${from} until before ${until}`
    }
  }
