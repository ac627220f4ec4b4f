/**
 * Who is there when, as a picture: a row for everybody together, darker where more are there, and one for each person.
 *
 * @module
 */
import type { Language } from "../finding/Bilingual.ts"
import type { Block, Stretch } from "../page/Page.ts"
import { hour } from "./Markdown.ts"
import { html, type Markup } from "./Markup.ts"

type Hours = Extract<Block, { readonly kind: "hours" }>

const hourWidth = 4.1
const nameWidth = 92
const rowHeight = 26

/** The picture as SVG, with its titles in one language. */
export const hoursOf = ({ caption, days, rows }: Hours, language: Language): Markup => {
  const width = nameWidth + days.length * 24 * hourWidth
  const height = (rows.length + 1) * rowHeight + 46
  const counts = Array.from(
    { length: days.length * 24 },
    (_, at) => rows.filter(({ stretches }) => isThere(stretches, at)).length
  )
  return html`<svg class="heat" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${caption[language]}">
${days.map((day, index) => {
  const x = nameWidth + index * 24 * hourWidth
  return html`<text x="${x + 12 * hourWidth}" y="14" text-anchor="middle">${day[language]}</text><line x1="${x}" x2="${x}" y1="20" y2="${height - 22}"/>`
})}
${row(0, "∑")}${runsOf(counts).map(({ count, from, until }) => (count === 0 ? gap(from, until) : cell(from, until, 0, Math.min(4, count), `${span(from, until)} · ${count}`)))}
${rows.map(({ name, stretches }, index) => [
  row(index + 1, name),
  ...stretches.map(({ from, label, until }) =>
    cell(from, until, index + 1, 2, `${name} ${span(from, until)} ${label[language]}`)
  )
])}
${days.flatMap((_, index) =>
  [0, 12].map((at) => {
    const x = nameWidth + (index * 24 + at) * hourWidth
    return html`<text class="tick" x="${x + 2}" y="${height - 6}">${at}</text>`
  })
)}
</svg>`
}

/** Hours after one another in which as many are there, on one day. */
const runsOf = (counts: ReadonlyArray<number>): ReadonlyArray<{ from: number; until: number; count: number }> => {
  const runs: Array<{ from: number; until: number; count: number }> = []
  for (const [at, count] of counts.entries()) {
    const last = runs.at(-1)
    if (last?.count === count && at % 24 !== 0) last.until = at + 1
    else runs.push({ from: at, until: at + 1, count })
  }
  return runs
}

/** The hours of a day on its wall: 09:00–24:00. */
const span = (from: number, until: number): string => `${hour(from % 24)}–${hour(((until - 0.001) % 24) + 0.001)}`

const isThere = (stretches: ReadonlyArray<Stretch>, at: number): boolean =>
  stretches.some(({ from, until }) => from < at + 1 && at < until)

const row = (index: number, name: string): Markup => {
  const y = 26 + index * rowHeight
  const short = [...name].length > 9 ? `${[...name].slice(0, 8).join("")}…` : name
  return html`<text class="name" x="0" y="${y + 15}">${short}<title>${name}</title></text>`
}

const cell = (from: number, until: number, index: number, shade: number, title: string): Markup =>
  html`<rect class="shade${shade}" x="${nameWidth + from * hourWidth + 0.5}" y="${26 + index * rowHeight}" width="${Math.max(1, (until - from) * hourWidth - 1)}" height="${rowHeight - 5}" rx="2"><title>${title}</title></rect>`

const gap = (from: number, until: number): Markup =>
  html`<rect class="gap" x="${nameWidth + from * hourWidth + 0.5}" y="${26 + rowHeight / 2 - 3}" width="${(until - from) * hourWidth - 1}" height="2"/>`
