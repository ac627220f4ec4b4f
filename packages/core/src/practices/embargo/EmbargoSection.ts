/**
 * What a handbook says of embargoes; without the section, there are none.
 *
 *     embargo:
 *       most: 3 days
 *       reminds: { time: 4 hours, calendar: always }
 *       stopsAnswers: true
 *
 * @module
 */
import { Schema } from "effect"
import { TimeSpan } from "../../calendar/TimeSpan.ts"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import { Allowance } from "../../process/Allowance.ts"

/** The section of handbooks by which all that goes out for an account can be stopped. */
export const Embargo = HandbookSection.make("embargo", {
  title: { zh: "停更", en: "Embargo" },
  schema: Schema.Struct({
    most: TimeSpan.annotateKey({ description: "How long one embargo may last; it ends by itself." }),
    reminds: Allowance.annotateKey({
      description: "How often whoever has imposed it is reminded that it is still in force."
    }),
    stopsAnswers: Schema.optionalKey(Schema.Boolean).annotateKey({
      description: "Whether fans are not answered either while it is in force; they are, unless it is said."
    })
  }).annotate({
    description:
      "By an embargo nothing goes out for an account unasked, no post, promotion, campaign, invitation or draw: because of a day of mourning, an accident, a crisis."
  })
})
/** What a handbook says of embargoes. */
export type Embargo = (typeof Embargo)["schema"]["Type"]
