/**
 * What is learnt of a crisis: each lesson becomes a problem of the register or an edition of the handbook; that there is none takes a reason.
 *
 * @module
 */
import { Result } from "effect"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import * as Action from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import { HandbookVersion } from "../../process/Case.ts"
import * as Face from "../../process/Face.ts"
import { leadNow } from "../../process/Presence.ts"
import { raising, SameEdition } from "../problems/Problem.ts"
import * as Crisis from "./Crisis.ts"
import * as Messages from "./CrisisMessages.ts"
import { HasLessons, NoLessons } from "./CrisisRefusals.ts"

const { stay, step } = Crisis.crisis

/** What the team cannot mend alone is put to those who can. */
export const Learn = stay({
  title: { zh: "记一条教训", en: "write down a lesson" },
  from: ["Reviewing"],
  by: "crisis.review",
  input: raising,
  evolve: (crisis, { facts: { what } }) => ({ ...crisis, lessons: [...crisis.lessons, { what }] }),
  performs: { problem: (_, { by, facts }) => ({ input: facts, by }) }
})

/** What the handbook says already, from an edition on. */
export const Amend = stay({
  title: { zh: "教训已写入手册", en: "name the edition that says it" },
  from: ["Reviewing"],
  by: "crisis.review",
  input: {
    what: raising.what,
    edition: HandbookVersion.annotate(Label.of({ zh: "改动后的手册版本", en: "edition that changes it" }))
  },
  decide: (_, input, { handbook }) =>
    input.edition === handbook ? Result.fail(new SameEdition({ edition: handbook })) : Result.succeed(input),
  evolve: (crisis, { facts }) => ({ ...crisis, lessons: [...crisis.lessons, facts] })
})

/** A lesson that is no problem of the register yet: the lead hears why. */
export const NotRaised = stay({
  title: { zh: "获知问题未登记", en: "hear that a problem was not raised" },
  from: ["Reviewing"],
  by: "world",
  input: Action.refused,
  facts: { ...Action.refused, to: PersonId },
  decide: (_, input, under) => Result.succeed({ ...input, to: leadNow(under) }),
  performs: {
    notify: (crisis, { facts: { detail, to } }, reading) => ({ to, message: Messages.notDone(crisis, detail, reading) })
  }
})

const concluding = {
  from: ["Reviewing"],
  to: ["Over"],
  by: "crisis.review"
} as const

export const Conclude = step({
  ...concluding,
  title: { zh: "完成复盘", en: "conclude the review" },
  input: { conclusion: Remark.Note },
  unless: ({ lessons }) => (lessons.length === 0 ? new NoLessons() : undefined)
})

export const NoLesson = step({
  ...concluding,
  title: { zh: "没有教训", en: "say why there is no lesson" },
  input: { conclusion: Remark.Reason },
  unless: ({ lessons }) => (lessons.length > 0 ? new HasLessons({ lessons: lessons.length }) : undefined)
})

export const Remind = stay({
  title: { zh: "提醒复盘", en: "remind of the review" },
  from: ["Reviewing"],
  by: "clock",
  facts: { to: PersonId },
  decide: (_, __, under) => Result.succeed({ to: leadNow(under) }),
  performs: { notify: (_, { facts: { to } }, reading) => ({ to, message: Face.waiting(reading) }) }
})
