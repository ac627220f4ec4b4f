/**
 * Slips of a hand that writes Chinese, and tabs: a parser of YAML does not know them for what they are, and stumbles over what stands
 * behind them. They are looked for where it stumbled, and where a text stands that somebody may have meant as a key.
 *
 * @module
 */
import { type Document, isMap, isScalar, type LineCounter, visit } from "yaml"
import * as Words from "./YamlMessages.ts"

/** A sign that is not YAML's, and the offset at which it stands. */
export interface Slip extends Words.Said {
  readonly offset: number
}

/** From the first line to the last. */
export const inOrder = (one: Slip, other: Slip): number => one.offset - other.offset

/** The slips on the lines of these offsets; of tabs the first, for it stands for all. */
export const onLinesOf = (offsets: ReadonlyArray<number>, text: string, lines: LineCounter): ReadonlyArray<Slip> => {
  const read = new Map<number, ReadonlyArray<Slip>>()
  for (const offset of offsets) {
    // A key that does not end takes the lines behind it for its own, so that the parser stumbles over the first of many only.
    for (let { line } = lines.linePos(offset); !read.has(line); line++) {
      const start = lines.lineStarts[line - 1]
      const slips = start === undefined ? [] : inLine(text.slice(start, endOf(text, start)), start)
      read.set(line, slips)
      if (slips.length === 0) break
    }
  }
  const found = [...read.values()].flat().sort(inOrder)
  const tab = found.find(isTab)
  return found.filter((one) => !isTab(one) || one === tab)
}

const isTab = ({ problem }: Slip): boolean => problem === Words.tab.problem

const endOf = (text: string, start: number): number => {
  const end = text.indexOf("\n", start)
  return end === -1 ? text.length : end
}

/** What a sign was meant to be, with the sign as the last thing that each pattern takes. */
const signs: ReadonlyArray<readonly [pattern: RegExp, said: (taken: string) => Words.Said]> = [
  [/^ *(?:- *)*\t/g, () => Words.tab],
  [/(?:^|:) *\u3000/g, () => Words.wideBlank],
  // At the beginning of a line a key may be anybody's name; in braces it is a word of the handbook, and anything else may be a text.
  [/^ *(?:- +)*[\p{L}\p{N}_.-]+ *：/gu, (taken) => Words.wideColon(taken)],
  [/[{,，] *[A-Za-z][\w-]* *：/g, (taken) => Words.wideColon(taken)],
  [/，(?= *[A-Za-z][\w-]* *[:：])/g, () => Words.wideComma]
]

const inLine = (line: string, start: number): ReadonlyArray<Slip> => {
  if (!/[\t\u3000：，]/.test(line)) return []
  return signs.flatMap(([pattern, said]) =>
    [...line.matchAll(pattern)].map(({ 0: taken, index }) => ({
      ...said(taken),
      offset: start + index + taken.length - 1
    }))
  )
}

/** The slips that made a key part of another key, or of a text. */
export const inDocument = (document: Document.Parsed, text: string, lines: LineCounter): ReadonlyArray<Slip> => {
  const found: Array<Slip> = []
  visit(document, {
    Pair: (_, { key, value }, above) => {
      if (!isScalar(key) || key.type !== "PLAIN" || !key.range) return
      const map = above.at(-1)
      const source = text.slice(key.range[0], key.range[1])
      for (const slip of inKey(source, key.range[0], value === null, isMap(map) && map.flow === true)) found.push(slip)
    },
    Scalar: (role, node) => {
      if (role === "key" || node.type !== "PLAIN" || !node.range) return
      const [from, to] = node.range
      const source = text.slice(from, to)
      if (!source.includes("：")) return
      const before = text.slice(from - lines.linePos(from).col + 1, from)
      for (const slip of inText(source, from, before)) found.push(slip)
    }
  })
  return found
}

/** Where a part of the document begins. */
export const offsetIn = (node: { readonly range?: readonly [number, number, number] | null | undefined }): number =>
  node.range?.[0] ?? 0

/**
 * A key that begins with a word of the handbook goes on to the next colon, and has the text and the words behind it in itself. In braces a
 * key may be left without a value, and of a name that goes on to a brace the brace was to begin its value.
 */
const inKey = (key: string, offset: number, alone: boolean, braces: boolean): ReadonlyArray<Slip> => {
  if (!/[：，]/.test(key)) return []
  if (braces || /^[a-z][A-Za-z0-9-]*：/.test(key)) {
    const slips = inLine(`{${key.replaceAll("\n", " ")}:`, offset - 1).toSorted(inOrder)
    if (slips.length > 0) return slips
  }
  const at = key.search(alone ? /[：，]/ : /：(?= *[{[])/)
  if (at < 0) return []
  return [{ ...(key[at] === "，" ? Words.wideComma : Words.wideColon(key.slice(0, at))), offset: offset + at }]
}

/** A line of a text that begins as a key does; `before` is what stands before the text on its first line. */
const inText = (source: string, offset: number, before: string): ReadonlyArray<Slip> => {
  let start = offset
  return source.split("\n").flatMap((line, index) => {
    const here = start
    start += line.length + 1
    const [taken = ""] = index > 0 || /^[ -]*$/.test(before) ? (/^ *[a-z][A-Za-z0-9-]*：/.exec(line) ?? []) : []
    return taken === "" ? [] : [{ ...Words.wideColon(taken), offset: here + taken.length - 1 }]
  })
}
