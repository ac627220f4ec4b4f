/**
 * Charts drawn as SVG by ECharts, where the page is made: the reader's browser runs nothing for them. Colours are those of the page, by day and by night; the same
 * chart is the same text.
 *
 * @module
 */

import type { Bilingual } from "@dualops/core/finding"
import { type Chart, Shown } from "@dualops/core/reports"
import { BarChart, LineChart } from "echarts/charts"
import { AriaComponent, GridComponent, LegendComponent, TitleComponent } from "echarts/components"
import { init, use } from "echarts/core"
import { SVGRenderer } from "echarts/renderers"

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, AriaComponent, SVGRenderer])

/** A chart in a language, for `Html.render` of `@dualops/core/pages`. */
export const draw = (chart: Chart.Chart, language: Bilingual.Language): string => {
  const drawing = init(null, null, { renderer: "svg", ssr: true, width, height: height(chart) })
  try {
    drawing.setOption(optionOf(chart, language))
    return clean(drawing.renderToSVGString(), text(chart.title[language]))
  } finally {
    drawing.dispose()
  }
}

const width = 640
const height = ({ series }: Chart.Chart): number => (series.length > 1 ? 300 : 270)

/** What a chart says of which nothing is known. */
const nothing: Bilingual.Bilingual = { zh: "没有数据", en: "Nothing is known" }

/** Nothing is smaller, for people who read on a phone. */
const fontSize = 12

/** Lines are told apart without colours as well. */
const strokes = ["solid", "dashed", "dotted"] as const

/** The colours of the page's style sheet. */
const colours = ["var(--accent)", "var(--good)", "var(--warn)", "var(--soft)", "var(--bad)", "var(--ink)"]

const optionOf = ({ categories, form, series, unit }: Chart.Chart, language: Bilingual.Language) => {
  const soft = { color: "var(--soft)", fontSize }
  const line = { lineStyle: { color: "var(--line)" } }
  const hasFew = categories.length * series.length <= 16
  return {
    animation: false,
    color: colours,
    textStyle: { fontFamily: "inherit", fontSize, color: "var(--ink)" },
    // An empty frame would say that something is 0, or that the page is broken.
    ...(!series.some(({ values }) => values.some((value) => value !== null)) && {
      title: {
        text: nothing[language],
        left: "center",
        top: "middle",
        textStyle: { ...soft, fontWeight: "normal" as const }
      }
    }),
    ...(series.length > 1 && {
      legend: { top: 0, left: 0, itemGap: 18, textStyle: { color: "var(--ink)", fontSize } }
    }),
    grid: { left: 8, right: 24, top: series.length > 1 ? 40 : 24, bottom: 8, outerBoundsMode: "same" as const },
    xAxis: {
      type: "category" as const,
      data: categories.map((one) => text(one[language])),
      axisLabel: { ...soft, hideOverlap: true, overflow: "truncate" as const, width: labelWidth(categories.length) },
      axisLine: line,
      axisTick: { show: false }
    },
    yAxis: {
      type: "value" as const,
      axisLabel: { ...soft, formatter: (value: number) => Shown.number(value, unit)[language] },
      splitLine: line
    },
    series: series.map(({ title, values }, index) => ({
      type: form === "bars" ? ("bar" as const) : ("line" as const),
      name: text(title[language]),
      // What is not known has no bar, and the line is broken there.
      data: values.map((value) => value ?? "-"),
      silent: true,
      showAllSymbol: true,
      symbol: (_: unknown, { dataIndex }: { readonly dataIndex: number }) =>
        values.length <= mostSymbols || isAlone(values, dataIndex) ? "circle" : "none",
      lineStyle: { type: strokes[index % strokes.length] },
      itemStyle: { color: colours[index % colours.length] },
      barMaxWidth: 42,
      label: {
        show: hasFew && form === "bars",
        position: "top" as const,
        color: "var(--ink)",
        fontSize,
        formatter: ({ value }: { readonly value: unknown }) =>
          typeof value === "number" ? Shown.number(value, unit)[language] : ""
      }
    }))
  }
}

/** So many points of a line are told apart. */
const mostSymbols = 60

/** Whether no line leads to a point: its symbol is all that is seen of it. */
const isAlone = (values: Chart.Chart["series"][number]["values"], at: number): boolean =>
  [values[at - 1], values[at + 1]].every((beside) => beside === null || beside === undefined)

const labelWidth = (count: number): number => Math.max(48, Math.floor((width - 80) / Math.max(1, count)) - 4)

/** A text on one line, shown as it is: what turns its direction, or what no document may hold, is taken out. */
const text = (written: string): string =>
  written
    .toWellFormed()
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, "")

/** Without what only a browser that runs it would need, under ids that do not say how many were drawn before. */
const clean = (svg: string, title: string): string =>
  svg
    .replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, "")
    .replace(/<[a-z][^<>]*>/gi, (tag) =>
      tag
        .replace(/\s(?:ecmeta_\w+|class|pointer-events|baseProfile|xmlns:xlink|version)="[^"]*"/g, "")
        .replace(/\bzr\d+-/g, "z-")
    )
    .replace(/^<svg\b/, `<svg role="img" aria-label="${attribute(title)}"`)
    .replace(/\n/g, "")

const attribute = (value: string): string => value.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
