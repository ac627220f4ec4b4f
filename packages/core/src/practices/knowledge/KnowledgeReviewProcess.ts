/**
 * The rules of the review of a prepared answer, as one value: its owner says what holds, nobody is surprised by its end, and what was said is written down.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import * as Bilingual from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import { authority, type Person, PersonId } from "../../process/Actor.ts"
import { HandbookVersion } from "../../process/Case.ts"
import { leadNow, nextOf } from "../../process/Presence.ts"
import * as Review from "./KnowledgeReview.ts"

const { deadline, process, start, stay, step } = Review.knowledgeReview

/** The agenda opens it ahead of the end. */
const Ask = start({
  title: { zh: "请求复核", en: "ask" },
  to: ["Asked"],
  by: "world",
  input: Review.asking,
  evolve: ({ facts }) => ({ _tag: "Asked", ...facts }),
  performs: {
    notify: (review, _, { time }) => ({
      to: review.owner,
      message: Review.says(review, {
        zh: `将于 ${time(review.ends)} 失效：延期、修改还是停用？`,
        en: `ends at ${time(review.ends)}: does it hold on, is it another, or is it withdrawn?`
      })
    })
  }
})

const notTheirs = ({ owner }: Review.State, { by }: { readonly by: Person }) =>
  authority(by) === owner ? undefined : new Review.NotTheirs({ owner, person: authority(by) })

const toCome = <Input extends { readonly until: Moment }>(input: Input, at: Moment) =>
  DateTime.isGreaterThan(input.until, at) ? Result.succeed(input) : Result.fail(new Review.Past({ until: input.until }))

/** Whoever leads writes it down. */
const toWrite = {
  notify: (review: Review.State, { facts: { to } }: { readonly facts: { readonly to: PersonId } }) => ({
    to,
    message: Review.says(review, { zh: "已复核，请写入手册", en: "was reviewed; write it into the handbook" })
  })
}

const Renew = step({
  title: { zh: "延期", en: "renew" },
  from: ["Asked", "RanOut"],
  to: ["Answered"],
  by: "knowledge.answer",
  input: { until: Review.Until },
  facts: { until: Review.Until, to: PersonId },
  unless: notTheirs,
  decide: (_, input, under) => toCome({ ...input, to: leadNow(under) }, under.at),
  evolve: (review, { facts: { until } }) => ({ ...review, _tag: "Answered", becomes: "renewed" as const, until }),
  performs: toWrite
})

/** What is said is another thing from now on: who says the old words is told. */
const Change = step({
  title: { zh: "修改", en: "change" },
  from: ["Asked", "RanOut"],
  to: ["Answered"],
  by: "knowledge.answer",
  input: { words: Review.Words, until: Review.Until },
  facts: { words: Review.Words, until: Review.Until, to: PersonId, users: Schema.Array(PersonId) },
  unless: notTheirs,
  decide: (_, input, under) => toCome({ ...input, to: leadNow(under), users: under.settings.users }, under.at),
  evolve: (review, { facts: { until, words } }) => ({
    ...review,
    _tag: "Answered",
    becomes: "changed" as const,
    until,
    words
  }),
  performs: {
    notify: (review, { facts: { to, users, words } }) =>
      everyone([to, ...users], Review.says(review, { zh: `改为：${words}`, en: `is another now: ${words}` }))
  }
})

const Withdraw = step({
  title: { zh: "停用", en: "withdraw" },
  from: ["Asked", "RanOut"],
  to: ["Answered"],
  by: "knowledge.answer",
  input: { reason: Remark.Reason },
  facts: { reason: Schema.String, to: PersonId, users: Schema.Array(PersonId) },
  unless: notTheirs,
  decide: (_, { reason }, under) => Result.succeed({ reason, to: leadNow(under), users: under.settings.users }),
  evolve: (review, { facts: { reason } }) => ({ ...review, _tag: "Answered", becomes: "withdrawn" as const, reason }),
  performs: {
    notify: (review, { facts: { reason, to, users } }) =>
      everyone([to, ...users], Review.says(review, { zh: `不再使用：${reason}`, en: `is said no more: ${reason}` }))
  }
})

const everyone = (people: ReadonlyArray<PersonId>, message: Bilingual.Bilingual) =>
  [...new Set(people)].map((to) => ({ to, message }))

/** Nobody has said that it holds: it may not be cited any more, and who used it hears that from here and not from a refusal. */
const RunOut = step({
  title: { zh: "失效", en: "run out" },
  from: ["Asked"],
  to: ["RanOut"],
  by: "clock",
  facts: { users: Schema.Array(PersonId) },
  decide: (_, __, { settings: { users } }) => Result.succeed({ users }),
  performs: {
    notify: (review, { facts: { users } }) =>
      everyone(
        [review.owner, ...users],
        Review.says(review, { zh: "已失效，不能再引用", en: "has ended, and is cited no more" })
      )
  }
})

const Write = step({
  title: { zh: "已写入手册", en: "write" },
  from: ["Answered"],
  to: ["Written"],
  by: "knowledge.write",
  input: { edition: HandbookVersion.annotate(Label.of({ zh: "改动后的手册版本", en: "edition that says it" })) },
  decide: (_, { edition }, { handbook }) =>
    edition === handbook ? Result.fail(new Review.SameEdition({ edition })) : Result.succeed({ edition })
})

const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Asked", "RanOut", "Answered"],
  by: "clock",
  facts: { to: PersonId },
  decide: (review, _, under) => {
    const lead = leadNow(under)
    return Result.succeed({ to: review._tag === "Answered" ? lead : nextOf([review.owner, lead], under.presence) })
  },
  performs: {
    notify: (review, { facts: { to } }, { state }) => ({
      to,
      message: Review.says(review, { zh: `${state.zh}，等待处理`, en: `waits: ${state.en}` })
    })
  }
})

/** The review of a prepared answer. */
export const KnowledgeReviewProcess = process({
  about: ({ answer }) => Bilingual.same(answer),
  awaits: (review) => (review._tag === "Asked" || review._tag === "RanOut" ? [review.owner] : []),
  steps: { Ask, Renew, Change, Withdraw, RunOut, Write, Remind },
  final: ["Written"],
  deadlines: {
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Asked", "RanOut"],
      within: ({ attention }) => attention,
      fires: "Remind"
    }),
    writing: deadline({
      title: { zh: "写入手册期限", en: "writing it down" },
      while: ["Answered"],
      within: ({ attention }) => attention,
      fires: "Remind"
    }),
    end: deadline({
      title: { zh: "失效", en: "end" },
      while: ["Asked"],
      at: ({ ends }) => ends,
      fires: "RunOut"
    })
  }
})
