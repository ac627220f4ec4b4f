/**
 * How a campaign of invitations is written: what is in order, and who else approves it.
 *
 * @module
 */
import { Result } from "effect"
import { answerable, authority, withAnswerable } from "../../process/Actor.ts"
import type { Circumstances } from "../../process/Declaration.ts"
import * as Campaign from "./InvitationCampaign.ts"
import { type Letter, whyNot } from "./InvitationLetter.ts"

const { start, step } = Campaign.campaign

type Under = Circumstances<Campaign.Settings>

/** What may be drafted: its groups are those of the handbook, and its letter may be sent. */
const inOrder = <W extends Letter & Pick<Campaign.State, "segments">>(
  wish: W,
  { at, settings }: Under
): Result.Result<W, Campaign.BadEnd | Campaign.OtherSegments | Campaign.NotSendable> => {
  const others = wish.segments.filter((segment) => !settings.segments.includes(segment))
  if (others.length > 0) return Result.fail(new Campaign.OtherSegments({ segments: others }))
  const why = whyNot(wish, at, settings)
  return why === undefined ? Result.succeed(wish) : Result.fail(why)
}

export const Draft = start({
  title: { zh: "起草", en: "draft" },
  to: ["Drafted"],
  by: "members.invite",
  input: Campaign.wish,
  decide: (input, under) => inOrder(input, under),
  evolve: ({ by, facts }) => ({ _tag: "Drafted", ...facts, authors: answerable(by) })
})

/** Whatever was approved was another letter. */
export const Redraft = step({
  title: { zh: "修改", en: "draft anew" },
  from: ["Drafted", "Approved"],
  to: ["Drafted"],
  by: "members.invite",
  input: {
    subject: Campaign.wish.subject,
    text: Campaign.wish.text,
    segments: Campaign.wish.segments,
    until: Campaign.wish.until
  },
  decide: (_, input, under) => inOrder(input, under),
  evolve: (state, { by, facts }) => ({
    _tag: "Drafted",
    ...Campaign.letterOf(state),
    ...facts,
    authors: withAnswerable(state.authors, by)
  })
})

/** The content rules are asked again: they may have changed. */
export const Approve = step({
  title: { zh: "通过", en: "approve" },
  from: ["Drafted"],
  to: ["Approved"],
  by: "members.approve",
  unless: (_, { by, settings }) =>
    settings.approvers.includes(authority(by)) ? undefined : new Campaign.NotAnApprover({ person: authority(by) }),
  decide: (state, _, under) => Result.map(inOrder(state, under), () => ({})),
  evolve: (state, { by }) => ({ ...state, _tag: "Approved", approvedBy: by })
})
