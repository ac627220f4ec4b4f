/** Documents lead where they say, and those in Chinese show what their English twins show. */
import { existsSync, globSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { fromMarkdown } from "mdast-util-from-markdown"
import { gfmFromMarkdown } from "mdast-util-gfm"
import { gfm } from "micromark-extension-gfm"

const root = join(import.meta.dirname, "..")
const made = /(?:^|\/)(?:node_modules|dist|reports|coverage|\.turbo)$|^(?:docs\/api|out)$/
const documents = globSync("**/*.md", { cwd: root, exclude: (path) => made.test(path) })
const read = (file: string) => readFileSync(join(root, file), "utf8")

interface Node {
  readonly type: string
  readonly url?: string | undefined
  readonly value?: string | undefined
  readonly alt?: string | null | undefined
  readonly children?: ReadonlyArray<Node> | undefined
}

const treeOf = (text: string): Node => fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
const within = (node: Node): ReadonlyArray<Node> => [node, ...(node.children ?? []).flatMap(within)]
const textOf = (node: Node): string =>
  within(node)
    .map(({ alt, value }) => value ?? alt ?? "")
    .join("")

/** The anchors of headings, as code hosts make them. */
const anchorsOf = (text: string): ReadonlySet<string> => {
  const anchors = new Set<string>()
  for (const heading of within(treeOf(text)).filter(({ type }) => type === "heading")) {
    const words = textOf(heading).toLowerCase().trim()
    const anchor = words.replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "").replaceAll(" ", "-")
    let [name, many] = [anchor, 0]
    while (anchors.has(name)) name = `${anchor}-${++many}`
    anchors.add(name)
  }
  return anchors
}

/** What is wrong with the links of a document that lead to files. */
const astray = (file: string, text: string): ReadonlyArray<string> =>
  within(treeOf(text))
    .flatMap(({ url }) => (url === undefined || /^[a-z][a-z\d+.-]*:/i.test(url) ? [] : [url]))
    .filter((url) => {
      const [path = "", anchor] = decodeURI(url).split("#")
      const target = path === "" ? file : relative(root, join(root, dirname(file), path))
      if (!existsSync(join(root, target))) return true
      return anchor !== undefined && !anchorsOf(read(target)).has(anchor)
    })

describe("links of documents", () => {
  it("lead to files and headings that are there, in every document", () => {
    assert.isAbove(documents.length, 100)
    const wrong = documents.flatMap((file) => astray(file, read(file)).map((url) => `${file}: ${url}`))
    assert.deepStrictEqual(wrong, [])
  })

  it("that lead nowhere are found: a file, a heading, and a heading of another file", () => {
    const text = "[a](no.md) [b](#no) [c](docs/handbook.md#no) [d](docs/handbook.md#check) [e](https://a.example/#b)"
    assert.deepStrictEqual(astray("README.md", text), ["no.md", "#no", "docs/handbook.md#no"])
  })
})

const twinOf = (file: string) =>
  file === "README.zh.md"
    ? "README.md"
    : file === "docs/zh/desk.md"
      ? "packages/desk/README.md"
      : file.replace("docs/zh/", "docs/")
const regionsOf = (text: string) => [...text.matchAll(/<!-- (?:region|file) .* -->/g)].map(([line]) => line)

describe("documents in Chinese", () => {
  const chinese = documents.filter((file) => /^docs\/zh\/|\.zh\.md$/.test(file))

  it("are there", () => assert.isAtLeast(chinese.length, 5))

  for (const file of chinese) {
    const twin = twinOf(file)

    it(`${file} shows what ${twin} shows, in the same order`, () => {
      assert.deepStrictEqual(regionsOf(read(file)), regionsOf(read(twin)))
    })

    it(`${file} and ${twin} lead to each other at their top`, () => {
      const top = (one: string) => read(one).split("\n").slice(0, 3).join("\n")
      assert.include(top(file), `[English](${relative(dirname(file), twin)})`)
      assert.include(top(twin), `[中文](${relative(dirname(twin), file)})`)
    })

    it(`${file} has Chinese headings`, () => {
      const headings = within(treeOf(read(file))).filter(({ type }) => type === "heading")
      const others = headings.map(textOf).filter((text) => !/\p{Script=Han}/u.test(text))
      assert.deepStrictEqual(others, file === "README.zh.md" ? ["dualops"] : others.filter((text) => text === "API"))
    })
  }
})
