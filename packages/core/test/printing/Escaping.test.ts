import { createHash } from "node:crypto"
import { Html, Markdown, Markup } from "@dualops/core/pages"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import MarkdownIt from "markdown-it"
import { fromMarkdown } from "mdast-util-from-markdown"
import { gfmFromMarkdown } from "mdast-util-gfm"
import { gfm } from "micromark-extension-gfm"
import { type DefaultTreeAdapterMap, parse } from "parse5"
import { hostile, pageOf } from "./hostile.ts"

type Node = DefaultTreeAdapterMap["node"]

/** The elements of a document with the names of their attributes, and nothing of its text. */
const skeleton = (node: Node): string => {
  const own = "attrs" in node ? `${node.tagName}[${node.attrs.map(({ name }) => name).join()}]` : node.nodeName
  if (node.nodeName === "#text") return ""
  return "childNodes" in node
    ? `${own}(${node.childNodes
        .map(skeleton)
        .filter((one) => one !== "")
        .join(" ")})`
    : own
}

const textOf = (node: Node): string =>
  "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(textOf).join("") : ""

describe("a printed page as HTML", () => {
  it("has the same elements and attributes whatever the texts are", () => {
    const plain = skeleton(parse(Html.render(pageOf("x"))))
    fc.assert(
      fc.property(hostile, (text) => assert.strictEqual(skeleton(parse(Html.render(pageOf(text)))), plain)),
      {
        numRuns: 150
      }
    )
  })

  it("shows every text as it was written, save characters that HTML does not know", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = textOf(parse(`<p>${Markup.escaped(text)}</p>`))
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
        const known = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "").replace(/\r\n?/g, "\n")
        assert.strictEqual(shown, known)
      })
    )
  })

  it("asks nothing of the network, and forbids itself to", () => {
    const page = Html.render(pageOf("x"))
    const sources = (tag: string) =>
      [...page.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, "g"))]
        .map(([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`)
        .join(" ")
    const wanted = [
      "default-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "img-src data:",
      `script-src ${sources("script")}`,
      `style-src ${sources("style")}`
    ].join("; ")
    assert.include(page, `content="${wanted.replaceAll("'", "&#39;")}"`)
    assert.notInclude(page, "unsafe")
    assert.notMatch(page, /(src|href)="(?!#)/)
  })
})

const markdown = new MarkdownIt({ html: true, linkify: true })

/** The kinds of nodes that GitHub's Markdown has; its mail and web addresses are looked for in texts that are already read. */
const kindsOfGitHub = (text: string): ReadonlyArray<string> => {
  const below = (node: { readonly type: string; readonly children?: ReadonlyArray<object> }): ReadonlyArray<string> => [
    node.type,
    // What stands in a node is a node.
    ...(node.children ?? []).flatMap((child) => below(child as typeof node))
  ]
  return below(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }))
}

describe("a printed page as Markdown", () => {
  it("has the same marks whatever the texts are: no heading, link, tag, cell or item more", () => {
    // Whether a line holds text at all may differ; addresses are code.
    const kinds = (text: string) =>
      markdown.parse(text, {}).flatMap((token) => [token.type, ...(token.children ?? []).map(({ type }) => type)])
    const allowed = new Set(kinds(Markdown.render(pageOf("x"), "zh")).concat("text_special", "code_inline"))
    const plain = blocks(Markdown.render(pageOf("x"), "en"))
    fc.assert(
      fc.property(
        hostile.filter((text) => /[\p{L}\p{N}]/u.test(text)),
        (text) => {
          const printed = Markdown.render(pageOf(text), "en")
          assert.strictEqual(blocks(printed), plain)
          for (const kind of kinds(printed)) assert.isTrue(allowed.has(kind), kind)
        }
      ),
      { numRuns: 300 }
    )
  })

  const links = (text: string): ReadonlyArray<string> => [
    ...markdown.parse(text, {}).flatMap(({ children }) => (children ?? []).map(({ type }) => type)),
    ...kindsOfGitHub(text)
  ]

  it.each([
    "[x](javascript:alert(1)) <https://evil.example> https://evil.example/a",
    "www.evil.example 看www.evil.com吧 WWW.evil.com",
    "who@evil.example who@www.evil.example，mailto:who@evil.com xmpp:who@evil.com",
    "//evil.com //localhost/x ftp://evil.com javascript://evil.com/%0aalert(1)",
    "evil.com evil.com/x?y=(z) a.b//c.d 文字.com 😀.com",
    "https://evil.com`x`//evil.com https://evil.com|www.evil.com",
    "\\https://evil.com &www.evil.com; _www.evil.com_ *who@evil.com*",
    // What others have seen become links: remark-gfm 33, cmark-gfm 57, 278 and 388, marked 2397, remark 475.
    "https\\://www\\.example.com http://github\\.com www\\.github\\.com",
    "[ contact@example.com contact\\@example.com contact&commat;example.com contact@example&period;com",
    "john\\*doe@domain.com john*doe@domain.com n@.  b via @extensions.achook.domain@. (mailto:1234567@example.com)",
    "[www.evil.com](who@evil.com) ![who@evil.com][1] [^www.evil.com]"
  ])("makes no address into a link: %s", (text) => {
    for (const one of [Markdown.escaped(text), Markdown.render(pageOf(text), "en")])
      for (const kind of ["link_open", "link", "linkReference", "image", "footnoteReference", "html"])
        assert.notInclude(links(one), kind)
  })

  it("makes no address into a link, however its pieces are put together", () => {
    const pieces = [
      "www.",
      "http://",
      "https:",
      "//",
      "@",
      "evil",
      ".com",
      ".",
      "`",
      "|",
      "\\",
      "&",
      "<",
      " ",
      "_",
      "好",
      "-",
      "1"
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const found = links(`x ${Markdown.escaped(parts.join(""))} x`)
        for (const kind of ["link_open", "link", "html"]) assert.notInclude(found, kind)
      }),
      { numRuns: 1000 }
    )
  })

  it("escapes nothing that means nothing: parentheses, exclamation marks, signs within a word", () => {
    const text = 'within 2 hours (office), on "Friday"! #新品# a_b 1+1=2 @星河茶饮店'
    assert.strictEqual(Markdown.escaped(`A post ${text}`), `A post ${text}`)
  })

  it("reads as it was written, on one line", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [, inline] = markdown.parse(`x ${Markdown.escaped(text)} x`, {})
        const read = (inline?.children ?? []).map(({ content }) => content).join("")
        assert.strictEqual(
          read.replace(/\s+/g, " "),
          `x ${text.replace(/[\s\p{Cc}]+/gu, " ").trim()} x`.replace(/\s+/g, " ")
        )
      })
    )
  })
})

/** The blocks of a document: headings, items, cells. */
const blocks = (text: string): string =>
  new MarkdownIt({ html: true })
    .parse(text, {})
    .map(({ type }) => type)
    .join(" ")
