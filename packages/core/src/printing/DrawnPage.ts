/**
 * What of a page is drawn, by whoever draws it: its diagrams and charts, apart from each other, and their looks in a style sheet.
 *
 * @module
 */
import type { Language } from "../finding/Bilingual.ts"
import type { Chart } from "../internal-system/reports/Chart.ts"
import type { Block, Page } from "../page/Page.ts"
import type { Drawn } from "./Blocks.ts"
import * as Drawing from "./Drawing.ts"

/** Who draws. */
export interface Drawers {
  /** Draws a Mermaid diagram as SVG, such as `renderMermaidSVG` of beautiful-mermaid. What it answers is put in as `Drawing.gather` leaves it. */
  readonly draw?: (mermaid: string) => string
  /** Draws a chart as SVG, such as `ChartSvg.draw` of `@dualops/reports`; without it, a chart is the table of its numbers. */
  readonly drawChart?: (chart: Chart, language: Language) => string
}

/** What is drawn, and the rules that it needs in the style sheet of its page: none, where nothing is. */
export interface DrawnPage {
  readonly drawn: Drawn
  readonly rules: string
}

/** Everything that is drawn, each once: diagrams by their text, charts by their language and themselves. */
export const drawnOf = ({ sections }: Pick<Page, "sections">, { draw, drawChart }: Drawers): DrawnPage => {
  const blocks = sections.flatMap(({ blocks }) => blocks.flatMap(flat))
  const svgs = new Map<unknown, string>()
  const charts: Readonly<Record<Language, Map<Chart, string>>> = { zh: new Map(), en: new Map() }
  for (const one of blocks) {
    if (one.kind === "diagram" && draw !== undefined)
      for (const text of [one.mermaid.zh, one.mermaid.en]) if (!svgs.has(text)) svgs.set(text, draw(text))
    if (one.kind === "chart" && drawChart !== undefined)
      for (const language of ["zh", "en"] as const) charts[language].set(one.chart, drawChart(one.chart, language))
  }
  const { drawings, rules } = Drawing.gather([...svgs.values(), ...charts.zh.values(), ...charts.en.values()])
  const byText = new Map([...svgs.keys()].map((text, index) => [text, drawings[index]]))
  const places = { zh: svgs.size, en: svgs.size + charts.zh.size }
  return {
    drawn: {
      diagram: (mermaid) => byText.get(mermaid),
      chart: (chart, language) => {
        const index = [...charts[language].keys()].indexOf(chart)
        return index < 0 ? undefined : drawings[places[language] + index]
      }
    },
    rules
  }
}

const flat = (block: Block): ReadonlyArray<Block> => (block.kind === "group" ? block.blocks.flatMap(flat) : [block])
