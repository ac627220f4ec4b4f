/**
 * When the account's team knew, and what it made of the time: preparation, posts, and what the house refused because it came too late.
 *
 * @module
 */
import { PostProcess } from "@dualops/core/content"
import { AnswerProcess } from "@dualops/core/interaction"
import { EventNoticeProcess } from "@dualops/core/resources"
import { type DateTime, Effect } from "effect"
import { dates } from "./Dates.ts"
import { counted, eventsOf, type Figure, hoursBetween, isIn } from "./Figure.ts"
import { at } from "./House.ts"
import type { Told } from "./Story.ts"

const launch = at(dates.launch)

/** The figures of the notice. */
export const ofNotice = Effect.fnUntraced(function* (told: Told) {
  const notices = yield* eventsOf(EventNoticeProcess, told)
  const posts = (yield* eventsOf(PostProcess, told)).flatMap(({ event, position }) =>
    event.step === "Confirm" ? [{ position, at: event.facts.publishedAt }] : []
  )
  const answers = yield* eventsOf(AnswerProcess, told)
  const knew = notices.filter(({ event: { step } }) => step === "Acknowledge" || step === "Learn").slice(0, 1)
  const lost = notices.flatMap(({ event, position }) =>
    event.step === "Tell"
      ? [{ position, hours: event.facts.hoursLate }]
      : event.step === "Learn"
        ? [{ position, hours: event.facts.hoursLost }]
        : []
  )
  const received = new Set(
    answers.filter(({ event }) => event.step === "Receive" && event.orderedBy === undefined).map((one) => one.case)
  )
  const first = answers.filter(({ case: id, event }) => event.step === "Confirm" && received.has(id)).slice(0, 1)
  const before = posts.filter((post) => isIn(post.at, at(dates.warmUp), launch))
  const during = posts.filter((post) => isIn(post.at, launch, at(dates.over)))
  const refused = told.refused.filter(({ process, step }) => process === "Campaign" && step === "WriteBrief")
  const since = (rows: ReadonlyArray<{ readonly event: { readonly at: DateTime.Utc } }>) =>
    rows[0] === undefined ? null : hoursBetween(launch, rows[0].event.at)
  return [
    counted(
      "knew",
      ["上线后几小时团队才知道（负数为提前）", "Hours from launch until the team knew (below zero: before)"],
      { events: knew },
      "EventNotice Acknowledge | Learn",
      since(knew),
      "hours"
    ),
    counted(
      "lost",
      ["损失的准备工时", "Working hours of preparation lost"],
      { events: lost },
      "EventNotice Tell hoursLate | Learn hoursLost",
      lost.reduce((sum, { hours }) => sum + hours, 0),
      "hours"
    ),
    counted(
      "firstAnswer",
      ["上线后几小时才有第一条答复", "Hours from launch until the first answer"],
      { events: first },
      "Answer Confirm",
      since(first),
      "hours"
    ),
    counted("warmUp", ["预热微博", "Posts out in the warm-up"], { events: before }, "Post Confirm"),
    counted("live", ["活动期间的微博", "Posts out while it was live"], { events: during }, "Post Confirm"),
    {
      ...counted(
        "refused",
        ["因太迟被拒的方案", "Briefs refused because they came too late"],
        {},
        "refusals: Campaign WriteBrief",
        refused.reduce((sum, { times }) => sum + times, 0)
      ),
      refusals: refused.length
    }
  ] satisfies ReadonlyArray<Figure>
})
