/**
 * A YAML file read with its places, so that every mistake can be shown where it was made.
 *
 * @module
 */
import { isMap, isNode, isPair, LineCounter, type ParsedNode, parseDocument } from "yaml"
import type { Finding, Place } from "../finding/Finding.ts"
import { type Locate, pathText } from "../finding/SchemaFindings.ts"

/** A file as values, with the way back to its lines. */
export interface YamlText {
  readonly value: unknown
  readonly locate: Locate
  /** What is wrong with the file as YAML. */
  readonly findings: ReadonlyArray<Finding>
}

/** Bytes after which nobody has written the file by hand. */
const longest = 2_000_000

/** Reads a file's text. Never throws, and its time is bounded whatever the text. */
export const parse = (file: string, text: string): YamlText => {
  if (text.length > longest)
    return unreadable(file, { path: "", file, line: 1, column: 1 }, `it has ${text.length} characters`)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: "1.2" })
  const place = (path: string, offset: number): Place => {
    const { col, line } = lines.linePos(offset)
    return { path, file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const locate: Locate = (path, key) => place(pathText(path), offsetOf(document.contents, path, key))
  const findings = document.errors.map((error) => broken(place("", error.pos[0]), error.message))
  if (findings.length > 0) return { value: undefined, locate, findings }
  try {
    return { value: document.toJS({ maxAliasCount: 100 }), locate, findings }
  } catch (error) {
    return unreadable(file, place("", 0), error instanceof Error ? error.message : String(error))
  }
}

const broken = (where: Place, problem: string): Finding => ({
  code: "file/not-yaml",
  severity: "error",
  where,
  evidence: problem,
  message: { zh: `文件不是正确的 YAML：${problem}`, en: `The file is not YAML: ${problem}` },
  fix: { zh: "按 YAML 格式修正此处。", en: "Mend the YAML at this place." }
})

const unreadable = (file: string, where: Place, problem: string): YamlText => ({
  value: undefined,
  locate: (path) => ({ path: pathText(path), file }),
  findings: [broken(where, problem)]
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
