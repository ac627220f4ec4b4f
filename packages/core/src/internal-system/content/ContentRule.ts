/**
 * A rule for what a post says: words with a judgement on them, or a pure function from the draft to findings.
 *
 * Rules come in packs. What a rule has to know beside the post (the route, the style card, the safe domains) is given
 * to the pack when it is made, so a rule itself looks at nothing but the draft.
 *
 * @module
 */

import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Finding, Range, Severity } from "../../finding/Finding.ts"
import type { Content } from "./Content.ts"
import type { FoldedText } from "./FoldedText.ts"
import type { Squeezed } from "./Separators.ts"

/** What a rule looks at: the post, and its text as a reader takes it. */
export interface Draft {
  readonly content: Content
  readonly folded: FoldedText
  /** The same without the signs between characters. */
  readonly squeezed: Squeezed
}

/** What a rule says where it applies: its code is stable, the fix says what to do. */
export interface Statement {
  readonly code: string
  readonly severity: Severity
  readonly message: Bilingual
  readonly fix: Bilingual
}

/** The folded text around a hit, at most sixteen units on either side. */
export interface Surroundings {
  readonly before: string
  readonly after: string
}

/** Words, and what is said where one of them stands. */
export interface WordRule {
  readonly _tag: "Words"
  readonly words: ReadonlyArray<string>
  /** What is said. Nothing, for a phrase that is in order as a whole. */
  readonly says?: Statement
  /** Said in its place where signs break the word up (`Separators` says which); without it, such words are passed over. */
  readonly saysBroken?: Statement
  /** Said where the word is only sounded out: in pinyin, with characters of the same sound, shortened. */
  readonly saysDisguised?: Statement
  /** The same where common characters sound like it, which may be meant themselves. */
  readonly saysFaintly?: Statement
  /** Silent inside a longer phrase of the pack, which settles it. */
  readonly givesWay?: true
  /** Its phrases settle every word of the pack inside them, not only those that give way. */
  readonly allows?: true
  /** Somebody's own words, which no dictionary has to know, and which no account's `@name` may hold either. */
  readonly coined?: true
  /** Says something else for what stands around the word, or nothing. */
  readonly weigh?: (around: Surroundings, says: Statement) => Statement | undefined
}

/** A pure function from the draft to findings. */
export interface CheckRule {
  readonly _tag: "Check"
  /** Looks at the draft; says nothing where all is in order, and never throws. */
  readonly check: (draft: Draft) => ReadonlyArray<Finding>
}

/** A rule for what a post says. */
export type ContentRule = WordRule | CheckRule

/** Rules that belong together. */
export interface Pack {
  readonly name: string
  readonly rules: ReadonlyArray<ContentRule>
}

/** A rule made of words. */
export const words = (rule: Omit<WordRule, "_tag">): WordRule => ({ _tag: "Words", ...rule })

/** A rule made of a function. */
export const check = (look: CheckRule["check"]): CheckRule => ({ _tag: "Check", check: look })

/** A finding in the post's text: at a range, with what stands there as evidence; or on the text as a whole. */
export const inText = (content: Content, { code, severity, message, fix }: Statement, range?: Range): Finding => ({
  code,
  severity,
  message,
  fix,
  where: range === undefined ? { path: "text" } : { path: "text", range },
  evidence: range === undefined ? "" : content.text.slice(range.start, range.end)
})
