/**
 * The rules of posts that are due, as one value: counted as often as the handbook says, told once when some are missing, settled by the posts themselves or by a reason.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import * as Remark from "../../finding/Remark.ts"
import { refused, unknown } from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import { dueAt, everyMinute } from "../../process/Calendars.ts"
import type { Circumstances } from "../../process/Declaration.ts"
import { leadNow, nextOf } from "../../process/Presence.ts"
import type { Reading } from "../../process/Reader.ts"
import * as PostQuota from "./PostQuota.ts"

const { deadline, process, start, stay, step } = PostQuota.quota

const promisedOf = ({ account, from, kept, least, only, to }: PostQuota.State): PostQuota.Promised => ({
  ...{ account, from, kept, least, to },
  ...(only && { only })
})
const turnOf = (state: PostQuota.State) => {
  const { people, until, what } = state
  return { ...promisedOf(state), people, until, what }
}

/** When it is counted next: the last time just before its end, so that the end knows. */
const nextLook = (
  until: Moment,
  {
    at,
    calendars = everyMinute,
    settings
  }: Pick<Circumstances<{ readonly looks: Looks }>, "at" | "calendars" | "settings">
): Moment => {
  const [next, last] = [dueAt(calendars, at, settings.looks), DateTime.subtract(until, { minutes: 1 })]
  return DateTime.isLessThan(at, last) ? DateTime.min(next, last) : next
}
type Looks = (typeof PostQuota.quota.Settings)["Type"]["looks"]

const Begin = start({
  title: { zh: "开始", en: "begin" },
  to: ["Counting"],
  by: "world",
  input: PostQuota.turn,
  facts: { ...PostQuota.turn, next: Moment },
  decide: (input, under) => Result.succeed({ ...input, next: nextLook(input.until, under) }),
  performs: { count: promisedOf }
})

/** Whoever sees to it is told when posts are missing, and again only when more are. */
const Count = step({
  title: { zh: "获知清点结果", en: "hear what there is" },
  from: ["Counting", "There", "Missing"],
  to: ["There", "Missing"],
  by: "world",
  input: { missing: Schema.Array(PostQuota.Kind) },
  facts: { missing: Schema.Array(PostQuota.Kind), told: PersonId, isNews: Schema.Boolean },
  decide: (state, { missing }, { presence }) => {
    const before = state._tag === "Missing" ? PostQuota.total(state.missing) : 0
    const isNews = PostQuota.total(missing) > before
    const told = state._tag === "Missing" && !isNews ? state.told : nextOf(state.people, presence)
    return Result.succeed({ missing, told, isNews })
  },
  evolve: (state, { facts: { missing, told } }) => {
    const watched = { ...turnOf(state), next: state.next }
    return missing.length === 0 ? { _tag: "There", ...watched } : { _tag: "Missing", ...watched, missing, told }
  },
  performs: {
    notify: (state, { facts: { isNews, told } }, reading) =>
      isNews && state._tag === "Missing" ? { to: told, message: PostQuota.lacks(state, reading) } : undefined
  }
})

const uncounted = {
  title: { zh: "获知未能清点", en: "hear that nobody could count" },
  from: ["Counting", "There", "Missing"],
  by: "world"
} as const
const Refuse = stay({ ...uncounted, input: refused })
const Miss = stay({ ...uncounted, input: unknown })

const Look = stay({
  title: { zh: "再次清点", en: "count again" },
  from: ["Counting", "There", "Missing"],
  by: "clock",
  facts: { next: Moment },
  decide: ({ until }, _, under) => Result.succeed({ next: nextLook(until, under) }),
  evolve: (state, { facts }) => ({ ...state, ...facts }),
  performs: { count: promisedOf }
})

const LeaveOut = step({
  title: { zh: "说明不发", en: "say why not" },
  from: ["Missing"],
  to: ["LeftOut"],
  by: "planning.schedule",
  input: { reason: Remark.Reason },
  facts: { reason: Schema.NonEmptyString, by: PersonId },
  decide: (_state, input, { by }) => Result.succeed({ ...input, by: by.person })
})

/** The planner has not moved: the lead hears of it. */
const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Missing"],
  by: "clock",
  facts: { told: PersonId },
  decide: (_state, _input, circumstances) => Result.succeed({ told: leadNow(circumstances) }),
  evolve: (state, { facts }) => ({ ...state, ...facts }),
  performs: {
    notify: (state, { facts: { told } }, reading: Reading) => ({ to: told, message: PostQuota.lacks(state, reading) })
  }
})

/** Its last slot is over. */
const End = step({
  title: { zh: "截止", en: "end" },
  from: ["Counting", "There", "Missing"],
  to: ["Met", "Short", "Uncounted"],
  by: "clock",
  facts: { lead: PersonId },
  decide: (_state, _input, circumstances) => Result.succeed({ lead: leadNow(circumstances) }),
  evolve: (state) => {
    const turn = turnOf(state)
    switch (state._tag) {
      case "Counting":
        return { _tag: "Uncounted", ...turn }
      case "There":
        return { _tag: "Met", ...turn }
      case "Missing":
        return { _tag: "Short", ...turn, missing: state.missing, told: state.told }
    }
  },
  performs: {
    notify: (state, { facts: { lead } }) => {
      switch (state._tag) {
        case "Met":
          return undefined
        case "Short":
          return { to: lead, message: PostQuota.fellShort(state) }
        case "Uncounted":
          return {
            to: lead,
            message: { zh: `${state.what.zh}没有清点成。`, en: `Nobody could count ${state.what.en}.` }
          }
      }
    }
  }
})

/** The posts that are due on some dates, from in time before them until the last slot. */
export const PostQuotaProcess = process({
  about: ({ what }) => what,
  awaits: (state) => (state._tag === "Missing" ? [state.told] : []),
  steps: { Begin, Count, Refuse, Miss, Look, LeaveOut, Remind, End },
  final: ["Met", "Short", "LeftOut", "Uncounted"],
  deadlines: {
    look: deadline({
      title: { zh: "下次清点", en: "next count" },
      while: ["Counting", "There", "Missing"],
      at: ({ next }) => next,
      fires: "Look"
    }),
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Missing"],
      within: ({ attention }) => attention,
      fires: "Remind"
    }),
    end: deadline({
      title: { zh: "截止时间", en: "end" },
      while: ["Counting", "There", "Missing"],
      at: ({ until }) => until,
      fires: "End"
    })
  },
  outcomes: { count: { done: "Count", refused: "Refuse", unknown: "Miss" } },
  invariants: {
    "what is missing is no more than what is promised": (state) =>
      !("missing" in state) || PostQuota.total(state.missing) <= state.least
  }
})
