/**
 * What a code of a finding means: what it demands, and what mends it.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"

/** What a code means. */
export interface Meaning {
  readonly demands: Bilingual.Bilingual
  readonly fix: Bilingual.Bilingual
}

/** A meaning, of its sentences in both languages. */
export const of = (zh: string, en: string, zhFix: string, enFix: string): Meaning => ({
  demands: { zh, en },
  fix: { zh: zhFix, en: enFix }
})
