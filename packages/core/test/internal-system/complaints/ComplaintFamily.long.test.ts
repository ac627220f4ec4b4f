import { MemoryStore } from "@dualops/adapter-memory"
import { ComplaintProcess, ReferralProcess } from "@dualops/core/complaints"
import { openTicket, Ticket } from "@dualops/core/customer-desk"
import { AnswerProcess, Reply, ReplyCarriers } from "@dualops/core/interaction"
import { Carrier } from "@dualops/core/operations"
import { PrivateAnswerProcess, PrivateMessageCarriers } from "@dualops/core/private-messages"
import { Notify } from "@dualops/core/process"
import { FamilyLaws } from "@dualops/core/testing"
import { DateTime, Effect } from "effect"
import { cast as ofAnswers } from "../interaction/AnswerCast.ts"
import { cast as ofPrivateAnswers } from "../private-messages/PrivateCast.ts"
import { account, cast, castOfReferrals } from "./ComplaintCast.ts"

FamilyLaws.suite("a complaint", FamilyLaws.member(ComplaintProcess, cast), {
  store: () => MemoryStore.layer,
  children: [
    FamilyLaws.member(AnswerProcess, ofAnswers),
    FamilyLaws.member(PrivateAnswerProcess, ofPrivateAnswers),
    FamilyLaws.member(ReferralProcess, { ...castOfReferrals, settings: castOfReferrals.settings.slice(1) })
  ],
  carriers: [
    Carrier.make(ReplyCarriers.reply, (_, key) =>
      Effect.map(DateTime.now, (repliedAt) => ({ reply: Reply.ReplyId.make(key), repliedAt }))
    ),
    Carrier.make(PrivateMessageCarriers.message, () => Effect.map(DateTime.now, (repliedAt) => ({ repliedAt }))),
    Carrier.make(openTicket, (_, key) =>
      Effect.succeed({ ticket: Ticket.TicketId.make(key.slice(-100)), created: true })
    ),
    Carrier.make(Notify.notify, () => Effect.succeed({}))
  ],
  accounts: [account],
  schedules: globalThis.process.env.CI === "true" ? 3_000 : 40
})
