/**
 * The frame of every page: its head, the ways to others, and what browsers may do with it.
 *
 * @module
 */
import { Bilingual } from "@dualops/core/finding"
import { Blocks, ContentSecurity, DrawnPage, Markup } from "@dualops/core/pages"
import { HttpServerResponse } from "effect/http"
import * as Address from "./Address.ts"
import type { Screen } from "./Screen.ts"
import { script } from "./Script.ts"
import { style } from "./Style.ts"
import { asking, to, type Visit } from "./Visit.ts"

const { html, Markup: Raw } = Markup
const { both, line, section } = Blocks

/** The page as an answer. It may not be kept, framed or guessed, and does nothing that its own script does not do. */
export const answer = (visit: Visit, screen: Screen): HttpServerResponse.HttpServerResponse => {
  const { drawChart } = visit.house
  const drawing = DrawnPage.drawnOf(screen, drawChart === undefined ? {} : { drawChart })
  return HttpServerResponse.text(document(visit, screen, drawing).html, {
    status: screen.status,
    contentType: "text/html; charset=utf-8",
    headers:
      drawing.rules === "" ? headers : { ...headers, "content-security-policy": policyOf([style, drawing.rules]) }
  })
}

const policyOf = (styles: ReadonlyArray<string>): string =>
  ContentSecurity.policy({ scripts: [script], styles, isServed: true })

/** What goes with every page. */
export const headers = {
  "content-security-policy": policyOf([style]),
  "cache-control": "no-store",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin"
}

const tags: Readonly<Record<Bilingual.Language, string>> = { zh: "zh-CN", en: "en" }

const document = (
  visit: Visit,
  { follows, form, notice, sections, title, under }: Screen,
  { drawn, rules }: DrawnPage.DrawnPage
): Markup.Markup => {
  const { address, house, person, signOut } = visit
  const { language } = address
  const other = language === "zh" ? "en" : "zh"
  const named = sections.filter(({ blocks }) => blocks.length > 0)
  const follow = follows ? html` data-follow="${house.base}/events?since=${visit.since}${place(person)}"` : undefined
  return html`<!doctype html>
<html lang="${tags[language]}" data-lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="data:,">
<title>${title[language]} · ${house.title[language]}</title><style>${new Raw(style)}</style>${rules === "" ? undefined : html`<style>${new Raw(rules)}</style>`}</head>
<body${follow}>
<a class="skip" href="#main">${both({ zh: "跳到正文", en: "To the page" })}</a>
<header>
<div class="eyebrow"><span><a href="${to(visit, { at: "desk" })}">${both(house.title)}</a></span><span>${both(who(visit))}${signOut === undefined ? undefined : html`<a href="${signOut}">${both({ zh: "退出登录", en: "Sign out" })}</a>`}<a href="${asking(Address.write(house.base, { ...address, language: other }), visit.asked)}" hreflang="${tags[other]}">${both({ zh: "English", en: "中文" })}</a></span></div>
<nav class="house" aria-label="${places[language]}">${ways(visit).map(([name, way]) => html`<a href="${way}"${isHere(visit, way) ? html` aria-current="page"` : undefined}>${both(name)}</a>`)}</nav>
<h1>${both(title)}</h1>
${under.map((text) => html`<p class="sub">${line(text)}</p>`)}
<form class="search" role="search" method="get" action="${to(visit, { at: "search" })}"><input type="search" name="q" aria-label="${search[language]}" placeholder="${search[language]}" maxlength="200"><button type="submit">${both({ zh: "搜索", en: "Search" })}</button></form>
</header>
<div class="sheet">
<nav aria-label="${contents[language]}"><ol>${named.map(
    ({ count, id, title: its }) =>
      html`<li><a href="#${id}">${both(its)}${count === undefined ? undefined : html` <b>${count}</b>`}</a></li>`
  )}</ol></nav>
<main id="main">${
    notice === undefined
      ? undefined
      : html`<div role="alert" id="notice">${Blocks.block({ kind: "cards", cards: [notice] })}</div>`
  }${form}${named.map((one) => section(one, drawn))}</main>
</div>
<script>${new Raw(script)}</script>
</body></html>
`
}

/** The place in which somebody acts, for the address of what they follow. */
const place = ({ onBehalfOf }: Visit["person"]) =>
  onBehalfOf === undefined ? "" : `&as=${encodeURIComponent(onBehalfOf)}`

/** The pages that lead from every page to each other. */
const ways = (visit: Visit): ReadonlyArray<readonly [Bilingual.Bilingual, string]> => {
  const several = new Set(visit.pages.map(({ account }) => account)).size > 1
  return [
    [{ zh: "我的桌面", en: "My desk" }, to(visit, { at: "desk" })],
    ...visit.pages
      .filter(({ isListed }) => isListed)
      .map(({ account, name, title }) => {
        const called = visit.called(account)
        const own = several ? { zh: `${title.zh}（${called}）`, en: `${title.en} (${called})` } : title
        return [own, to(visit, { at: "house", account, name })] as const
      }),
    [{ zh: "记录", en: "Record" }, to(visit, { at: "record" })]
  ]
}

const isHere = (visit: Visit, way: string): boolean => way === to(visit, visit.address.page)

const places = { zh: "各个页面", en: "Pages" }
const search = { zh: "按编号、标签或文字查找", en: "By number, tag or text" }
const contents = { zh: "本页内容", en: "On this page" }

const who = ({ called, person: { onBehalfOf, person } }: Visit): Bilingual.Bilingual =>
  onBehalfOf === undefined
    ? Bilingual.same(called(person))
    : {
        zh: `${called(person)}（代 ${called(onBehalfOf)}）`,
        en: `${called(person)} in the place of ${called(onBehalfOf)}`
      }
