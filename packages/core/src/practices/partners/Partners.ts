/**
 * Business cooperation, as a practice: partners, what was agreed with them, and what is settled.
 *
 *     partners:
 *       attention: { time: 18 hours, calendar: office }
 *       pays: { time: 90 hours, calendar: office }
 *
 * @module
 */
import { Schema } from "effect"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import * as Settings from "../../handbook/Settings.ts"
import { factsOf } from "../../page/Sections.ts"
import { make, run } from "../../practice/Practice.ts"
import { Allowance } from "../../process/Allowance.ts"
import { PartnershipProcess } from "./PartnershipProcess.ts"

/** The section of handbooks by which there is business with partners. */
export const PartnersSection = HandbookSection.make("partners", {
  title: { zh: "商务合作", en: "Partners" },
  schema: Schema.Struct({
    attention: Allowance.annotateKey({ description: "How long anything of a partnership may wait for a person." }),
    pays: Allowance.annotateKey({ description: "How soon an invoice is paid." })
  }).annotate({ description: "Business with partners: a text that both sides approve, marked 广告, and the money." })
})

/** Business with partners. */
export const partners = make({
  name: "partners",
  title: { zh: "商务合作", en: "partners" },
  sections: [PartnersSection],
  runs: [
    run(PartnershipProcess, (handbook) => ({
      ...Settings.ofWarnings(handbook),
      ...PartnersSection.of(handbook),
      rules: Settings.ofPosts(handbook).rules
    }))
  ],
  pages: (handbook, { words }) => {
    const { attention, pays } = PartnersSection.of(handbook)
    return [
      {
        id: "partners",
        title: PartnersSection.title,
        blocks: factsOf([
          [{ zh: "处理期限", en: "Waits for a person" }, words.allowance(attention)],
          [{ zh: "付款期限", en: "Paid within" }, words.allowance(pays)]
        ])
      }
    ]
  }
})
