/**
 * What a text may not do to its reader. A YAML parser needs more than linear time, or all of the stack, for some texts that nobody writes
 * by hand; they are told apart by their tokens, in one pass.
 *
 * @module
 */
import { Lexer } from "yaml"
import type { Bilingual } from "../finding/Bilingual.ts"
import * as Words from "./YamlWords.ts"

/** Why a text is not read, and the offset at which it shows. */
export interface OutOfBounds {
  readonly offset: number
  readonly problem: Bilingual
  /** A parser may be asked all the same, for where it comes from: a bracket may close nothing because of what stands before it. */
  readonly parses?: true
}

/** Characters after which nobody has written the file by hand. */
const longest = 1_000_000
/** Levels after which nobody could read it. */
const deepest = 60
/** Anchors and aliases, each of which is looked for among all before it. */
const mostAliases = 200
/** Brackets that close nothing, of which a parser takes each for the end of all that is open. */
const mostClosing = 20
/** Keys and values, of which the whole handbook of a team has two thousand; a parser needs its time for each. */
const mostWords = 40_000

/** The first thing that puts the text out of bounds. */
export const outOfBounds = (text: string): OutOfBounds | undefined => {
  if (text.length > longest) {
    return { offset: 0, problem: Words.tooLong(text.length, longest) }
  }
  const open: Array<string> = []
  let unbalanced: OutOfBounds | undefined
  let closing = 0
  let offset = 0
  let marks = 0
  let aliases = 0
  let words = 0
  let scalar = false
  for (const token of new Lexer().lex(text)) {
    // The lexer writes control characters of its own: U+001F stands before a scalar, U+0002 before a document, U+0018 before a fault.
    if (token === "\u001f" || token === "\u0002" || token === "\u0018") {
      scalar = token === "\u001f"
      if (scalar) words += 1
      if (words > mostWords) return { offset, problem: Words.tooMany(mostWords) }
      continue
    }
    if (!scalar) {
      if (token === "[" || token === "{") open.push(token)
      if ((token === "]" || token === "}") && open.pop() !== opening[token]) {
        unbalanced ??= { offset, problem: Words.closesNothing(token), parses: true }
        closing += 1
        if (closing > mostClosing) return { offset, problem: Words.closesNothing(token) }
      }
      if (open.length === 0)
        marks = token.endsWith("\n") ? 0 : marks + (token === "-" || token === "?" || token === ":" ? 1 : 0)
      if (token.startsWith("&") || token.startsWith("*")) aliases += 1
      if (open.length + marks > deepest) return { offset, problem: Words.tooDeep(deepest) }
      if (aliases > mostAliases) return { offset, problem: Words.tooManyAliases(mostAliases) }
    }
    scalar = false
    offset += token.length
  }
  return unbalanced
}

const opening = { "]": "[", "}": "{" } as const
