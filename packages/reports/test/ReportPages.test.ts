/** A report as Markdown and as one HTML file: whatever people wrote stays a text, in prose, in tables and in charts. */
import { ReportFile, ReportHtml, ReportMarkdown } from "@dualops/reports"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import MarkdownIt from "markdown-it"
import { fromMarkdown } from "mdast-util-from-markdown"
import { gfmFromMarkdown } from "mdast-util-gfm"
import { gfm } from "micromark-extension-gfm"
import { parse } from "parse5"
import { report } from "./sampleReport.ts"

interface Node {
  readonly type?: string
  readonly nodeName?: string
  readonly childNodes?: ReadonlyArray<Node>
  readonly children?: ReadonlyArray<Node>
  readonly attrs?: ReadonlyArray<{ readonly name: string; readonly value: string }>
}
const flat = (node: Node): ReadonlyArray<Node> => [node, ...(node.childNodes ?? node.children ?? []).flatMap(flat)]

describe("A report in Markdown", () => {
  const text = ReportMarkdown.render(report)

  it("keeps its tables whole for two parsers: as many cells in each row as there are columns", () => {
    const tree: Node = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
    const tables = flat(tree).filter(({ type }) => type === "table")
    assert.isAtLeast(tables.length, 4)
    for (const { children = [] } of tables)
      for (const row of children) assert.strictEqual(row.children?.length, children[0]?.children?.length)
    const html = new MarkdownIt({ html: true }).render(text)
    assert.strictEqual(html.match(/<table>/g)?.length, tables.length)
  })

  it("makes nothing of what people wrote but text", () => {
    const tree: Node = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
    const types = new Set(flat(tree).map(({ type }) => type))
    for (const type of ["html", "link", "image", "break"]) assert.isFalse(types.has(type), type)
  })
})

describe("A report as one HTML file", () => {
  const page = ReportHtml.render(report)

  it("holds one script, its own, and no element that somebody wrote into a label", () => {
    // parse5 has the tree as a browser has it.
    const all = flat(parse(page) as Node)
    const named = (name: string) => all.filter(({ nodeName }) => nodeName === name)
    assert.strictEqual(named("script").length, 1)
    assert.strictEqual(named("style").length, 1)
    assert.strictEqual(named("img").length, 0)
    assert.strictEqual(named("svg").length, 4)
    assert.isFalse(all.some(({ attrs = [] }) => attrs.some(({ name }) => /^on|^style$/.test(name))))
  })

  it("is the same text whenever it is made, and forbids requests", () => {
    assert.strictEqual(ReportHtml.render(report), page)
    assert.include(page, "default-src &#39;none&#39;")
    assert.notMatch(page, /https?:\/\/(?!www\.w3\.org\/2000\/svg|evil\.example)/)
  })

  it("draws nothing for what is not known, breaks the line there, and has no number of it", () => {
    assert.notMatch(page, /NaN|Infinity|undefined|>null</)
    assert.include(page, "—")
  })

  it("of a chart without any number is a page all the same", () => {
    const [chapter] = report.chapters
    const chart = chapter?.charts[0]
    if (chapter === undefined || chart === undefined) throw new Error("The sample has a chart")
    const empty = { ...chart, categories: [], series: [{ title: chart.title, values: [] }] as const }
    assert.include(ReportHtml.render({ ...report, chapters: [{ ...chapter, charts: [empty] }] }), "<svg")
  })
})

describe("The ending of a file", () => {
  it("says what is written, and another one says nothing", () => {
    assert.deepStrictEqual(
      ["a.html", "A.CSV", "x/y.z.parquet", "a.pdf", "html", "a.htm", ""].map(ReportFile.endingOf),
      ["html", "csv", "parquet", undefined, undefined, undefined, undefined]
    )
  })

  it("each makes a file that is not empty", async () => {
    for (const ending of ReportFile.endings)
      assert.isAbove((await Effect.runPromise(ReportFile.render(report, ending, "en"))).length, 500)
  })
})
