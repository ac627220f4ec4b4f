/**
 * The form of a rule: what it demands of a handbook, how grave it is when it is broken, what mends it, and where it looks.
 *
 * @module
 */
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Severity } from "../finding/Finding.ts"
import type { View } from "./View.ts"

/** A place in the handbook that breaks a rule. */
export interface Hit {
  readonly at: ReadonlyArray<PropertyKey>
  readonly evidence: string
  readonly says: Bilingual
  /** What would mend this one, where it can be said more exactly than for the rule as a whole. */
  readonly fix?: Bilingual | undefined
}

/** A rule, as one value. To add one, write it down in its chapter: check, docs and tests read it from there. */
export interface Rule {
  /** The chapter, a slash, and what is wrong. */
  readonly code: string
  readonly severity: Severity
  /** What a good handbook has, in a sentence. */
  readonly demands: Bilingual
  readonly fix: Bilingual
  /** Every place that breaks it. */
  readonly find: (view: View) => ReadonlyArray<Hit>
}

/** A place that breaks a rule; without evidence, the place itself is all there is to show. */
export const hit = (at: ReadonlyArray<PropertyKey>, zh: string, en: string, evidence = ""): Hit => ({
  at,
  evidence,
  says: { zh, en }
})
