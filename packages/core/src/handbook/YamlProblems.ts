/**
 * What keeps a text from being a handbook's YAML, each with the place at which it shows.
 *
 * @module
 */
import { type Document, isMap, isNode, isScalar, type LineCounter, visit } from "yaml"
import * as Aliases from "./YamlAliases.ts"
import type { OutOfBounds } from "./YamlBounds.ts"
import * as Words from "./YamlMessages.ts"
import * as Slips from "./YamlSlips.ts"

/** What is wrong, where it shows, and what would mend it where that can be said. */
export type Problem = Omit<Slips.Slip, "fix"> &
  Partial<Slips.Slip> & {
    /** Problems of one root are mended together: a parser that has stumbled stumbles on, and an anchor lacks for all its aliases. */
    readonly root?: string
  }

/** What is wrong with a text that was parsed; `bad` is what was found before. */
export const ofDocument = (
  document: Document.Parsed,
  bad: OutOfBounds | undefined,
  text: string,
  lines: LineCounter
): ReadonlyArray<Problem> => {
  const inside = Slips.inDocument(document, text, lines)
  const stumbled = stumbles(document, bad, text)
  if (stumbled.length === 0) return [...inside, ...keys(document, lines), ...Aliases.faults(document)]
  const onLines = Slips.onLinesOf(
    [...stumbled, ...parserSays(document, text)].map(({ offset }) => offset),
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

const stumbles = (document: Document.Parsed, bad: OutOfBounds | undefined, text: string): ReadonlyArray<Problem> => {
  if (bad !== undefined) return [bad]
  const said = parserSays(document, text)
  const { contents } = document
  return said.length > 0 || isMap(contents) ? said : [{ offset: contents?.range[0] ?? 0, problem: Words.notMap }]
}

const parserSays = (document: Document.Parsed, text: string): ReadonlyArray<Problem> =>
  [...document.errors, ...document.warnings].map(({ code, message, pos: [offset, end] }) => {
    if (message === "Unexpected scalar at node end")
      return { offset, ...Words.behindValue(text.slice(offset, end)), root: "parser" }
    const closing = /end with a ([\]}])$/.exec(message)?.[1]
    const opened = closing === undefined ? undefined : openAt(document, offset)
    return closing === undefined || opened === undefined
      ? { offset, problem: Words.parserSays(code, message), root: "parser" }
      : { offset: opened, ...Words.notClosed(closing), root: "parser" }
  })

/** Where the innermost bracket stands that is open at an offset. */
const openAt = (document: Document.Parsed, at: number): number | undefined => {
  let opened: number | undefined
  visit(document, {
    Collection: (_, { flow, range }) => {
      if (flow === true && range && range[0] < at && at <= range[2]) opened = range[0]
    }
  })
  return opened
}

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
