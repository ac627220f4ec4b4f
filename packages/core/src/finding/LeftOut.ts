/**
 * The first of many findings: whoever has more begins with those. That there are more is itself a finding.
 *
 * @module
 */
import type { Finding } from "./Finding.ts"

/** As many findings of one kind as anybody reads. */
export const most = 100

/** The findings of the first of these, and one that counts the others. */
export const beyond = <A>(all: ReadonlyArray<A>, findingOf: (one: A) => Finding): ReadonlyArray<Finding> => {
  const shown = all.slice(0, all.length > most ? most - 1 : most).map(findingOf)
  const last = shown.at(-1)
  return last === undefined || shown.length === all.length
    ? shown
    : [...shown, counting(all.length - shown.length, last)]
}

const counting = (left: number, { code, where }: Finding): Finding => ({
  code: "file/more",
  severity: "error",
  where: { ...where, path: "" },
  evidence: code,
  message: { zh: `此后还有 ${left} 处同类问题，未列出。`, en: `${left} more of this kind are not listed.` },
  fix: { zh: "先改正以上各处，再检查一次。", en: "Mend those above, and check again." }
})
