/**
 * The course of a crisis: figures are told again and again, late ones are noticed, and a person ends it.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import * as Remark from "../../finding/Remark.ts"
import { authority, PersonId } from "../../process/Actor.ts"
import { leadNow, nextOf, type PresenceOf } from "../../process/Presence.ts"
import type { Reading } from "../../process/Reader.ts"
import * as Crisis from "./Crisis.ts"
import * as Messages from "./CrisisMessages.ts"

const { stay, step } = Crisis.crisis

/**
 * Who is told that the voice is away for longer: the next of the chain who is there. It is looked for whenever figures are told or late, so that no
 * account is without a voice for longer than that.
 */
const hearsOfAbsence = ({ chain, voice }: Crisis.Lasting, presence?: PresenceOf): { readonly next?: PersonId } => {
  const [first, ...others] = chain.filter((person) => person !== voice)
  return first === undefined || presence?.(voice) !== "away" ? {} : { next: nextOf([first, ...others], presence) }
}
const next = Schema.optionalKey(PersonId)
const ofAbsence = (crisis: Crisis.Lasting, to: PersonId | undefined, reading: Reading) =>
  to === undefined ? [] : [{ to, message: Messages.voiceAway(crisis, reading), urgent: true }]

export const Report = stay({
  title: { zh: "上报数据", en: "tell the figures" },
  from: Crisis.lasts,
  by: "crisis.report",
  input: Crisis.figures,
  facts: { ...Crisis.figures, next },
  decide: (crisis, input, { presence }) => Result.succeed({ ...input, ...hearsOfAbsence(crisis, presence) }),
  evolve: (crisis, { at, by, facts: { next: _, ...figures } }) => ({
    ...crisis,
    reports: [...crisis.reports, { ...figures, at, by: authority(by) }],
    nextFigures: DateTime.addDuration(at, crisis.level.figures)
  }),
  performs: { notify: (crisis, { facts }, reading) => ofAbsence(crisis, facts.next, reading) }
})

/** Nobody has told them in time: the lead hears, and they are due again. */
export const MissFigures = stay({
  title: { zh: "数据逾期", en: "miss the figures" },
  from: Crisis.lasts,
  by: "clock",
  facts: { to: PersonId, next },
  decide: (crisis, _, under) => Result.succeed({ to: leadNow(under), ...hearsOfAbsence(crisis, under.presence) }),
  evolve: (crisis, { at }) => ({
    ...crisis,
    late: crisis.late + 1,
    nextFigures: DateTime.addDuration(at, crisis.level.figures)
  }),
  performs: {
    notify: (crisis, { facts: { next, to } }, reading) => [
      { to, message: Messages.figuresLate(crisis, reading), urgent: true },
      ...ofAbsence(crisis, next, reading)
    ]
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
