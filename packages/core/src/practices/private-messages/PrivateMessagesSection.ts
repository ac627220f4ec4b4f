/**
 * What a handbook says of private messages; without the section they are answered all the same, and no number of anybody is said in them.
 *
 *     privateMessages:
 *       mobileNumbers: true
 *
 * @module
 */
import { Schema } from "effect"
import * as HandbookSection from "../../handbook/HandbookSection.ts"

/** The section of handbooks on private messages. */
export const PrivateMessages = HandbookSection.make("privateMessages", {
  title: { zh: "私信", en: "Private messages" },
  schema: Schema.Struct({
    mobileNumbers: Schema.Boolean.annotateKey({
      description:
        "Whether a private answer may say a mobile number, the courier's for one. Numbers of identity and bank cards are never said."
    })
  }).annotate({ description: "What may be said to a fan in private." })
})
