/**
 * A YAML file read with its places, so that every mistake can be shown where it was made.
 *
 * @module
 */
import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit
} from "yaml"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Finding, Place } from "../finding/Finding.ts"
import { beyond } from "../finding/LeftOut.ts"
import { type Locate, pathText } from "../finding/SchemaFindings.ts"
import { outOfBounds } from "./YamlBounds.ts"
import * as Words from "./YamlWords.ts"

/** A file as values, with the way back to its lines. */
export interface YamlText {
  readonly value: unknown
  readonly locate: Locate
  /** What is wrong with the file as YAML. */
  readonly findings: ReadonlyArray<Finding>
}

/** Reads a file's text. Never throws, and its time is bounded whatever the text. */
export const parse = (file: string, text: string): YamlText => {
  const lines = new LineCounter()
  const place = (path: string, offset: number): Place => {
    const { col, line } = lines.linePos(offset)
    return { path, file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const bad = outOfBounds(text)
  if (bad !== undefined) {
    const before = text.slice(0, bad.offset).split("\n")
    return unreadable(
      file,
      { path: "", file, line: before.length, column: (before.at(-1) ?? "").length + 1 },
      bad.problem
    )
  }
  // Keys are compared below; the parser would compare each with each.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false, version: "1.2" })
  const locate: Locate = (path, key) => place(pathText(path), offsetOf(document.contents, path, key))
  const broke = beyond(document.errors, ({ code, message, pos }) =>
    Words.broken(place("", pos[0]), Words.parserSays(code, message))
  )
  const findings = broke.length > 0 ? broke : keyFindings(document, place)
  if (findings.length > 0) return { value: undefined, locate, findings }
  if (!isMap(document.contents)) return unreadable(file, place("", 0), Words.notMap)
  try {
    return { value: document.toJS({ maxAliasCount: 100 }), locate, findings }
  } catch {
    // The parser counts what aliases unfold to, and throws nothing else.
    return unreadable(file, place("", 0), Words.aliases)
  }
}

/** Keys that stand twice in a map, of which one would be lost, and keys that would reach behind the value. */
const keyFindings = (
  document: Document.Parsed,
  place: (path: string, offset: number) => Place
): ReadonlyArray<Finding> => {
  const bad: Array<readonly [offset: number, problem: Bilingual]> = []
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        const name = String(key)
        const twice = seen.has(name)
        seen.add(name)
        if (!isScalar(key)) bad.push([offsetIn(map), Words.notWord])
        else if (twice) bad.push([offsetIn(key), Words.twice(name)])
        else if (name === "__proto__") bad.push([offsetIn(key), Words.protoKey])
      }
    }
  })
  return beyond(bad, ([offset, problem]) => Words.broken(place("", offset), problem))
}

const offsetIn = (node: { readonly range?: readonly [number, number, number] | null | undefined }): number =>
  node.range?.[0] ?? 0

const unreadable = (file: string, where: Place, problem: Bilingual): YamlText => ({
  value: undefined,
  locate: (path) => ({ path: pathText(path), file }),
  findings: [Words.broken(where, problem)]
})

/** Where the path stands, or the deepest part of it that does. */
const offsetOf = (root: ParsedNode | null, path: ReadonlyArray<PropertyKey>, key: boolean): number => {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const [depth, step] of path.entries()) {
    const pair = isMap(node)
      ? node.items.find((item) => isPair(item) && isNode(item.key) && String(item.key) === String(step))
      : undefined
    const next =
      pair !== undefined
        ? pair.value
        : isNode(node) && "get" in node && typeof step === "number"
          ? node.get(step, true)
          : undefined
    const shown = pair !== undefined && (key || !isNode(next)) && depth === path.length - 1 ? pair.key : next
    if (!isNode(shown)) return offset
    offset = shown.range?.[0] ?? offset
    node = next
  }
  return offset
}
