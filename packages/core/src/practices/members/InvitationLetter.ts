/**
 * Whether a letter may be sent at all: its end is near enough, and the content rules have nothing against its words.
 *
 * @module
 */
import { DateTime } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { TimeSpan } from "../../calendar/TimeSpan.ts"
import { blocks } from "../../finding/Finding.ts"
import * as Screening from "../../internal-system/content/Screening.ts"
import { BadEnd, NotSendable } from "./InvitationCampaign.ts"

/** What is to be sent, and until when. */
export interface Letter {
  readonly subject: string
  readonly text: string
  readonly until: Moment
}

/** Why it may not be sent; nothing where it may. */
export const whyNot = (
  { subject, text, until }: Letter,
  at: Moment,
  { most, rules }: { readonly most: TimeSpan; readonly rules: Screening.Rules }
): BadEnd | NotSendable | undefined => {
  const latest = DateTime.addDuration(at, most)
  if (DateTime.isLessThanOrEqualTo(until, at) || DateTime.isGreaterThan(until, latest)) {
    return new BadEnd({ until, latest })
  }
  const findings = Screening.ofLetters(rules).screen({ text: `${subject}\n${text}`, pictures: [] }, at)
  return blocks(findings) ? new NotSendable({ findings }) : undefined
}
