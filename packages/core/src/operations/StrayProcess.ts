/**
 * The rules of a stray, as one value: it waits for a person until one says what has been done about it.
 *
 * @module
 */
import { Result, Schema } from "effect"
import { PersonId } from "../process/Actor.ts"
import * as Stray from "./Stray.ts"

const { deadline, start, process, stay, step } = Stray.stray

const TurnUp = start({
  title: { zh: "出现", en: "turn up" },
  to: ["Unclaimed"],
  by: "world",
  input: Stray.deed,
  facts: { ...Stray.deed, lead: PersonId },
  decide: (input, { settings: { lead } }) => Result.succeed({ ...input, lead }),
  performs: { tell: (stray) => ({ to: stray.lead, message: Stray.unclaimed(stray) }) }
})

const Acknowledge = step({
  title: { zh: "确认", en: "acknowledge" },
  from: ["Unclaimed"],
  to: ["Acknowledged"],
  by: "monitoring.hold",
  input: { note: Schema.NonEmptyString },
  evolve: (stray, { by, facts }) => ({ ...stray, _tag: "Acknowledged", note: facts.note, by: by.person })
})

const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Unclaimed"],
  by: "clock",
  performs: { tell: (stray) => ({ to: stray.lead, message: Stray.unclaimed(stray) }) }
})

/** Something that was done outside, until a person has looked after it. */
export const StrayProcess = process({
  about: Stray.unclaimed,
  awaits: (stray) => (stray._tag === "Unclaimed" ? [stray.lead] : []),
  steps: { TurnUp, Acknowledge, Remind },
  final: ["Acknowledged"],
  deadlines: {
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Unclaimed"],
      within: ({ attention }) => attention,
      fires: "Remind"
    })
  }
})
