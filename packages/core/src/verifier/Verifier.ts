/**
 * The verifier: reads a handbook as a compiler reads a program, and says what will go wrong before it does.
 *
 *     Verifier.check(handbook, { holidays: ChineseHolidays.holidays, at })
 *
 * @module
 */
import { Result } from "effect"
import { bounded, type Finding } from "../finding/Finding.ts"
import { type Locate, pathText } from "../finding/SchemaFindings.ts"
import type * as Handbook from "../handbook/Handbook.ts"
import type { Practice } from "../practice/Practice.ts"
import type { Rule } from "../practice/Rule.ts"
import * as View from "../practice/View.ts"
import * as HandbookFile from "../practices/HandbookFile.ts"
import * as Practices from "../practices/Practices.ts"
import * as Process from "./ProcessRules.ts"
import * as Suppressions from "./Suppressions.ts"

/** What a handbook is checked with: the country's holidays, today, and the practices that it may run. */
export interface Options extends Omit<View.Options, "processes" | "hears"> {
  /** Those of the house unless it is said. */
  readonly practices?: ReadonlyArray<Practice> | undefined
  /** Rules that a brand has written itself, beside those of the house and of the practices. */
  readonly rules?: ReadonlyArray<Rule> | undefined
  /** Where the parts of the handbook stand in its file. */
  readonly locate?: Locate | undefined
}

/** Everything that the rules have against the handbook, but for what it says it lives with; errors first. */
export const check = (handbook: Handbook.Handbook, options: Options): ReadonlyArray<Finding> => {
  const locate: Locate = options.locate ?? ((path) => ({ path: pathText(path) }))
  const practices = Practices.runBy(handbook, options.practices)
  const hears = Practices.hears(options.practices)
  const view = View.make(handbook, { ...options, hears, processes: Practices.processes(practices) })
  const rules = [...Practices.rules(practices), ...Process.rules, ...(options.rules ?? [])]
  const findings = rules.flatMap(({ code, find, fix, severity }) =>
    find(view).map(
      (hit): Finding => ({
        code,
        severity,
        where: locate(hit.at, false),
        message: hit.says,
        evidence: hit.evidence,
        fix: hit.fix ?? fix
      })
    )
  )
  const codes = rules.map(({ code }) => code)
  return Suppressions.apply(findings, view, locate, codes)
    .map(bounded)
    .toSorted((one, other) => grave[one.severity] - grave[other.severity])
}

/** The same for the text of a YAML file, told at its lines; a file that is no handbook is told as its reader tells it. */
export const checkFile = (file: string, text: string, options: Options): ReadonlyArray<Finding> =>
  Result.match(HandbookFile.readLocated(file, text, options.practices), {
    onFailure: (findings) => findings,
    onSuccess: ({ handbook, locate }) => check(handbook, { ...options, locate })
  })

/** Every rule that can be found, those of these practices too; those of the house unless told. */
export const described = (practices?: ReadonlyArray<Practice>): ReadonlyArray<Omit<Rule, "find">> => [
  ...Practices.rules(practices ?? Practices.house),
  ...Process.rules,
  ...Object.values(Suppressions.rules)
]

const grave: Readonly<Record<Finding["severity"], number>> = { error: 0, warning: 1, note: 2 }
