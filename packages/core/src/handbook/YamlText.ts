/**
 * A YAML file read with its places, so that every mistake can be shown where it was made.
 *
 * @module
 */
import { isMap, isNode, isPair, LineCounter, type ParsedNode, parseDocument } from "yaml"
import { type Finding, leading, type Place } from "../finding/Finding.ts"
import { beyond } from "../finding/LeftOut.ts"
import { type Locate, pathText } from "../finding/SchemaFindings.ts"
import { outOfBounds } from "./YamlBounds.ts"
import * as Words from "./YamlMessages.ts"
import * as Problems from "./YamlProblems.ts"

/** A file as values, with the way back to its lines. */
export interface YamlText {
  readonly value: unknown
  readonly locate: Locate
  /** What is wrong with the file as YAML. */
  readonly findings: ReadonlyArray<Finding>
}

/** Reads a file's text. Never throws, and its time is bounded whatever the text. */
export const parse = (file: string, text: string): YamlText => {
  const bad = outOfBounds(text)
  const lines = linesOf(bad === undefined || bad.parses ? text : text.slice(0, bad.offset))
  const place = (path: string, offset: number): Place => {
    const { col, line } = lines.linePos(offset)
    return { path, file, line, column: col }
  }
  const unreadable = (problems: ReadonlyArray<Problems.Problem>): YamlText => ({
    value: undefined,
    locate: (path) => ({ path: pathText(path), file }),
    findings: folded(problems, (one) =>
      beyond(one, ({ fix, offset, problem }) => Words.broken(place("", offset), problem, fix))
    )
  })
  if (bad !== undefined && !bad.parses) return unreadable([bad])
  // Keys are compared below; the parser would compare each with each. Tags that make sets or dates of texts are none of a handbook.
  const document = parseDocument(text, {
    prettyErrors: false,
    uniqueKeys: false,
    resolveKnownTags: false,
    version: "1.2"
  })
  const problems = Problems.ofDocument(document, bad, text, lines)
  if (problems.length > 0) return unreadable(problems)
  // What aliases unfold to was bounded before.
  const value: unknown = document.toJS({ maxAliasCount: -1 })
  const locate: Locate = (path, key) => {
    const offset = offsetOf(document.contents, path, key)
    return offset === undefined ? { path: pathText(path), file } : place(pathText(path), offset)
  }
  return { value, locate, findings: [] }
}

/** What has one root is one finding. */
const folded = (
  problems: ReadonlyArray<Problems.Problem>,
  findingsOf: (some: ReadonlyArray<Problems.Problem>) => ReadonlyArray<Finding>
): ReadonlyArray<Finding> => {
  const groups = [...Map.groupBy(problems, (problem) => problem.root ?? problem).values()]
  const causes = findingsOf(groups.flatMap(([first]) => first ?? []))
  return causes.map((cause, index) => leading(cause, findingsOf(groups[index]?.slice(1) ?? [])))
}

const linesOf = (text: string): LineCounter => {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1)
  return lines
}

/** Where the path stands; what is missing stands at what lacks it: at the key of that, or at the item of a list. The whole file has no place. */
const offsetOf = (root: ParsedNode | null, path: ReadonlyArray<PropertyKey>, key: boolean): number | undefined => {
  if (path.length === 0) return root?.range?.[0]
  let node: unknown = root
  let lacking: number | undefined
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
    const named = pair !== undefined && isNode(pair.key) ? pair.key.range?.[0] : undefined
    const value = isNode(next) ? next.range?.[0] : undefined
    if (named === undefined && value === undefined) return lacking
    if (depth === path.length - 1) return key ? (named ?? value) : (value ?? named)
    lacking = named ?? value
    node = next
  }
  return undefined
}
