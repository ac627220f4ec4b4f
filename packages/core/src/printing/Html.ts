/**
 * A page as one HTML file that needs nothing else: contents, search, Chinese and English, light and dark, phone and A4.
 *
 * Pictures of processes are drawn by a function that the caller gives, for drawing weighs more than printing; without one, the page shows
 * the diagram's text.
 *
 * @module
 */
import type { Language } from "../finding/Bilingual.ts"
import type { Page } from "../page/Page.ts"
import { both, line, section } from "./Blocks.ts"
import { policy } from "./ContentSecurity.ts"
import { type Drawers, drawnOf } from "./DrawnPage.ts"
import { html, Markup } from "./Markup.ts"
import { script } from "./Script.ts"
import { style } from "./Style.ts"

/** How a page is printed. */
export interface Options extends Drawers {
  /** The language that is shown first; Chinese unless said otherwise. */
  readonly language?: Language
}

/** The page as an HTML file. It makes no request, and its Content-Security-Policy forbids it to. */
export const render = (page: Page, { language = "zh", ...drawing }: Options = {}): string => {
  const { drawn, rules } = drawnOf(page, drawing)
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
<main>${page.sections.map((one) => section(one, drawn))}</main>
</div>
<script>${new Markup(script)}</script>
</body></html>
`.html
}

const tags: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en" }

const search = { zh: "搜索", en: "Search" }
