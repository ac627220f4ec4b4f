/**
 * The rules of a series of codes, as one value: somebody else approves it, no code is redeemed before the tills know of it or after it was withdrawn, and
 * whatever waits for somebody is told. Its steps stand in the files beside it.
 *
 * @module
 */
import { Result } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import * as CodeTerms from "../../external-system/codes/CodeTerms.ts"
import { answerable, PersonId } from "../../process/Actor.ts"
import { leadNow } from "../../process/Presence.ts"
import type { Reading } from "../../process/Reader.ts"
import * as CodeSeries from "./CodeSeries.ts"
import * as Draft from "./CodeSeriesDraft.ts"
import * as Issue from "./CodeSeriesIssue.ts"

const { deadline, process, stay, step } = CodeSeries.series

const Begin = step({ title: { zh: "开始", en: "begin" }, from: ["Issued"], to: ["Running"], by: "clock" })
const End = step({ title: { zh: "结束", en: "end" }, from: ["Running"], to: ["Ended"], by: "clock" })

const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Drafted", "Approved", "Issuing", "Changing", "Stopping"],
  by: "clock",
  facts: { to: PersonId },
  decide: (_, __, under) => Result.succeed({ to: leadNow(under) }),
  performs: {
    notify: (_, { facts: { to } }: { readonly facts: { readonly to: PersonId } }, reading: Reading) => ({
      to,
      message: CodeSeries.waits(reading)
    })
  }
})

const { placed: _, ...drafting } = Draft

/** A series of codes. */
export const CodeSeriesProcess = process({
  about: ({ name, placements }) => {
    const codes = CodeTerms.countOf(placements)
    return { zh: `${name}（${codes} 个码）`, en: `${name} (${codes} codes)` }
  },
  steps: { ...drafting, ...Issue, Begin, End, Remind },
  final: ["Ended", "Stopped", "Discarded"],
  deadlines: {
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Drafted", "Approved", "Issuing", "Changing", "Stopping"],
      within: ({ attention }) => attention,
      warnAt: 1,
      fires: "Remind"
    }),
    expiry: deadline({
      title: { zh: "草稿过期", en: "expiry" },
      while: ["Drafted", "Approved"],
      at: ({ until }): Moment => until,
      warnAt: 1,
      fires: "Lapse"
    }),
    begin: deadline({
      title: { zh: "开始时间", en: "begin" },
      while: ["Issued"],
      at: ({ from }): Moment => from,
      warnAt: 1,
      fires: "Begin"
    }),
    end: deadline({
      title: { zh: "结束时间", en: "end" },
      while: ["Running"],
      at: ({ until }): Moment => until,
      warnAt: 1,
      fires: "End"
    })
  },
  sentBy: { CallOff: { zh: "活动停止时，由活动自己", en: "the campaign, when it stops" } },
  outcomes: { keepCodes: { done: "Kept", refused: "NotKept", unknown: "NotKept" } },
  separate: [
    ["Draft", "Approve"],
    ["Redraft", "Approve"]
  ],
  invariants: {
    "nobody approves what they have drafted": (state) =>
      !("approvedBy" in state) || !answerable(state.approvedBy).some((person) => state.authors.includes(person)),
    "no code is placed before its series was approved": (state) => !("revision" in state) || "approvedBy" in state,
    "every number of a series is that of one placement": (state) =>
      !("revision" in state) ||
      state.placements.every(({ first }, index) => first === CodeTerms.countOf(state.placements.slice(0, index)))
  }
})
