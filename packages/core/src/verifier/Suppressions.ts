/**
 * Findings that a brand lives with: they are left out until their date, and what was written down for nothing is told.
 *
 * @module
 */
import type { Finding } from "../finding/Finding.ts"
import { excerpt, nearest } from "../finding/Nearest.ts"
import type { Locate } from "../finding/SchemaFindings.ts"
import type { Rule } from "../practice/Rule.ts"
import type { View } from "../practice/View.ts"

/** The rules of suppressions: as the others, but they look at what the others have found. */
export const rules = {
  expired: {
    code: "suppression/expired",
    severity: "warning",
    demands: { zh: "豁免没有过期。", en: "Nothing is lived with beyond the date that was written down." },
    fix: { zh: "解决问题，或写下新的理由和日期。", en: "Mend it, or write down a new reason and date." }
  },
  nothing: {
    code: "suppression/suppresses-nothing",
    severity: "note",
    demands: { zh: "每条豁免对应一个问题。", en: "Every suppression has something to suppress." },
    fix: { zh: "删除这条豁免。", en: "Take the suppression out." }
  }
} as const satisfies Readonly<Record<string, Omit<Rule, "find">>>

/** The findings that are reported, with those about the suppressions themselves; `codes` are those of the rules that were asked. */
export const apply = (
  findings: ReadonlyArray<Finding>,
  { handbook: { suppressions = [] }, today }: View,
  locate: Locate,
  codes: ReadonlyArray<string>
): ReadonlyArray<Finding> => {
  const valid = suppressions.filter(({ until }) => today === undefined || today < until)
  const covers = (one: (typeof suppressions)[number], { code, where }: Finding) =>
    one.code === code && one.path === where.path
  return [
    ...findings.filter((finding) => !valid.some((one) => covers(one, finding))),
    ...suppressions.flatMap((one, index): ReadonlyArray<Finding> => {
      const place = (field: string) => locate(["suppressions", index, field], false)
      if (!findings.some((finding) => covers(one, finding)))
        return [
          {
            code: rules.nothing.code,
            severity: rules.nothing.severity,
            where: place("code"),
            evidence: `${one.code} ${one.path}`,
            ...(codes.includes(one.code)
              ? {
                  message: {
                    zh: `${one.path} 没有「${one.code}」这一问题。`,
                    en: `There is no ${one.code} at ${one.path}.`
                  },
                  fix: rules.nothing.fix
                }
              : noRule(one.code, codes))
          }
        ]
      return valid.includes(one)
        ? []
        : [
            {
              code: rules.expired.code,
              severity: rules.expired.severity,
              where: place("until"),
              evidence: one.until,
              message: {
                zh: `对「${one.code}」的豁免已于 ${one.until} 到期。`,
                en: `What was lived with at ${one.path} was to be mended by ${one.until}.`
              },
              fix: rules.expired.fix
            }
          ]
    })
  ]
}

/** A code that no rule has suppresses nothing anywhere. */
const noRule = (code: string, codes: ReadonlyArray<string>): Pick<Finding, "message" | "fix"> => {
  const meant = nearest(code, codes)
  return {
    message: { zh: `没有规则叫「${excerpt(code)}」。`, en: `There is no rule ${excerpt(code)}.` },
    fix: meant === undefined ? rules.nothing.fix : { zh: `是否应为「${meant}」？`, en: `Did you mean ${meant}?` }
  }
}
