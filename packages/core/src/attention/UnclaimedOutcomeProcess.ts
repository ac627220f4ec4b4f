/**
 * The rules of an unclaimed outcome, as one value: it waits for a person until one says what has been done about it.
 *
 * @module
 */
import { Result, Schema } from "effect"
import * as Remark from "../finding/Remark.ts"
import { PersonId } from "../process/Actor.ts"
import { leadNow } from "../process/Presence.ts"
import * as UnclaimedOutcome from "./UnclaimedOutcome.ts"

const { deadline, start, process, stay, step } = UnclaimedOutcome.unclaimedOutcome

const TurnUp = start({
  title: { zh: "出现", en: "turn up" },
  to: ["Unclaimed"],
  by: "world",
  input: UnclaimedOutcome.deed,
  facts: { ...UnclaimedOutcome.deed, lead: PersonId },
  decide: (input, circumstances) => Result.succeed({ ...input, lead: leadNow(circumstances) }),
  performs: { notify: (unclaimed) => ({ to: unclaimed.lead, message: UnclaimedOutcome.message(unclaimed) }) }
})

const Acknowledge = step({
  title: { zh: "确认", en: "acknowledge" },
  from: ["Unclaimed"],
  to: ["Acknowledged"],
  by: "monitoring.hold",
  input: { note: Remark.Note },
  evolve: (unclaimed, { by, facts }) => ({ ...unclaimed, _tag: "Acknowledged", note: facts.note, by: by.person })
})

const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Unclaimed"],
  by: "clock",
  facts: { lead: Schema.optionalKey(PersonId) },
  decide: (_state, _input, circumstances) => Result.succeed({ lead: leadNow(circumstances) }),
  evolve: (unclaimed, { facts }) => ({ ...unclaimed, ...facts }),
  performs: { notify: (unclaimed) => ({ to: unclaimed.lead, message: UnclaimedOutcome.message(unclaimed) }) }
})

/** Something that was done outside, until a person has looked after it. */
export const UnclaimedOutcomeProcess = process({
  about: UnclaimedOutcome.message,
  awaits: (unclaimed) => (unclaimed._tag === "Unclaimed" ? [unclaimed.lead] : []),
  steps: { TurnUp, Acknowledge, Remind },
  final: ["Acknowledged"],
  deadlines: {
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Unclaimed"],
      within: ({ attention }) => attention,
      warnAt: 1,
      fires: "Remind"
    })
  }
})
