/** A handbook as editors of other systems save it: read where nothing is lost, and else told what to save it as. */
import { HandbookFile } from "@dualops/core/files"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { textOf } from "./worked.ts"

const handbook = textOf("minimal")
const told = (text: string) =>
  Result.match(HandbookFile.read("handbook.yaml", text), {
    onFailure: (findings) => findings.map(({ message, where }) => `${where.line}: ${message.en}`),
    onSuccess: () => []
  })
const decoded = (encoding: BufferEncoding, text: string) => new TextDecoder("utf-8").decode(Buffer.from(text, encoding))

describe("a handbook", () => {
  it("with the line ends of Windows, and with a byte order mark before it, is the same handbook", () => {
    const read = (text: string) => Result.getOrThrow(HandbookFile.read("handbook.yaml", text))
    for (const name of ["minimal", "xinghe"]) {
      const plain = read(textOf(name))
      assert.deepStrictEqual(read(textOf(name).replaceAll("\n", "\r\n")), plain)
      assert.deepStrictEqual(read(`\ufeff${textOf(name)}`), plain)
    }
  })

  it("with the line ends of Windows has its mistakes on the same lines, once each", () => {
    const mistakes: ReadonlyArray<readonly [right: string, wrong: string]> = [
      ["\nteam:", "\nteem:"],
      ["owner: lin", "owner: lim"],
      ["safeDomains: [", "safeDomains: "],
      ["function: content", "funktion: content"],
      ["  name:", "   name:"]
    ]
    for (const [right, wrong] of mistakes) {
      const text = handbook.replace(right, wrong)
      assert.notStrictEqual(text, handbook)
      const unix = told(text)
      assert.isAtLeast(unix.length, 1)
      assert.deepStrictEqual(told(text.replaceAll("\n", "\r\n")), unix, wrong)
    }
  })

  it("in another encoding is told to be saved in UTF-8, once", () => {
    const not = ": The file is not YAML: the file is not in UTF-8."
    const marked = `\ufeff${handbook}`
    const bigEndian = new TextDecoder().decode(Buffer.from(marked, "utf16le").swap16())
    for (const text of [decoded("utf16le", handbook), decoded("utf16le", marked), bigEndian])
      assert.deepStrictEqual(told(text), [`1${not}`])
    const latin = `${handbook.split("\n").slice(0, 3).join("\n")}\n# café\n`
    assert.deepStrictEqual(told(decoded("latin1", latin)), [`4${not}`])
  })

  it.each([
    ["a carriage return alone", "\r", /^\d+: .* the line ends with a carriage return and no line feed\.$/],
    ["a bell", "\u0007", /^2: .* the character U\+0007 stands here, which shows nothing\.$/],
    ["an escape", "\u001b", /^2: .* the character U\+001B stands here/],
    ["a delete", "\u007f", /^2: .* the character U\+007F stands here/],
    ["a byte order mark within the text", "\ufeff", /^2: .* the character U\+FEFF stands here/],
    ["half of a character", "\ud800", /^2: .* the character U\+D800 stands here/]
  ])("with %s in it is told where", (_, sign, finding) => {
    const [first = "", ...rest] = handbook.split("\n")
    const findings = told([first, `${sign}${rest[0] ?? ""}`, ...rest.slice(1)].join("\n"))
    assert.lengthOf(findings, 1)
    assert.match(findings[0] ?? "", finding)
  })

  it("whose lines all end with a carriage return is told once, and what to save it with", () => {
    assert.deepStrictEqual(told(handbook.replaceAll("\n", "\r")), [
      "1: The file is not YAML: the line ends with a carriage return and no line feed."
    ])
  })
})

/** What others were told wrong things of: the line of a slip, brackets, and what a file begins with. */
describe("as people have reported of other readers", () => {
  it("a key without its colon is told on its own line, not on the next", () => {
    assert.match(told("---\nsomevar:\n  anothervar 1\n  bnothervar: 2\n")[0] ?? "", /^3: /)
  })
  it("a bracket that is never closed is one finding, where it opens", () => {
    const text = handbook.replace("safeDomains: [", "safeDomains: [a, b, { c: d, e: [f,\n    ")
    assert.lengthOf(told("a: [b, c\n\n\n\nd: 1\ne: 2\n"), 1)
    assert.match(told("a: [b, c\n\n\n\nd: 1\ne: 2\n")[0] ?? "", /^1: .*the bracket here is not closed by \]\.$/)
    assert.lengthOf(told(text), 1)
  })
  it("a comma behind a quoted text is told on its line", () => {
    assert.match(told('json:\n  - rigid: yes\n  - fails: "really",\n')[0] ?? "", /^3: /)
  })
  it("a byte order mark behind the beginning of a document is told for itself", () => {
    assert.match(told("---\n\ufeff# Q. What is this file?\r\na: 1\n")[0] ?? "", /^2: .*U\+FEFF/)
  })
})
