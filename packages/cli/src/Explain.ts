/**
 * `dualops explain`: what a rule demands, what mends it, and the page that has it broken and mended.
 *
 * @module
 */
import { type Bilingual, FindingText, Nearest } from "@dualops/core/finding"
import { Effect } from "effect"
import { Argument, Command } from "effect/cli"
import * as Config from "./Config.ts"
import * as FileCodes from "./FileCodes.ts"
import * as RulePage from "./RulePage.ts"
import { inWords, say, undone } from "./Words.ts"

/** Explains a code. */
export const command = (language: Bilingual.Language) => {
  const words = inWords(language)
  const code = Argument.String("code").pipe(
    Argument.withDescription(words("规则代码，形如 duty/no-stand-in", "the code of a finding, as duty/no-stand-in"))
  )
  return Command.make("explain", { code }, ({ code }) =>
    Effect.gen(function* () {
      const { Verifier } = yield* Effect.promise(() => import("@dualops/core/verifier"))
      const described = Verifier.described(yield* Config.practices)
      const rule = described.find((one) => one.code === code)
      if (rule !== undefined)
        return yield* say(
          `${code} ${FindingText.severities[language][rule.severity]}\n` +
            `  ${rule.demands[language]}\n  ${rule.fix[language]}\n  ${RulePage.of(code)}\n`
        )
      const meaning = Object.hasOwn(FileCodes.meanings, code) ? FileCodes.meanings[code] : undefined
      if (meaning !== undefined)
        return yield* say(
          `${code}\n  ${meaning.demands[language]}\n  ${meaning.fix[language]}\n  ${RulePage.of(code)}\n`
        )
      const codes = [...described.map((one) => one.code), ...Object.keys(FileCodes.meanings)]
      const near = Nearest.nearest(code, codes)
      const chapter = codes.filter((one) => one.startsWith(`${code.split("/")[0]}/`))
      const meant = near === undefined ? chapter : [near]
      return yield* undone(
        `没有规则「${Nearest.excerpt(code)}」。${meant.length > 0 ? `是否应为：${meant.join("、")}` : RulePage.all}`,
        `There is no rule ${Nearest.excerpt(code)}. ${meant.length > 0 ? `Did you mean: ${meant.join(", ")}` : RulePage.all}`
      )
    })
  ).pipe(
    Command.withDescription(words("一条规则要求什么，怎么改", "what a rule demands, and what mends it")),
    Command.withExamples([{ command: "dualops explain duty/no-stand-in" }])
  )
}
