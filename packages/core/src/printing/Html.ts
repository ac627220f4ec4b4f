/**
 * A page as one HTML file that needs nothing else: contents, search, Chinese and English, light and dark, phone and A4.
 *
 * Pictures of processes are drawn by a function that the caller gives, for drawing weighs more than printing; without one, the page shows
 * the diagram's text.
 *
 * @module
 */
import type { Bilingual, Language } from "../finding/Bilingual.ts"
import { hoursOf } from "./Hours.ts"
import { html, Markup } from "./Markup.ts"
import { type Block, type Inline, type Page, pieces, type Section, type Text } from "./Page.ts"
import { script } from "./Script.ts"
import { style } from "./Style.ts"

/** How a page is printed. */
export interface Options {
  /** The language that is shown first; Chinese unless said otherwise. */
  readonly language?: Language
  /** Draws a Mermaid diagram as SVG, such as `renderMermaidSVG` of beautiful-mermaid. What it answers is put in as it is, without `@import`. */
  readonly draw?: (mermaid: string) => string
}

/** The page as an HTML file. */
export const render = (page: Page, { draw, language = "zh" }: Options = {}): string =>
  html`<!doctype html>
<html lang="${tags[language]}" data-lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
<title>${page.title[language]}</title><style>${new Markup(style)}</style></head>
<body>
<header>
<p class="eyebrow">${both(page.eyebrow)}<button type="button" id="lang" aria-label="中文 / English">${both({ zh: "English", en: "中文" })}</button></p>
<h1>${both(page.title)}</h1>
${page.under.map((text) => html`<p class="sub">${line(text)}</p>`)}
<p class="search"><input type="search" id="search" aria-label="搜索 / Search" placeholder="搜索 / Search"><output id="found"></output></p>
</header>
<div class="sheet">
<nav aria-label="目录 / Contents"><ol>${page.sections.map(
    ({ count, id, title }) =>
      html`<li><a href="#${id}">${both(title)}${count === undefined ? undefined : html` <b>${count}</b>`}</a></li>`
  )}</ol></nav>
<main>${page.sections.map((section) => sectionOf(section, draw))}</main>
</div>
<script>${new Markup(script)}</script>
</body></html>
`.html

const tags: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en" }

const sectionOf = ({ blocks, id, title }: Section, draw: Options["draw"]): Markup =>
  html`<section id="${id}"><h2>${both(title)}</h2>${blocks.map((block) => blockOf(block, draw))}</section>
`

const blockOf = (block: Block, draw: Options["draw"]): Markup => {
  switch (block.kind) {
    case "text":
      return html`<p class="${block.soft === true ? "soft" : "say"} item">${line(block.text)}</p>`
    case "tiles":
      return html`<div class="tiles">${block.tiles.map(
        ({ figure, label, tone }) => html`<div class="tile ${tone}"><b>${figure}</b>${both(label)}</div>`
      )}</div>`
    case "list": {
      const items = block.items.map((item) => html`<li class="item">${line(item)}</li>`)
      return block.ordered === true ? html`<ol class="steps">${items}</ol>` : html`<ul>${items}</ul>`
    }
    case "facts":
      return html`<dl>${block.facts.map(
        ([name, text]) => html`<div class="item"><dt>${both(name)}</dt><dd>${line(text)}</dd></div>`
      )}</dl>`
    case "cards":
      return html`<div class="cards">${block.cards.map(
        ({ lines, quote, title, tone }) =>
          html`<article class="card item ${tone}"><h3>${line(title)}</h3>${
            quote === undefined ? undefined : html`<blockquote>${both(quote)}</blockquote>`
          }${lines.map((one) => html`<p>${line(one)}</p>`)}</article>`
      )}</div>`
    case "table":
      return html`<div class="wide"><table><thead><tr>${block.columns.map(
        (column) => html`<th scope="col">${both(column)}</th>`
      )}</tr></thead><tbody>${block.rows.map(
        (row) =>
          html`<tr class="item">${row.map((cell, index) => html`<td data-label-zh="${block.columns[index]?.zh}" data-label-en="${block.columns[index]?.en}">${line(cell)}</td>`)}</tr>`
      )}</tbody></table></div>`
    case "diagram":
      return html`<figure class="item"><figcaption>${both(block.caption)}</figcaption><div class="wide">${
        draw === undefined ? html`<pre>${both(block.mermaid)}</pre>` : picture(block.mermaid, draw)
      }</div></figure>`
    case "hours":
      return html`<figure class="item hours"><figcaption>${both(block.caption)}</figcaption><div class="wide">${hoursOf(block)}</div></figure>`
  }
}

/** The drawing in each language; the style sheet shows one. */
const picture = ({ en, zh }: Bilingual, draw: (mermaid: string) => string): Markup =>
  zh === en ? drawn(draw(zh)) : html`<div lang="zh-CN">${drawn(draw(zh))}</div><div lang="en">${drawn(draw(en))}</div>`

/** A drawing as it is, but for style sheets that it would fetch. */
const drawn = (svg: string): Markup => new Markup(svg.replace(/@import\s+url\([^)]*\);?/g, ""))

/** Both languages; the style sheet shows one. */
const both = ({ en, zh }: Bilingual): Markup =>
  zh === en ? html`<span>${zh}</span>` : html`<span lang="zh-CN">${zh}</span><span lang="en">${en}</span>`

const line = (text: Text): Markup =>
  html`${pieces(text).flatMap((piece, index) => (index === 0 ? [inline(piece)] : [" ", inline(piece)]))}`

const inline = (piece: Inline): Markup => {
  if (typeof piece === "string") return html`<span>${piece}</span>`
  if ("zh" in piece) return both(piece)
  if ("strong" in piece) return html`<strong>${line(piece.strong)}</strong>`
  if ("code" in piece) return html`<code>${piece.code}</code>`
  return html`<em class="badge ${piece.tone}">${line(piece.badge)}</em>`
}
