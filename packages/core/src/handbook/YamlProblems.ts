/**
 * What keeps a text from being a handbook's YAML, each with the place at which it shows.
 *
 * @module
 */
import { type Document, isMap, isNode, isScalar, type LineCounter, visit } from "yaml"
import * as Aliases from "./YamlAliases.ts"
import type { OutOfBounds } from "./YamlBounds.ts"
import * as Slips from "./YamlSlips.ts"
import * as Words from "./YamlWords.ts"

/** What is wrong, where it shows, and what would mend it where that can be said. */
export type Problem = Omit<Slips.Slip, "fix"> &
  Partial<Slips.Slip> & {
    /** The parser says so, and may say more because of it. */
    readonly parser?: true
  }

/** What is wrong with a text that was parsed; `bad` is what was found before. */
export const ofDocument = (
  document: Document.Parsed,
  bad: OutOfBounds | undefined,
  text: string,
  lines: LineCounter
): ReadonlyArray<Problem> => {
  const inside = Slips.inDocument(document, text, lines)
  const stumbled = stumbles(document, bad)
  if (stumbled.length === 0) return [...inside, ...keys(document, lines), ...Aliases.faults(document)]
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

const parserSays = ({ errors, warnings }: Document.Parsed): ReadonlyArray<Problem> =>
  [...errors, ...warnings].map(({ code, message, pos }) => ({
    offset: pos[0],
    problem: Words.parserSays(code, message),
    parser: true
  }))

/**
 * Keys that stand twice in a map, of which one would be lost, keys that would reach behind the value, and keys that are no words: those
 * are asked for nothing, for to write a collection as a key takes twice the time for every level of it.
 */
const keys = (document: Document.Parsed, lines: LineCounter): ReadonlyArray<Problem> => {
  const bad: Array<Problem> = []
  visit(document, {
    Map: (_, map) => {
      const seen = new Map<string, number>()
      for (const { key } of map.items) {
        if (!isScalar(key)) {
          bad.push({ offset: offsetOfKey(key) ?? Slips.offsetIn(map), ...Words.notWord })
          continue
        }
        const name = String(key)
        const first = seen.get(name)
        const offset = Slips.offsetIn(key)
        if (first !== undefined) bad.push({ offset, ...Words.twice(name, lines.linePos(first).line) })
        else if (name === "__proto__") bad.push({ offset, problem: Words.protoKey })
        seen.set(name, first ?? offset)
      }
    },
    Scalar: (_, scalar) => {
      if (typeof scalar.value === "string" && /\p{Surrogate}/u.test(scalar.value))
        bad.push({ offset: Slips.offsetIn(scalar), problem: Words.halfCharacter })
    }
  })
  return bad
}

const offsetOfKey = (key: unknown): number | undefined => (isNode(key) ? key.range?.[0] : undefined)
