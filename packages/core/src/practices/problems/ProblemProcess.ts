/**
 * The rules of problems, as one value: silence is no answer, no is an answer with its reason, and yes is not the end until the handbook says so.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import * as Bilingual from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import { authority, PersonId } from "../../process/Actor.ts"
import { HandbookVersion } from "../../process/Case.ts"
import { leadNow, nextOf } from "../../process/Presence.ts"
import * as Problem from "./Problem.ts"

const { deadline, process, start, stay, step } = Problem.problem

const Raise = start({
  title: { zh: "提出", en: "raise" },
  to: ["Raised"],
  by: "problem.raise",
  input: Problem.raising,
  evolve: ({ by, facts }) => ({ _tag: "Raised", ...facts, raisedBy: by.person })
})

const SolveIt = step({
  title: { zh: "自行解决", en: "solve it in the team" },
  from: ["Raised"],
  to: ["Solved"],
  by: "problem.put",
  input: { how: Schema.NonEmptyString.annotate(Label.of({ zh: "怎么解决的", en: "how" })) }
})

const PutTo = step({
  title: { zh: "请求决定", en: "put to somebody" },
  from: ["Raised", "Asked"],
  to: ["Asked"],
  by: "problem.put",
  input: Problem.asking,
  evolve: ({ evidence, function: name, raisedBy, what }, { by, facts }) => ({
    _tag: "Asked",
    what,
    evidence,
    function: name,
    raisedBy,
    ...facts,
    putBy: by.person
  }),
  performs: { notify: (problem, _, { called }) => ({ to: problem.to, message: Problem.question(problem, called) }) }
})

const notAsked = ({ to }: { readonly to: PersonId }, person: PersonId) =>
  to === person ? undefined : new Problem.NotAsked({ to, person })

const Agree = step({
  title: { zh: "同意", en: "agree" },
  from: ["Asked"],
  to: ["Agreed"],
  by: "problem.decide",
  input: { terms: Schema.NonEmptyString.annotate(Label.of({ zh: "同意什么", en: "what is agreed" })) },
  unless: (problem, { by }) => notAsked(problem, authority(by)),
  performs: {
    notify: ({ putBy, terms, to, what }, _, { called }) => ({
      to: putBy,
      message: {
        zh: `${called(to)} 同意：${terms}（问题：${what}）。请写入手册。`,
        en: `${called(to)} agrees: ${terms} (the problem: ${what}). Write it into the handbook.`
      }
    })
  }
})

const Decline = step({
  title: { zh: "不同意", en: "decline" },
  from: ["Asked"],
  to: ["Declined"],
  by: "problem.decide",
  input: { reason: Remark.Reason },
  unless: (problem, { by }) => notAsked(problem, authority(by)),
  performs: {
    notify: ({ putBy, reason, to, what }, _, { called }) => ({
      to: putBy,
      message: {
        zh: `${called(to)} 不同意：${reason}（问题：${what}）`,
        en: `${called(to)} declines: ${reason} (the problem: ${what})`
      }
    })
  }
})

const Defer = step({
  title: { zh: "暂缓", en: "defer" },
  from: ["Asked"],
  to: ["Deferred"],
  by: "problem.decide",
  input: { reason: Remark.Reason, until: Moment.annotate(Label.of({ zh: "到何时", en: "until" })) },
  unless: (problem, { by }) => notAsked(problem, authority(by)),
  decide: (_, input, { at }) =>
    DateTime.isGreaterThan(input.until, at)
      ? Result.succeed(input)
      : Result.fail(new Problem.Past({ until: input.until }))
})

const TakeUp = step({
  title: { zh: "重新提起", en: "take up again" },
  from: ["Deferred"],
  to: ["Asked"],
  by: "clock",
  performs: { notify: (problem, _, { called }) => ({ to: problem.to, message: Problem.question(problem, called) }) }
})

/** Whatever was agreed is a rule from the edition on that says so. */
const Settle = step({
  title: { zh: "写入手册", en: "settle" },
  from: ["Agreed"],
  to: ["Settled"],
  by: "problem.put",
  input: { edition: HandbookVersion.annotate(Label.of({ zh: "改动后的手册版本", en: "edition that changes it" })) },
  decide: (_, { edition }, { handbook }) =>
    edition === handbook ? Result.fail(new Problem.SameEdition({ edition })) : Result.succeed({ edition })
})

const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Raised", "Asked", "Agreed"],
  by: "clock",
  facts: { to: PersonId },
  decide: (problem, _, under) => {
    const lead = leadNow(under)
    return Result.succeed({ to: problem._tag === "Asked" ? nextOf([problem.to, lead], under.presence) : lead })
  },
  performs: {
    notify: ({ what }, { facts: { to } }, { state }) => ({
      to,
      message: { zh: `问题「${what}」${state.zh}，等待处理。`, en: `The problem “${what}” waits: ${state.en}.` }
    })
  }
})

/** A problem that the account's team cannot solve alone. */
export const ProblemProcess = process({
  about: ({ what }) => Bilingual.same(what),
  awaits: (problem) => (problem._tag === "Asked" ? [problem.to] : []),
  steps: { Raise, SolveIt, PutTo, Agree, Decline, Defer, TakeUp, Settle, Remind },
  final: ["Solved", "Declined", "Settled"],
  deadlines: {
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Raised", "Agreed"],
      within: ({ attention }) => attention,
      fires: "Remind"
    }),
    decision: deadline({
      title: { zh: "决定期限", en: "decision" },
      while: ["Asked"],
      within: ({ decides }) => decides,
      fires: "Remind"
    }),
    until: deadline({
      title: { zh: "暂缓期限", en: "until when" },
      while: ["Deferred"],
      at: ({ until }) => until,
      warnAt: 1,
      fires: "TakeUp"
    })
  },
  separate: [["PutTo", "Agree"]]
})
