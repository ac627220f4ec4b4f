/**
 * The opening of an account, as a practice.
 *
 *     opening:
 *       stage: { time: 5 days, calendar: office }
 *       firstFans: 1000
 *
 * @module
 */
import { Schema } from "effect"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import * as Settings from "../../handbook/Settings.ts"
import { factsOf } from "../../page/Sections.ts"
import { make, run } from "../../practice/Practice.ts"
import { Allowance } from "../../process/Allowance.ts"
import { AccountOpeningProcess } from "./AccountOpeningProcess.ts"

/** The section of handbooks by which an account is opened. */
export const OpeningSection = HandbookSection.make("opening", {
  title: { zh: "开通账号", en: "Opening of the account" },
  schema: Schema.Struct({
    stage: Allowance.annotateKey({
      description: "How long a stage may take before whoever opens the account is reminded."
    }),
    firstFans: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100_000_000 })).annotateKey({
      description: "How many fans from own channels the account has before it is open."
    })
  }).annotate({
    description: "An account is opened in stages: verification, access, custody, style, first plan, first fans."
  })
})

/** The opening of an account. */
export const openings = make({
  name: "opening",
  title: { zh: "开通账号", en: "opening an account" },
  sections: [OpeningSection],
  runs: [
    run(AccountOpeningProcess, (handbook) => ({ ...Settings.ofWarnings(handbook), ...OpeningSection.of(handbook) }))
  ],
  pages: (handbook, { words }) => {
    const { firstFans, stage } = OpeningSection.of(handbook)
    return [
      {
        id: "opening",
        title: OpeningSection.title,
        blocks: factsOf([
          [{ zh: "每个阶段", en: "A stage takes" }, words.allowance(stage)],
          [
            { zh: "首批粉丝", en: "First fans" },
            { zh: `${firstFans} 人`, en: String(firstFans) }
          ]
        ])
      }
    ]
  }
})
