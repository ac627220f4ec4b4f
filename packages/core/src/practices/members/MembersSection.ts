/**
 * What a handbook says of invitations of members; without the section, nobody is invited.
 *
 *     members:
 *       cap: 2
 *       within: 90 days
 *       segments: [gold, silver]
 *       quiet: { from: "21:00", to: "09:00" }
 *       approvers: [he, zhou]
 *       most: 14 days
 *
 * @module
 */
import { Duration, Schema } from "effect"
import { TimeSpan, Wait } from "../../calendar/TimeSpan.ts"
import { Window } from "../../calendar/WorkingCalendar.ts"
import { Segment } from "../../external-system/members/Member.ts"
import * as Name from "../../finding/Name.ts"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import { PersonId } from "../../process/Actor.ts"

/** The section of handbooks by which members are invited to follow the account. */
export const MembersSection = HandbookSection.make("members", {
  title: { zh: "会员邀请", en: "Invitations of members" },
  schema: Schema.Struct({
    cap: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100 })).annotateKey({
      description: "How many invitations one member has at most, of all campaigns together, …"
    }),
    within: Wait.annotateKey({ description: "… in any stretch of time of that length." }),
    segments: Schema.NonEmptyArray(Segment).annotateKey({
      description: "The groups of members that may be invited, as the members' system calls them."
    }),
    quiet: Schema.optionalKey(Window).annotateKey({
      description: "When no member is written to, on the wall of the handbook's time zone."
    }),
    approvers: Schema.NonEmptyArray(PersonId.annotate(Name.counted)).annotateKey({
      description: "Who approves what is sent; nobody approves what they have written."
    }),
    most: Schema.optionalKey(TimeSpan).annotateKey({
      description: "How long one campaign may last at most; 14 days unless it is said."
    })
  }).annotate({
    description:
      "Members who have consented are invited to follow the account, never more often than it says here, and never behind their opt-out."
  })
})
/** What a handbook says of invitations. */
export type MembersSection = (typeof MembersSection)["schema"]["Type"]

/** How long a campaign may last where the handbook does not say it. */
export const usualMost = Duration.days(14)
