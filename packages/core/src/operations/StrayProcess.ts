/**
 * The rules of a stray, as one value: it waits for a person until one says what has been done about it.
 *
 * @module
 */
import { Result, Schema } from "effect"
import { PersonId } from "../process/Actor.ts"
import * as Stray from "./Stray.ts"

const { deadline, opening, process, staying, step } = Stray.stray

const TurnUp = opening({
  to: ["Unclaimed"],
  by: "world",
  input: Stray.deed,
  facts: { ...Stray.deed, lead: PersonId },
  decide: (input, { settings: { lead } }) => Result.succeed({ ...input, lead }),
  evolve: ({ facts }) => ({ _tag: "Unclaimed", ...facts }),
  performs: { tell: (stray) => ({ to: stray.lead, message: Stray.unclaimed(stray) }) }
})

const Acknowledge = step({
  from: ["Unclaimed"],
  to: ["Acknowledged"],
  by: "monitoring.hold",
  input: { note: Schema.NonEmptyString },
  evolve: (stray, { by, facts }) => ({ ...stray, _tag: "Acknowledged", note: facts.note, by: by.person })
})

const Remind = staying({
  from: ["Unclaimed"],
  by: "clock",
  performs: { tell: (stray) => ({ to: stray.lead, message: Stray.unclaimed(stray) }) }
})

/** Something that was done outside, until a person has looked after it. */
export const StrayProcess = process("Stray", {
  steps: { TurnUp, Acknowledge, Remind },
  final: ["Acknowledged"],
  deadlines: {
    attention: deadline({ while: ["Unclaimed"], within: ({ attention }) => attention, fires: "Remind" })
  }
})
