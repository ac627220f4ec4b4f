/**
 * Findings of the content rules that a brand lives with: which, for which reason, and until when. They stand in the handbook, so that they are
 * reviewed and dated as everything in it; a post keeps them as notes that say the reason, and what is past its date is an error again.
 *
 * @module
 */
import { DateTime, Schema } from "effect"
import { CalendarDate } from "../../calendar/CalendarDate.ts"
import { Moment } from "../../calendar/Moment.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import * as Expected from "../../finding/Expected.ts"
import type { Finding } from "../../finding/Finding.ts"
import { fold } from "./FoldedText.ts"

const fields = {
  // What Weibo refuses, no handbook can accept.
  code: Schema.String.check(Schema.isPattern(/^(?!weibo\/)[a-z-]+\/[a-z-]+$/))
    .annotate(
      Expected.words({
        zh: "内容规则的代码（weibo/ 除外），例如 advertising-law/statutory",
        en: "the code of a content rule that is not Weibo's, such as advertising-law/statutory"
      })
    )
    .annotateKey({ description: "The finding's code. What Weibo itself refuses (weibo/…) cannot be accepted." }),
  text: Schema.NonEmptyString.annotateKey({
    description: "The words of a post that it is about, as the finding quotes them."
  }),
  reason: Bilingual
}

/** A finding that the brand lives with, as its handbook says it. */
export const Acceptance = Schema.Struct({
  ...fields,
  until: CalendarDate.annotateKey({ description: "The date on which it counts again." })
})
/** A finding that the brand lives with, as its handbook says it. */
export type Acceptance = typeof Acceptance.Type

/** The same, by the moment at which it counts again. */
export const Accepted = Schema.Struct({ ...fields, until: Moment })
/** The same, by the moment at which it counts again. */
export type Accepted = typeof Accepted.Type

/** The findings, of which those that are accepted at the moment are notes with the reason; without a moment none is. */
export const apply = (
  findings: ReadonlyArray<Finding>,
  accepted: ReadonlyArray<Accepted>,
  at: Moment | undefined
): ReadonlyArray<Finding> => {
  const valid = accepted.filter(({ until }) => at !== undefined && DateTime.isLessThan(at, until))
  if (valid.length === 0) return findings
  const reasons = new Map(valid.map(({ code, reason, text }) => [nameOf(code, text), reason]))
  return findings.map((finding): Finding => {
    const reason = reasons.get(nameOf(finding.code, finding.evidence))
    return reason === undefined || finding.severity === "note"
      ? finding
      : {
          ...finding,
          severity: "note",
          message: {
            zh: `${finding.message.zh}手册已接受：${reason.zh}`,
            en: `${finding.message.en} The handbook accepts it: ${reason.en}`
          }
        }
  })
}

const nameOf = (code: string, text: string): string => `${code} ${fold(text).text}`
