/**
 * What a handbook says of draws; without the section, nothing is drawn.
 *
 *     draws:
 *       settlesWithin: { time: 30 days, calendar: always }
 *       tellWithin: { time: 1 day, calendar: office }
 *       claimWithin: { time: 7 days, calendar: always }
 *       sendWithin: { time: 3 days, calendar: office }
 *       arriveWithin: { time: 10 days, calendar: always }
 *       attention: { time: 10 minutes, calendar: always }
 *       excluded: ["1234567890"]
 *
 * @module
 */
import { Schema } from "effect"
import { FanId } from "../../account/FanId.ts"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import { Allowance } from "../../process/Allowance.ts"

/** The section of handbooks by which prizes are drawn. */
export const PrizesSection = HandbookSection.make("draws", {
  title: { zh: "抽奖", en: "Draws of prizes" },
  schema: Schema.Struct({
    attention: Allowance.annotateKey({
      description: "How long what a draw does by itself may take before somebody hears of it."
    }),
    settlesWithin: Allowance.annotateKey({
      description: "How long it may take from a draw until every prize is delivered, or back."
    }),
    tellWithin: Allowance.annotateKey({ description: "How soon a winner is told." }),
    claimWithin: Allowance.annotateKey({
      description: "How long a winner has to say where the prize goes; then it goes to the next in line."
    }),
    sendWithin: Allowance.annotateKey({ description: "How soon a prize that was claimed is sent." }),
    arriveWithin: Allowance.annotateKey({ description: "How soon a prize that was sent is expected to arrive." }),
    excluded: Schema.optionalKey(Schema.Array(FanId)).annotateKey({
      description: "The company's own people, by their ids at the platform: they do not take part."
    })
  }).annotate({ description: "How prizes are drawn, so that everybody can check it, and how they reach the winners." })
})
/** What a handbook says of draws. */
export type PrizesSection = (typeof PrizesSection)["schema"]["Type"]
