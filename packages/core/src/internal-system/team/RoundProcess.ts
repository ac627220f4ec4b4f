/**
 * The rules of a round, as one value: done, or left out with a reason, by those whose it is; and told while it is late.
 *
 * @module
 */
import { Result, Schema } from "effect"
import * as Remark from "../../finding/Remark.ts"
import { authority, type Person, PersonId } from "../../process/Actor.ts"
import { leadNow, nextOf } from "../../process/Presence.ts"
import type { Reading } from "../../process/Reader.ts"
import * as Round from "./Round.ts"

const { deadline, start, process, stay, step } = Round.round

const Begin = start({
  title: { zh: "开始", en: "begin" },
  to: ["Open"],
  by: "world",
  input: Round.turn,
  facts: { ...Round.turn, told: PersonId },
  decide: (input, { presence }) => Result.succeed({ ...input, told: nextOf(input.people, presence) })
})

/** Whoever does it, or somebody in their place. */
const unlessTheirs = ({ people }: Round.State, { by }: { readonly by: Person }): Round.NotTheirs | undefined =>
  people.includes(by.person) || people.includes(authority(by))
    ? undefined
    : new Round.NotTheirs({ person: by.person, people })

const Finish = step({
  title: { zh: "做完", en: "finish" },
  from: ["Open", "Late"],
  to: ["Done"],
  by: "team.round",
  input: { note: Remark.MaybeNote },
  facts: { note: Schema.String, by: PersonId },
  unless: unlessTheirs,
  decide: (_round, input, { by }) => Result.succeed({ ...input, by: by.person })
})

const LeaveOut = step({
  title: { zh: "说明未做", en: "leave out" },
  from: ["Open", "Late"],
  to: ["LeftOut"],
  by: "team.round",
  input: { reason: Remark.Reason },
  facts: { reason: Schema.NonEmptyString, by: PersonId },
  unless: unlessTheirs,
  decide: (_round, input, { by }) => Result.succeed({ ...input, by: by.person })
})

const tell = {
  notify: (round: Round.Late, _: unknown, reading: Reading) => ({ to: round.told, message: Round.late(round, reading) })
}

/** Whoever does it is told first. */
const FallLate = step({
  title: { zh: "逾期", en: "fall late" },
  from: ["Open"],
  to: ["Late"],
  by: "clock",
  facts: { told: PersonId },
  decide: ({ people }, _input, { presence }) => Result.succeed({ told: nextOf(people, presence) }),
  performs: tell
})

/** Who was told has not moved, and the lead hears of it. */
const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Late"],
  by: "clock",
  facts: { told: PersonId },
  decide: (_state, _input, circumstances) => Result.succeed({ told: leadNow(circumstances) }),
  evolve: (state, { facts }) => ({ ...state, ...facts }),
  performs: tell
})

/** One turn of what comes again, from its beginning until it is done or left out. */
export const RoundProcess = process({
  about: ({ what }) => what,
  awaits: (state) => (state._tag === "Open" || state._tag === "Late" ? [state.told] : []),
  steps: { Begin, Finish, LeaveOut, FallLate, Remind },
  final: ["Done", "LeftOut"],
  deadlines: {
    end: deadline({
      title: { zh: "截止时间", en: "end" },
      while: ["Open"],
      at: ({ until }) => until,
      fires: "FallLate"
    }),
    late: deadline({
      title: { zh: "逾期提醒", en: "reminder" },
      while: ["Late"],
      within: ({ reminds }) => reminds,
      warnAt: 1,
      fires: "Remind"
    })
  },
  invariants: { "a round is done once at least": ({ times }) => times >= 1 }
})
