/**
 * The course of a crisis: figures are told again and again, late ones are noticed, and a person ends it.
 *
 * @module
 */
import { DateTime, Result } from "effect"
import * as Remark from "../../finding/Remark.ts"
import { authority, PersonId } from "../../process/Actor.ts"
import { leadNow } from "../../process/Presence.ts"
import * as Crisis from "./Crisis.ts"
import * as Messages from "./CrisisMessages.ts"

const { stay, step } = Crisis.crisis

export const Report = stay({
  title: { zh: "上报数据", en: "tell the figures" },
  from: Crisis.lasts,
  by: "crisis.report",
  input: Crisis.figures,
  evolve: (crisis, { at, by, facts }) => ({
    ...crisis,
    reports: [...crisis.reports, { ...facts, at, by: authority(by) }],
    nextFigures: DateTime.addDuration(at, crisis.level.figures)
  })
})

/** Nobody has told them in time: the lead hears, and they are due again. */
export const MissFigures = stay({
  title: { zh: "数据逾期", en: "miss the figures" },
  from: Crisis.lasts,
  by: "clock",
  facts: { to: PersonId },
  decide: (_, __, under) => Result.succeed({ to: leadNow(under) }),
  evolve: (crisis, { at }) => ({
    ...crisis,
    late: crisis.late + 1,
    nextFigures: DateTime.addDuration(at, crisis.level.figures)
  }),
  performs: {
    notify: (crisis, { facts: { to } }, reading) => ({
      to,
      message: Messages.figuresLate(crisis, reading),
      urgent: true
    })
  }
})

/** What was held comes back in front of people: nothing of it goes out by itself. */
export const StandDown = step({
  title: { zh: "解除危机", en: "stand down" },
  from: Crisis.lasts,
  to: ["Reviewing"],
  by: "crisis.standDown",
  input: { reason: Remark.Reason },
  evolve: (crisis, { by, facts: { reason } }) => ({
    ...Crisis.without(crisis),
    _tag: "Reviewing",
    stoodDownBy: authority(by),
    reason,
    lessons: []
  }),
  performs: {
    notify: (crisis, _, reading) =>
      crisis.told.map((to) => ({ to, message: Messages.over(crisis, reading), urgent: true }))
  }
})
