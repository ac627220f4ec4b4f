/**
 * What keeps a text from being a handbook's YAML, each with the place at which it shows.
 *
 * @module
 */
import { type Document, isMap, isScalar, type LineCounter, visit } from "yaml"
import type { OutOfBounds } from "./YamlBounds.ts"
import * as Slips from "./YamlSlips.ts"
import * as Words from "./YamlWords.ts"

/** What is wrong, where it shows, and what would mend it where that can be said. */
export type Problem = Omit<Slips.Slip, "fix"> & Partial<Slips.Slip>

/** What is wrong with a text that was parsed; `bad` is what was found before. */
export const ofDocument = (
  document: Document.Parsed,
  bad: OutOfBounds | undefined,
  text: string,
  lines: LineCounter
): ReadonlyArray<Problem> => {
  const inside = Slips.inDocument(document, text, lines)
  const stumbled = stumbles(document, bad)
  if (stumbled.length === 0) return [...inside, ...keys(document)]
  const onLines = Slips.onLinesOf(
    [...stumbled, ...parserSays(document)].map(({ offset }) => offset),
    text,
    lines
  )
  const slips = [...new Map([...inside, ...onLines].map((one) => [one.offset, one])).values()].sort(Slips.inOrder)
  const [first] = slips
  if (first === undefined) return stumbled
  // Behind the first slip a parser that has lost its way cannot be told from one that has not.
  const { line } = lines.linePos(first.offset)
  return [...stumbled.filter(({ offset }) => lines.linePos(offset).line < line), ...slips]
}

const stumbles = (document: Document.Parsed, bad: OutOfBounds | undefined): ReadonlyArray<Problem> => {
  if (bad !== undefined) return [bad]
  const said = parserSays(document)
  const { contents } = document
  return said.length > 0 || isMap(contents) ? said : [{ offset: contents?.range[0] ?? 0, problem: Words.notMap }]
}

const parserSays = ({ errors }: Document.Parsed): ReadonlyArray<Problem> =>
  errors.map(({ code, message, pos }) => ({ offset: pos[0], problem: Words.parserSays(code, message) }))

/** Keys that stand twice in a map, of which one would be lost, and keys that would reach behind the value. */
const keys = (document: Document.Parsed): ReadonlyArray<Problem> => {
  const bad: Array<Problem> = []
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        const name = String(key)
        const twice = seen.has(name)
        seen.add(name)
        if (!isScalar(key)) bad.push({ offset: Slips.offsetIn(map), problem: Words.notWord })
        else if (twice) bad.push({ offset: Slips.offsetIn(key), problem: Words.twice(name) })
        else if (name === "__proto__") bad.push({ offset: Slips.offsetIn(key), problem: Words.protoKey })
      }
    }
  })
  return bad
}
