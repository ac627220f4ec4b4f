/**
 * What a text may not do to its reader. A YAML parser needs more than linear time, or all of the stack, for some texts that nobody writes
 * by hand; they are told apart by their characters and tokens, in one pass.
 *
 * @module
 */
import { Lexer } from "yaml"
import type { Bilingual } from "../finding/Bilingual.ts"
import * as Words from "./YamlMessages.ts"

/** Why a text is not read, and the offset at which it shows. */
export interface OutOfBounds {
  readonly offset: number
  readonly problem: Bilingual
  readonly fix?: Bilingual
  /** A parser may be asked all the same, for where it comes from: a bracket may close nothing because of what stands before it. */
  readonly parses?: true
}

/** Characters after which nobody has written the file by hand. */
const longest = 1_000_000
/** Levels after which nobody could read it. */
const deepest = 60
/** Anchors, aliases and tags; a parser may have something to say of each. */
const mostNames = 200
/** Brackets that close nothing, of which a parser takes each for the end of all that is open. */
const mostClosing = 20
/** Keys and values, of which the whole handbook of a team has two thousand; a parser needs its time for each. */
export const mostWords = 40_000
/** Lines, commas, colons and comments, of which such a handbook has three thousand. */
const mostSigns = 60_000

/** The first thing that puts the text out of bounds. */
export const outOfBounds = (text: string): OutOfBounds | undefined =>
  text.length > longest
    ? { offset: 0, problem: Words.tooLong(text.length, longest) }
    : (inCharacters(text) ?? inTokens(text))

/** What YAML does not print (5.1), what a decoder puts where it could not read, and old line ends. */
const inCharacters = (text: string): OutOfBounds | undefined => {
  const found = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]|\r(?!\n)|(?<!^)\ufeff/u.exec(text)
  return found === null ? undefined : { offset: found.index, ...Words.character(found[0]) }
}

const inTokens = (text: string): OutOfBounds | undefined => {
  const { closes, depth } = levels()
  const counted = { words: 0, signs: 0, names: 0, closing: 0 }
  let unbalanced: OutOfBounds | undefined
  let offset = 0
  let scalar = false
  for (const token of new Lexer().lex(text)) {
    // The lexer writes control characters of its own: U+001F stands before a scalar, U+0002 before a document, U+0018 before a fault.
    if (token === "\u001f" || token === "\u0002" || token === "\u0018") {
      scalar = token === "\u001f"
      continue
    }
    const kind = scalar ? "word" : kindOf(token)
    if (kind === "directive" && !/^%YAML 1\.2\s*$/.test(token)) return { offset, ...Words.directive }
    if (kind === "word" && ++counted.words > mostWords) return { offset, problem: Words.tooMany(mostWords) }
    if (kind === "name" && ++counted.names > mostNames) return { offset, problem: Words.tooManyNames(mostNames) }
    if (kind === "sign" && ++counted.signs > mostSigns) return { offset, problem: Words.tooManySigns(mostSigns) }
    if (kind === "sign" && closes(token)) {
      unbalanced ??= { offset, problem: Words.closesNothing(token), parses: true }
      if (++counted.closing > mostClosing) return { offset, problem: Words.closesNothing(token) }
    }
    if (depth(token, kind) > deepest) return { offset, problem: Words.tooDeep(deepest) }
    scalar = false
    offset += token.length
  }
  return unbalanced
}

type Kind = "word" | "name" | "sign" | "blank" | "directive"

const kindOf = (token: string): Kind => {
  if (/^[ \t\ufeff]*$/.test(token)) return "blank"
  if (/^["']/.test(token)) return "word"
  if (/^[&*!]/.test(token)) return "name"
  return token.startsWith("%") ? "directive" : "sign"
}

/** How deep a token stands: in brackets, behind marks on its line, and below lines that are indented less. */
const levels = () => {
  const open: Array<string> = []
  const indents: Array<number> = []
  let marks = 0
  let blanks: number | undefined = 0
  return {
    /** Whether the bracket closes none that is open. */
    closes: (token: string): boolean => {
      if (token === "[" || token === "{") open.push(token)
      return (token === "]" || token === "}") && open.pop() !== opening[token]
    },
    depth: (token: string, kind: Kind): number => {
      if (open.length > 0) return open.length + marks + indents.length
      if (kind === "sign" && token.endsWith("\n")) {
        marks = 0
        blanks = 0
      } else if (blanks !== undefined && !token.startsWith("#")) {
        if (kind === "blank") blanks = token.length
        else {
          while ((indents.at(-1) ?? -1) >= blanks) indents.pop()
          indents.push(blanks)
          blanks = undefined
        }
      }
      if (kind === "sign" && (token === "-" || token === "?" || token === ":")) marks += 1
      return marks + indents.length
    }
  }
}

const opening = { "]": "[", "}": "{" } as const
