/**
 * The rules of a campaign of invitations, as one value: somebody else approves what is sent, every page is asked for under the handbook of its moment,
 * what does not go through waits for a person, and nothing goes out behind its end. Its steps stand in the files beside it.
 *
 * @module
 */
import { Result } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import * as Bilingual from "../../finding/Bilingual.ts"
import { answerable, PersonId } from "../../process/Actor.ts"
import { always } from "../../process/Allowance.ts"
import { leadNow } from "../../process/Presence.ts"
import type { Reading } from "../../process/Reader.ts"
import * as Campaign from "./InvitationCampaign.ts"
import * as Drafting from "./InvitationCampaignDraft.ts"
import * as Sending from "./InvitationCampaignSending.ts"

const { deadline, process, stay } = Campaign.campaign

const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Drafted", "Approved", "Halted"],
  by: "clock",
  facts: { to: PersonId },
  decide: (_, __, under) => Result.succeed({ to: leadNow(under) }),
  performs: {
    notify: (_, { facts: { to } }: { readonly facts: { readonly to: PersonId } }, reading: Reading) => ({
      to,
      message: Campaign.waits(reading)
    })
  }
})

/** A campaign by which members are invited to follow the account. */
export const InvitationCampaignProcess = process({
  about: ({ subject }) => Bilingual.same(subject),
  steps: { ...Drafting, ...Sending, Remind },
  final: ["Finished", "Stopped"],
  deadlines: {
    end: deadline({
      title: { zh: "截止时间", en: "end" },
      while: ["Drafted", "Approved", "Running", "Halted"],
      at: ({ until }): Moment => until,
      warnAt: 1,
      fires: "Lapse"
    }),
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Drafted", "Approved", "Halted"],
      within: ({ attention }) => attention,
      warnAt: 1,
      fires: "Remind"
    }),
    inHand: deadline({
      title: { zh: "在途期限", en: "what is in hand" },
      while: ["Stopping"],
      within: () => always("1 day"),
      warnAt: 1,
      fires: "Cease"
    })
  },
  outcomes: { invitePage: { done: "Continue", refused: "Halt", unknown: "Halt" } },
  separate: [
    ["Draft", "Approve"],
    ["Redraft", "Approve"]
  ],
  invariants: {
    "nobody approves what they have written": (state) =>
      !("approvedBy" in state) || !answerable(state.approvedBy).some((person) => state.authors.includes(person)),
    "nothing goes out before it was approved": (state) =>
      state._tag === "Drafted" || state._tag === "Stopped" || state._tag === "Finished" || "approvedBy" in state
  }
})
