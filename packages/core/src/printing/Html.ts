/**
 * A page as one HTML file that needs nothing else: contents, search, Chinese and English, light and dark, phone and A4.
 *
 * Pictures of processes are drawn by a function that the caller gives, for drawing weighs more than printing; without one, the page shows
 * the diagram's text.
 *
 * @module
 */
import type { Bilingual, Language } from "../finding/Bilingual.ts"
import { type Block, type Inline, type Page, pieces, type Section, type Text } from "../page/Page.ts"
import { policy } from "./ContentSecurity.ts"
import * as Drawing from "./Drawing.ts"
import { hoursOf } from "./Hours.ts"
import { html, Markup } from "./Markup.ts"
import { script } from "./Script.ts"
import { style } from "./Style.ts"

/** How a page is printed. */
export interface Options {
  /** The language that is shown first; Chinese unless said otherwise. */
  readonly language?: Language
  /** Draws a Mermaid diagram as SVG, such as `renderMermaidSVG` of beautiful-mermaid. What it answers is put in as `Drawing.gather` leaves it. */
  readonly draw?: (mermaid: string) => string
}

/** The page as an HTML file. It makes no request, and its Content-Security-Policy forbids it to. */
export const render = (page: Page, { draw, language = "zh" }: Options = {}): string => {
  const { drawn, rules } = drawingsOf(page, draw)
  const sheet = `${style}${rules}`
  return html`<!doctype html>
<html lang="${tags[language]}" data-lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy({ scripts: [script], styles: [sheet] })}">
<title data-zh="${page.title.zh}" data-en="${page.title.en}">${page.title[language]}</title><style>${new Markup(sheet)}</style></head>
<body>
<header>
<p class="eyebrow">${both(page.eyebrow)}<button type="button" id="lang">${both({ zh: "English", en: "中文" })}</button></p>
<h1>${both(page.title)}</h1>
${page.under.map((text) => html`<p class="sub">${line(text)}</p>`)}
<p class="search"><input type="search" id="search" aria-label="${search[language]}" placeholder="${search[language]}" data-zh="${search.zh}" data-en="${search.en}"><output id="found"></output></p>
</header>
<div class="sheet">
<nav><ol>${page.sections.map(
    ({ count, id, title }) =>
      html`<li><a href="#${id}">${both(title)}${count === undefined ? undefined : html` <b>${count}</b>`}</a></li>`
  )}</ol></nav>
<main>${page.sections.map((section) => sectionOf(section, drawn))}</main>
</div>
<script>${new Markup(script)}</script>
</body></html>
`.html
}

const tags: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en" }

const search = { zh: "搜索", en: "Search" }

/** The drawing of a diagram's text; nothing where nobody draws. */
type Drawn = (mermaid: string) => Markup | undefined

const drawingsOf = (page: Page, draw: Options["draw"]): { readonly drawn: Drawn; readonly rules: string } => {
  if (draw === undefined) return { drawn: () => undefined, rules: "" }
  const texts = [...new Set(page.sections.flatMap(({ blocks }) => blocks.flatMap(mermaidsOf)))]
  const { drawings, rules } = Drawing.gather(texts.map(draw))
  const byText = new Map(texts.map((text, index) => [text, drawings[index]]))
  return { drawn: (mermaid) => byText.get(mermaid), rules }
}

const mermaidsOf = (block: Block): ReadonlyArray<string> =>
  block.kind === "diagram"
    ? [block.mermaid.zh, block.mermaid.en]
    : block.kind === "group"
      ? block.blocks.flatMap(mermaidsOf)
      : []

const sectionOf = ({ blocks, id, title }: Section, drawn: Drawn): Markup =>
  html`<section id="${id}"><h2>${both(title)}</h2>${blocks.map((block) => blockOf(block, drawn))}</section>
`

const blockOf = (block: Block, drawn: Drawn): Markup => {
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
          html`<tr class="item">${row.map((cell, index) => html`<td class="${cell === "—" ? "none" : ""}" data-label-zh="${block.columns[index]?.zh}" data-label-en="${block.columns[index]?.en}">${line(cell)}</td>`)}</tr>`
      )}</tbody></table></div>`
    case "diagram":
      return html`<figure class="item"><figcaption>${both(block.caption)}</figcaption><div class="wide">${inEach(
        (language) => drawn(block.mermaid[language]) ?? html`<pre>${block.mermaid[language]}</pre>`
      )}</div></figure>`
    case "hours":
      return html`<figure class="item hours"><figcaption>${both(block.caption)}</figcaption><div class="wide">${inEach(
        (language) => hoursOf(block, language)
      )}</div></figure>`
    case "group":
      return html`<article class="group"><h3>${line(block.title)}</h3>${block.blocks.map((one) => blockOf(one, drawn))}</article>`
  }
}

/** A picture in each language; the style sheet shows one. */
const inEach = (picture: (language: Language) => Markup): Markup =>
  html`<div class="${Drawing.frame}" lang="zh-CN">${picture("zh")}</div><div class="${Drawing.frame}" lang="en">${picture("en")}</div>`

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
