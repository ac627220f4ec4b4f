/**
 * What fans did and got: codes by placement, questions and how long they waited, calls at the service desk, complaints.
 *
 * @module
 */
import { CodeRedeemed, CodeTerms } from "@dualops/core/codes"
import { ComplaintProcess } from "@dualops/core/complaints"
import { AnswerProcess } from "@dualops/core/interaction"
import { CodeSeriesProcess } from "@dualops/core/practices"
import { DateTime, Effect } from "effect"
import { dates } from "./Dates.ts"
import { placements } from "./Fans.ts"
import { counted, eventsOf, type Figure, hoursBetween, median, observationsOf, percent } from "./Figure.ts"
import { at } from "./House.ts"
import { ServiceCall } from "./Observed.ts"
import type { Told } from "./Story.ts"

/** The solution is late from the rung on at which its promise is over: the second, behind the one at which the lead of the department is told. */
const over = 2

const titles: Readonly<Record<(typeof placements)[number], readonly [string, string]>> = {
  "metro-line-2": ["兑换：地铁二号线", "Redeemed: metro line 2"],
  sleeves: ["兑换：杯套", "Redeemed: sleeves of cups"],
  posts: ["兑换：微博里", "Redeemed: in posts"]
}

/** The figures of the codes. */
export const ofCodes = Effect.fnUntraced(function* (told: Told) {
  const redeemed = observationsOf(CodeRedeemed.kind.name, told)
  const week = DateTime.add(at(dates.launch), { days: 7 })
  const early = redeemed.filter((one) => DateTime.isLessThan(one.at, week))
  const drafted = (yield* eventsOf(CodeSeriesProcess, told)).flatMap(({ case: series, event, position }) =>
    event.step === "Draft" ? [{ position, series, placements: event.facts.placements }] : []
  )
  const given = CodeTerms.countOf(drafted.flatMap((one) => one.placements))
  return [
    ...placements.map((id) => {
      const tags = drafted
        .filter((one) => one.placements.some((placement) => placement.id === id))
        .map(({ series }) => CodeRedeemed.tags.placement(series, CodeTerms.PlacementId.make(id)))
      const its = redeemed.filter((one) => one.tags.some((tag) => tags.includes(tag)))
      return counted(`redeemed ${id}`, titles[id], { observations: its }, `CodeRedeemed placement ${id}`)
    }),
    counted("redeemed", ["兑换的暗号", "Codes redeemed"], { observations: redeemed }, "CodeRedeemed"),
    counted(
      "share",
      ["兑换占发出暗号的比例", "Share of the codes given out that were redeemed"],
      { events: drafted, observations: redeemed },
      "CodeSeries Draft, CodeRedeemed",
      percent(redeemed.length, given),
      "percent"
    ),
    counted("onTime", ["首周兑换的暗号", "Codes redeemed in the first week"], { observations: early }, "CodeRedeemed"),
    counted(
      "onTimeShare",
      ["首周兑换占全部兑换", "Share of those redeemed that came in the first week"],
      { observations: early },
      "CodeRedeemed",
      percent(early.length, redeemed.length),
      "percent"
    )
  ] satisfies ReadonlyArray<Figure>
})

/** The figures of questions, calls and complaints. */
export const ofFans = Effect.fnUntraced(function* (told: Told) {
  const answers = yield* eventsOf(AnswerProcess, told)
  const asked = answers.flatMap(({ case: id, event, position }) =>
    event.step === "Receive" && event.orderedBy === undefined
      ? [{ case: id, position, at: event.facts.interaction.at }]
      : []
  )
  const late = new Set(answers.filter(({ event }) => event.step === "Escalate").map((one) => one.case))
  const confirmed = answers.filter(({ event }) => event.step === "Confirm")
  const answered = asked.flatMap((one) => {
    const confirm = confirmed.find((other) => other.case === one.case)
    return confirm === undefined
      ? []
      : [{ ...one, position: confirm.position, hours: hoursBetween(one.at, confirm.event.at) }]
  })
  const inTime = answered.filter((one) => !late.has(one.case))
  const longest = answered.toSorted((one, other) => other.hours - one.hours).slice(0, 1)
  const calls = observationsOf(ServiceCall.name, told)
  return [
    counted("asked", ["微博上的提问", "Questions on Weibo"], { events: asked }, "Answer Receive"),
    counted("answered", ["得到答复的提问", "Questions that were answered"], { events: answered }, "Answer Confirm"),
    counted(
      "answeredInTime",
      ["两小时承诺内答复的提问", "Questions answered within the promise of two hours"],
      { events: inTime },
      "Answer Confirm without Escalate"
    ),
    counted(
      "answerMedian",
      ["答复的中位时间", "Median time to an answer"],
      { events: answered },
      "Answer Receive interaction.at → Confirm at",
      median(answered.map(({ hours }) => hours)),
      "hours"
    ),
    counted(
      "answerLongest",
      ["等得最久的提问", "Longest time to an answer"],
      { events: longest },
      "Answer Receive interaction.at → Confirm at",
      longest[0]?.hours ?? null,
      "hours"
    ),
    counted(
      "overADay",
      ["等了超过一天的提问", "Questions answered after more than a day"],
      { events: answered.filter(({ hours }) => hours > 24) },
      "Answer Confirm"
    ),
    counted(
      "calls",
      ["打到客服的来电", "Enquiries that reached the service desk"],
      { observations: calls },
      "ServiceCall"
    ),
    ...(yield* ofComplaints(told))
  ] satisfies ReadonlyArray<Figure>
})

const ofComplaints = Effect.fnUntraced(function* (told: Told) {
  const complaints = yield* eventsOf(ComplaintProcess, told)
  const received = complaints.flatMap(({ case: id, event, position }) =>
    event.step === "Receive" ? [{ case: id, position, at: event.facts.interaction.at }] : []
  )
  const solved = received.flatMap((one) => {
    const its = complaints.filter((other) => other.case === one.case)
    const solve = its.findIndex(({ event }) => event.step === "Solve")
    const said = its.slice(solve + 1).find(({ event }) => event.step === "Said")
    if (solve < 0 || said === undefined) return []
    const isLate = its.some(
      ({ event, position }) =>
        event.step === "Escalate" &&
        event.by._tag === "Clock" &&
        event.by.deadline === "solution" &&
        event.by.rung >= over &&
        position < said.position
    )
    return [{ position: said.position, isLate, hours: hoursBetween(one.at, said.event.at) }]
  })
  const inTime = solved.filter(({ isLate }) => !isLate)
  return [
    counted("complaints", ["投诉", "Complaints"], { events: received }, "Complaint Receive"),
    counted(
      "solvedInTime",
      ["按承诺时间解决的投诉", "Complaints solved within the promise"],
      { events: inTime },
      "Complaint Said after Solve, without Escalate of solution"
    ),
    counted(
      "solvedShare",
      ["投诉按时解决的比例", "Share of complaints solved within the promise"],
      { events: inTime },
      "Complaint",
      percent(inTime.length, received.length),
      "percent"
    ),
    counted(
      "solvedMedian",
      ["投诉到告知方案的中位时间", "Median time until a complaint had a solution"],
      { events: solved },
      "Complaint Receive interaction.at → Said at",
      median(solved.map(({ hours }) => hours)),
      "hours"
    )
  ] satisfies ReadonlyArray<Figure>
})
