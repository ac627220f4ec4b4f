/**
 * What a handbook says of personal data; without the section, requests are not kept as cases and nothing is forgotten.
 *
 *     personalData:
 *       answerWithin: { time: 15 days, calendar: always }
 *       reminds: { time: 1 day, calendar: always }
 *       keptForMonths: 36
 *
 * @module
 */
import { Schema } from "effect"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import { Allowance } from "../../process/Allowance.ts"

/** The section of handbooks about the personal data of people outside. */
export const PersonalDataSection = HandbookSection.make("personalData", {
  title: { zh: "个人信息", en: "Personal data" },
  schema: Schema.Struct({
    answerWithin: Allowance.annotateKey({
      description: "How soon somebody is answered who asks for a copy or for erasure; the law wants it without delay."
    }),
    reminds: Allowance.annotateKey({ description: "How often whoever decides is reminded of an open request." }),
    keptForMonths: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1200 }))).annotateKey({
      description: "For how many months what fans wrote is kept in cases that are over; for good, unless it is said."
    })
  }).annotate({
    description: "What the account does with personal data of people outside: requests, and how long they are kept."
  })
})
