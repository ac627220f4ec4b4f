/**
 * What stands on a page, as HTML: its sections and blocks, in both languages at once; the style sheet shows one.
 *
 * @module
 */
import type { Bilingual, Language } from "../finding/Bilingual.ts"
import type { Chart } from "../internal-system/reports/Chart.ts"
import * as ChartTable from "../page/ChartTable.ts"
import { type Block, type Inline, type Pictured, pieces, type Section, type Text } from "../page/Page.ts"
import * as Drawing from "./Drawing.ts"
import { hoursOf } from "./Hours.ts"
import { html, type Markup } from "./Markup.ts"

/** Drawings of what stands on a page; nothing where nobody draws. */
export interface Drawn {
  /** Of a diagram's text. */
  readonly diagram: (mermaid: string) => Markup | undefined
  /** Of a chart, in a language. */
  readonly chart: (chart: Chart, language: Language) => Markup | undefined
}

/** Whatever is drawn, its text and its numbers are shown. */
const undrawn: Drawn = { diagram: () => undefined, chart: () => undefined }

/** A section, with what leads to it from the contents. */
export const section = ({ blocks, id, title }: Section, drawn: Drawn = undrawn): Markup =>
  html`<section id="${id}"><h2>${both(title)}</h2>${blocks.map((one) => block(one, drawn))}</section>
`

/** A part of a section. */
export const block = (part: Block, drawn: Drawn = undrawn): Markup => {
  switch (part.kind) {
    case "text":
      return html`<p class="${part.soft === true ? "soft" : "say"} item">${line(part.text)}</p>`
    case "tiles":
      return html`<div class="tiles">${part.tiles.map(
        ({ figure, label, tone }) => html`<div class="tile ${tone}"><b>${figure}</b>${both(label)}</div>`
      )}</div>`
    case "list": {
      const items = part.items.map((item) => html`<li class="item">${line(item)}</li>`)
      return part.ordered === true ? html`<ol class="steps">${items}</ol>` : html`<ul>${items}</ul>`
    }
    case "facts":
      return html`<dl>${part.facts.map(
        ([name, text]) => html`<div class="item"><dt>${both(name)}</dt><dd>${line(text)}</dd></div>`
      )}</dl>`
    case "cards":
      return html`<div class="cards">${part.cards.map(
        ({ lines, quote, title, tone }) =>
          html`<article class="card item ${tone}"><h3>${line(title)}</h3>${
            quote === undefined ? undefined : html`<blockquote>${both(quote)}</blockquote>`
          }${lines.map((one) => html`<p>${line(one)}</p>`)}</article>`
      )}</div>`
    case "table":
      return html`<div class="wide" tabindex="0"><table><thead><tr>${part.columns.map(
        (column) => html`<th scope="col">${both(column)}</th>`
      )}</tr></thead><tbody>${part.rows.map(
        (row) =>
          html`<tr class="item">${row.map((cell, index) => html`<td class="${cell === "—" ? "none" : ""}" data-label-zh="${part.columns[index]?.zh}" data-label-en="${part.columns[index]?.en}">${line(cell)}</td>`)}</tr>`
      )}</tbody></table></div>`
    case "chart":
      return chart(part.chart, drawn)
    case "diagram":
      return html`<figure class="item"><figcaption>${both(part.caption)}</figcaption><div class="wide" tabindex="0">${inEach(
        (language) => drawn.diagram(part.mermaid[language]) ?? html`<pre>${part.mermaid[language]}</pre>`
      )}</div></figure>`
    case "hours":
      return html`<figure class="item hours"><figcaption>${both(part.caption)}</figcaption><div class="wide" tabindex="0">${inEach(
        (language) => hoursOf(part, language)
      )}</div></figure>`
    case "pictures":
      return html`<div class="pictures">${part.pictures.map(picture)}</div>`
    case "group":
      return html`<article class="group"><h3>${line(part.title)}</h3>${part.blocks.map((one) => block(one, drawn))}</article>`
  }
}

/** A chart as it is drawn, with its numbers behind it; as its numbers alone where nobody draws it. */
const chart = (of: Chart, drawn: Drawn): Markup => {
  const numbers = block(ChartTable.of(of))
  if (drawn.chart(of, "zh") === undefined) return html`<h3>${both(of.title)}</h3>${numbers}`
  return html`<figure class="chart item"><figcaption>${both(of.title)}</figcaption><div class="wide" tabindex="0">${inEach(
    (language) => drawn.chart(of, language) ?? numbers
  )}</div><details><summary>${both({ zh: "数字", en: "Numbers" })}</summary>${numbers}</details></figure>`
}

/** A picture with what is said of it; what cannot be shown is said. */
const picture = ({ at, name, text }: Pictured): Markup => {
  const shown =
    at !== undefined && isOwn(at) ? html`<img src="${at}" alt="${name.zh} · ${name.en}" loading="lazy">` : undefined
  return html`<figure class="picture item">${shown}<figcaption>${both(name)} ${line(text)}</figcaption></figure>`
}

/** A drawing in each language; the style sheet shows one. */
const inEach = (picture: (language: Language) => Markup): Markup =>
  html`<div class="${Drawing.frame}" lang="zh-CN">${picture("zh")}</div><div class="${Drawing.frame}" lang="en">${picture("en")}</div>`

/** Both languages; the style sheet shows one. */
export const both = ({ en, zh }: Bilingual): Markup =>
  zh === en ? html`<span>${zh}</span>` : html`<span lang="zh-CN">${zh}</span><span lang="en">${en}</span>`

/** A line. */
export const line = (text: Text): Markup =>
  html`${pieces(text).flatMap((piece, index) => (index === 0 ? [inline(piece)] : [" ", inline(piece)]))}`

const inline = (piece: Inline): Markup => {
  if (typeof piece === "string") return html`<span>${piece}</span>`
  if ("zh" in piece) return both(piece)
  if ("strong" in piece) return html`<strong>${line(piece.strong)}</strong>`
  if ("code" in piece) return html`<code>${piece.code}</code>`
  if ("to" in piece) return isOwn(piece.to) ? html`<a href="${piece.to}">${line(piece.link)}</a>` : line(piece.link)
  return html`<em class="badge ${piece.tone}">${line(piece.badge)}</em>`
}

/** An address of the same house, whatever a text would make of it. */
const isOwn = (to: string): boolean => /^(?:\/(?![/\\])|#)/.test(to)
