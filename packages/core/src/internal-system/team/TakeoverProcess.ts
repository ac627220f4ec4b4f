/**
 * The rules of a takeover, as one value: who may take whose place, for how long, and how it ends.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import { PersonId } from "../../process/Actor.ts"
import * as Takeover from "./Takeover.ts"

const { deadline, start, process, step } = Takeover.takeover

const Take = start({
  title: { zh: "接手", en: "take over" },
  to: ["Taken"],
  by: "team.takeOver",
  input: {
    absent: PersonId,
    taker: PersonId,
    until: Moment.annotate(Label.of({ zh: "到何时", en: "until" })),
    reason: Remark.Reason
  },
  facts: { absent: PersonId, taker: PersonId, until: Moment, reason: Schema.NonEmptyString, lead: PersonId },
  decide: (input, { at, by, settings: { lead, most, standIns } }) => {
    const { absent, taker, until } = input
    if (by.onBehalfOf !== undefined || taker === absent) {
      return Result.fail(new Takeover.NotInPerson({ person: by.person }))
    }
    if (by.person !== lead && (taker !== by.person || standIns[absent]?.includes(taker) !== true)) {
      return Result.fail(new Takeover.NotAStandIn({ absent, taker }))
    }
    const latest = DateTime.addDuration(at, most)
    return DateTime.isGreaterThan(until, at) && DateTime.isLessThanOrEqualTo(until, latest)
      ? Result.succeed({ ...input, lead })
      : Result.fail(new Takeover.TooLong({ until, latest }))
  },
  evolve: ({ at, facts }) => ({ _tag: "Taken", since: at, ...facts }),
  performs: {
    notify: (taken, _, { called }) => ({ to: taken.absent, message: Takeover.taken(taken, called) }),
    notifyLead: (taken, _, { called }) => ({ to: taken.lead, message: Takeover.taken(taken, called) })
  }
})

const HandBack = step({
  title: { zh: "交还", en: "hand back" },
  from: ["Taken"],
  to: ["HandedBack"],
  by: "team.takeOver",
  input: { note: Remark.MaybeNote },
  unless: ({ absent, lead, taker }, { by }) =>
    by.onBehalfOf === undefined && [absent, lead, taker].includes(by.person)
      ? undefined
      : new Takeover.NotTheirs({ person: by.person }),
  evolve: ({ lead: _, ...taken }, { at, facts }) => ({ ...taken, _tag: "HandedBack", backAt: at, note: facts.note }),
  performs: { notify: (back, _, { called }) => ({ to: back.absent, message: Takeover.over(back, called) }) }
})

const Lapse = step({
  title: { zh: "过期", en: "lapse" },
  from: ["Taken"],
  to: ["Lapsed"],
  by: "clock",
  facts: { lead: PersonId },
  decide: ({ lead }) => Result.succeed({ lead }),
  performs: {
    notify: (lapsed, _, { called }) => ({ to: lapsed.absent, message: Takeover.over(lapsed, called) }),
    notifyLead: (lapsed, { facts }, { called }) => ({ to: facts.lead, message: Takeover.over(lapsed, called) })
  }
})

/** An emergency takeover of somebody's place. */
export const TakeoverProcess = process({
  about: ({ absent, taker }, called) => ({
    zh: `${called(taker)} 接手 ${called(absent)} 的工作`,
    en: `${called(taker)} has the place of ${called(absent)}`
  }),
  awaits: (state) => (state._tag === "Taken" ? [state.taker] : []),
  isArrangement: true,
  steps: { Take, HandBack, Lapse },
  final: ["HandedBack", "Lapsed"],
  deadlines: {
    end: deadline({ title: { zh: "代管期限", en: "end" }, while: ["Taken"], at: ({ until }) => until, fires: "Lapse" })
  },
  invariants: {
    "nobody takes their own place": ({ absent, taker }) => absent !== taker,
    "it ends after it begins": ({ since, until }) => DateTime.isLessThan(since, until)
  }
})
