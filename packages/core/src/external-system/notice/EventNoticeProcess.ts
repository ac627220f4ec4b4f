/**
 * The rules of notices, as one value: how late somebody told is counted in hours of work, and an event of which nobody told is not passed over.
 *
 * @module
 */
import { DateTime, Duration, Result, Schema } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import * as WorkingTime from "../../calendar/WorkingTime.ts"
import * as Bilingual from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import { PersonId } from "../../process/Actor.ts"
import { dueAt, everyMinute } from "../../process/Calendars.ts"
import type { Circumstances } from "../../process/Declaration.ts"
import { leadNow, nextOf } from "../../process/Presence.ts"
import * as Notice from "./EventNotice.ts"

const { deadline, process, start, stay, step } = Notice.eventNotice

/** Whoever plans the event tells the account of it, and how late is counted. */
const Tell = start({
  title: { zh: "通知", en: "tell" },
  to: ["Told"],
  by: "resource.answer",
  input: Notice.telling,
  facts: { ...Notice.telling, hoursLate: Notice.hours, to: PersonId },
  decide: (input, under) => inAdvance(input, under),
  evolve: ({ by, facts: { to: _, ...facts } }) => ({ _tag: "Told", ...facts, toldBy: by.person }),
  performs: {
    notify: (notice, { facts: { to } }, reading) => ({ to, message: Notice.news(notice, reading) })
  }
})

/** From now on the account counts on it. */
const Acknowledge = step({
  title: { zh: "收到", en: "acknowledge" },
  from: ["Told"],
  to: ["Known"],
  by: "planning.ask",
  performs: {
    notify: ({ event, toldBy }) => ({
      to: toldBy,
      message: { zh: `微博团队已收到「${event}」的通知。`, en: `The account's team knows of “${event}”.` }
    })
  }
})

/** The date has moved, or the plan has. */
const Change = step({
  title: { zh: "更改", en: "change" },
  from: ["Told", "Known"],
  to: ["Told"],
  by: "resource.answer",
  input: Notice.telling,
  facts: { ...Notice.telling, hoursLate: Notice.hours, to: PersonId },
  opensWith: ({ event, materials, part, starts }) => ({ event, starts, materials, part }),
  decide: (_, input, under) => inAdvance(input, under),
  evolve: (_, { by, facts: { to: __, ...facts } }) => ({ _tag: "Told", ...facts, toldBy: by.person }),
  performs: {
    notify: (notice, { facts: { to } }, reading) => ({ to, message: Notice.news(notice, reading) })
  }
})

const CallOff = step({
  title: { zh: "取消", en: "call off" },
  from: ["Told", "Known"],
  to: ["CalledOff"],
  by: "resource.answer",
  input: { reason: Remark.Reason },
  facts: { reason: Schema.String, to: PersonId },
  decide: (_, { reason }, under) => Result.succeed({ reason, to: leadNow(under) }),
  evolve: (notice, { facts: { reason } }) => ({ ...notice, _tag: "CalledOff", reason }),
  performs: {
    notify: ({ event, reason }, { facts: { to } }) => ({
      to,
      message: { zh: `「${event}」取消：${reason}`, en: `“${event}” is called off: ${reason}` }
    })
  }
})

const Pass = step({ title: { zh: "已过", en: "pass" }, from: ["Told", "Known"], to: ["Passed"], by: "clock" })

/** Whoever was last to hear says so: what it cost is a figure, and somebody answers for it. */
const Learn = start({
  title: { zh: "事后才知", en: "learn of it afterwards" },
  to: ["Learned"],
  by: "planning.ask",
  input: Notice.learning,
  facts: { ...Notice.learning, hoursLost: Notice.hours, to: PersonId },
  decide: (input, under) =>
    DateTime.isGreaterThan(input.began, under.at)
      ? Result.fail(new Notice.StillToCome({ began: input.began }))
      : Result.succeed({
          ...input,
          hoursLost: round(Duration.toHours(under.settings.ahead.time) + worked(input.began, under.at, under)),
          to: sponsorNow(under)
        }),
  evolve: ({ by, facts: { to: _, ...facts } }) => ({ _tag: "Learned", ...facts, learnedBy: by.person }),
  performs: { notify: (notice, { facts: { to } }) => ({ to, message: Notice.untold(notice) }) }
})

const Explain = step({
  title: { zh: "说明原因", en: "explain" },
  from: ["Learned"],
  to: ["Explained"],
  by: "resource.answer",
  input: {
    why: Schema.NonEmptyString.annotate(Label.of({ zh: "原因和以后怎么做", en: "why, and what will be otherwise" }))
  },
  performs: {
    notify: ({ event, learnedBy, why }) => ({
      to: learnedBy,
      message: { zh: `「${event}」为什么没有通知：${why}`, en: `Why nobody told of “${event}”: ${why}` }
    })
  }
})

const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Told", "Learned"],
  by: "clock",
  facts: { to: PersonId },
  decide: (notice, _, under) => Result.succeed({ to: notice._tag === "Told" ? leadNow(under) : sponsorNow(under) }),
  performs: {
    notify: (notice, { facts: { to } }, reading) => ({
      to,
      message: notice._tag === "Told" ? Notice.news(notice, reading) : Notice.untold(notice)
    })
  }
})

type Under = Circumstances<Notice.Settings>

/** What is told, unless it has begun: told now, preparations would be done by some moment, and what of that lies beyond the beginning is lacking. */
const inAdvance = <Told extends { readonly starts: Moment }>(input: Told, under: Under) => {
  const { at, calendars = everyMinute, settings } = under
  return DateTime.isLessThan(input.starts, at)
    ? Result.fail(new Notice.Begun({ starts: input.starts }))
    : Result.succeed({
        ...input,
        hoursLate: worked(input.starts, dueAt(calendars, at, settings.ahead), under),
        to: leadNow(under)
      })
}

/** The hours of work between two moments. */
const worked = (from: Moment, until: Moment, { calendars = everyMinute, settings: { ahead } }: Under): number => {
  const counted = WorkingTime.between(calendars(ahead.calendar), from, until)
  return round(Duration.toHours(Result.getOrElse(counted, () => DateTime.distance(from, until))))
}

/** To the tenth, as people read them. */
const round = (count: number): number => Math.round(count * 10) / 10

const sponsorNow = (under: Under) => {
  const { lead, others = [], sponsors } = under.settings
  const [first = lead, ...rest] = sponsors
  return nextOf([first, ...rest, lead, ...others], under.presence)
}

/** Notice of what the company is about to do. */
export const EventNoticeProcess = process({
  about: ({ event }) => Bilingual.same(event),
  steps: { Tell, Acknowledge, Change, CallOff, Pass, Learn, Explain, Remind },
  final: ["Passed", "CalledOff", "Explained"],
  deadlines: {
    beginning: deadline({
      title: { zh: "开始", en: "beginning" },
      while: ["Told", "Known"],
      at: ({ starts }) => starts,
      warnAt: 1,
      fires: "Pass"
    }),
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Told", "Learned"],
      within: ({ attention }) => attention,
      fires: "Remind"
    })
  },
  standing: { Known: [{ grants: Notice.noticed, of: ({ event }) => event }] }
})
