/**
 * How a wave is proposed and decided: by somebody else, whom the handbook names; with the approval it begins.
 *
 * @module
 */
import { Result } from "effect"
import * as Remark from "../../finding/Remark.ts"
import { answerable, authority, withAnswerable } from "../../process/Actor.ts"
import { NotAnApprover } from "../members/InvitationCampaign.ts"
import { whyNot } from "../members/InvitationLetter.ts"
import * as WinBack from "./WinBack.ts"
import * as Page from "./WinBackPage.ts"

const { start, step } = WinBack.wave

export const Propose = start({
  title: { zh: "提议", en: "propose" },
  to: ["Proposed"],
  by: "winBack.propose",
  input: WinBack.wish,
  decide: (input, { at, settings }) => {
    const why = whyNot(input, at, settings)
    return why === undefined ? Result.succeed(input) : Result.fail(why)
  },
  evolve: ({ by, facts }) => ({ _tag: "Proposed", ...facts, authors: answerable(by) })
})

const { account: _, ...changed } = WinBack.wish

export const Revise = step({
  title: { zh: "修改", en: "revise" },
  from: ["Proposed"],
  to: ["Proposed"],
  by: "winBack.propose",
  input: changed,
  decide: (_, input, { at, settings }) => {
    const why = whyNot(input, at, settings)
    return why === undefined ? Result.succeed(input) : Result.fail(why)
  },
  evolve: ({ account, authors }, { by, facts }) => ({
    _tag: "Proposed",
    account,
    ...facts,
    authors: withAnswerable(authors, by)
  })
})

/** The content rules are asked again: they may have changed. */
export const Approve = step({
  title: { zh: "通过并发送", en: "approve and send" },
  from: ["Proposed"],
  to: ["Running"],
  by: "winBack.approve",
  unless: (_, { by, settings }) =>
    settings.approvers.includes(authority(by)) ? undefined : new NotAnApprover({ person: authority(by) }),
  facts: { ...Page.terms, holdout: WinBack.Settings.fields.holdout, looksBack: WinBack.Settings.fields.looksBack },
  decide: (state, _, { at, settings }) => {
    const why = whyNot(state, at, settings)
    const { holdout, looksBack } = settings
    return why === undefined ? Result.succeed({ terms: Page.termsOf(settings), holdout, looksBack }) : Result.fail(why)
  },
  evolve: (state, { by, facts: { holdout, looksBack } }) => ({
    ...WinBack.proposedOf(state),
    holdout,
    looksBack,
    approvedBy: by,
    _tag: "Running",
    page: 0,
    sent: 0
  }),
  performs: Page.asks
})

export const Decline = step({
  title: { zh: "不通过", en: "decline" },
  from: ["Proposed"],
  to: ["Declined"],
  by: "winBack.approve",
  input: { why: Remark.Reason },
  evolve: (state, { facts }) => ({ ...state, ...facts, _tag: "Declined" })
})
