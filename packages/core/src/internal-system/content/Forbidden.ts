/**
 * What people read where the content rules forbid what they wrote: everything that is wrong with it, once each, and what to do.
 *
 * @module
 */
import type { Bilingual, Language } from "../../finding/Bilingual.ts"
import type { Finding } from "../../finding/Finding.ts"

/** The errors among the findings, in both languages. */
export const said = (findings: ReadonlyArray<Finding>): Bilingual => {
  const errors = findings.filter(({ severity }) => severity === "error")
  const once = (language: Language, between: string) =>
    [...new Set(errors.map(({ fix, message }) => `${message[language]}${between}${fix[language]}`))].join(between)
  return {
    zh: `内容规则不允许：${once("zh", "")}`,
    en: `The content rules forbid it: ${once("en", " ")}`
  }
}
