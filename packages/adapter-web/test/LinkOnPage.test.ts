import { LinkOnPage } from "@dualops/adapter-web"
import { TrackedLink } from "@dualops/core/channels"
import { assert, describe, it } from "@effect/vitest"
import fc from "fast-check"
import { Parser } from "htmlparser2"

const page = "https://xinghe.example/about/us"
const link = "https://weibo.com/xinghe?utm_source=website&utm_medium=website&utm_campaign=plum&utm_content=p1"
const amp = link.replaceAll("&", "&amp;")

describe("A link on a page", () => {
  const stands: Readonly<Record<string, readonly [string, LinkOnPage.How]>> = {
    "as a link, with its ampersands escaped or not": [`<a href="${amp}">1</a><a href='${link}'>2</a>`, "link"],
    "as a link without quotes, in capitals": [`<A HREF=${link}>`, "link"],
    "as a link with numbers for signs": [`<a href="${link.replaceAll("&", "&#38;").replace("w", "&#x77;")}">`, "link"],
    "as a link with blanks and line ends around it": [`<a href="\n  ${amp} ">`, "link"],
    "as an area of a map": [`<map><area href="${amp}"></map>`, "link"],
    "as a link of a drawing": [`<svg><a xlink:href="${amp}"/></svg>`, "link"],
    "below the base of the page": [`<base href="https://weibo.com/a/"><a href="../${amp.slice(18)}">`, "link"],
    "to be read": [`<p>关注：${amp}。</p>`, "text"],
    "as a picture that a service draws": [`<img src="/qr?text=${encodeURIComponent(link)}">`, "picture"],
    "as a picture that says its link": [`<img src="qr.svg" alt="${amp}">`, "picture"]
  }
  for (const [how, [html, found]] of Object.entries(stands))
    it(`is found ${how}`, () => assert.strictEqual(LinkOnPage.find(html, page, link), found))

  const absent: Readonly<Record<string, string>> = {
    "in a comment": `<!-- <a href="${amp}"> -->`,
    "in a script": `<script>const a = '<a href="${link}">'</script>`,
    "in a style": `<style>a { content: "${link}" }</style>`,
    "in the title": `<title>${amp}</title>`,
    "in a field of a form": `<textarea><a href="${amp}"></textarea>`,
    "as a part of another": `<a href="https://elsewhere.example/?to=${encodeURIComponent(link)}">`,
    "of another placement": `<a href="${amp.replace("p1", "p2")}">`,
    "below a base that is longer than any address": `<base href="https://weibo.com/${"a/".repeat(1_200)}"><a href="${"../".repeat(1_200)}${amp.slice(18)}">`,
    "below a second base, which counts for nothing": `<base href="/"><base href="https://weibo.com/"><a href="${amp.slice(17)}">`
  }
  for (const [where, html] of Object.entries(absent))
    it(`is not found ${where}`, () => assert.isUndefined(LinkOnPage.find(html, page, link)))

  it("is found in a page of a million tags that were never closed", () => {
    assert.strictEqual(LinkOnPage.find(`${"<div><b>".repeat(500_000)}<a href="${amp}">`, page, link), "link")
  })
})

/** The links of a page as another parser has them. */
const hrefs = (html: string): ReadonlyArray<string> => {
  const found: Array<string> = []
  const parser = new Parser({
    onopentag: (name, { href }) => {
      if (name === "a" && href !== undefined) found.push(href)
    }
  })
  parser.end(html)
  return found
}

describe("Of pages of all kinds", () => {
  const pieces = fc.constantFrom(
    ...[
      "<p>",
      "</p>",
      "<div class='a b'>",
      "</div>",
      "&amp;",
      "<!--",
      "-->",
      "<a href='/x'>",
      "</a>",
      "'",
      '"',
      "<",
      ">"
    ],
    ...["<script>", "</script>", "<style>", "</style>", "<textarea>", "</textarea>", "<b", " href=", "茶", "\n"],
    ...[`<a href="${amp}">`, `<a title=x href=${link}>`, `<a href='${amp}' data-a="1">`]
  )
  it("the link is found where another parser finds it", () =>
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (some) => {
        const html = some.join("")
        const standard = hrefs(html).some((href) => TrackedLink.isSame(URL.parse(href.trim(), page)?.href ?? "", link))
        assert.strictEqual(LinkOnPage.find(html, page, link) === "link", standard, html)
      }),
      { numRuns: 3_000 }
    ))
})
