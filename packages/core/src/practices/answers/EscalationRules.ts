/**
 * Escalations: what is late goes up, in time, to somebody who can be reached.
 *
 * @module
 */
import { Record } from "effect"
import * as Spans from "../../calendar/Spans.ts"
import { inWords } from "../../calendar/TimeSpan.ts"
import type { Escalation } from "../../internal-system/interaction/ServicePromise.ts"
import * as Parts from "../../practice/Parts.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import { type View, written } from "../../practice/View.ts"
import type { PersonId } from "../../process/Actor.ts"

/** The rules of escalations. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "escalation/none",
    severity: "error",
    demands: { zh: "对粉丝的每个承诺有升级链。", en: "Every promise to a fan has a chain of escalation." },
    fix: { zh: "写下多久后通知谁。", en: "Write who is told after how long." },
    find: ({ handbook }) =>
      Parts.chains(handbook).flatMap(({ chain, link }) =>
        link.by !== undefined || chain.length > 0
          ? []
          : [
              hit(
                [...link.at, "escalation"],
                `承诺「${link.promise.title.zh}」超时无人知道。`,
                `When the promise ${String(link.at[1])} is late, nobody is told.`
              )
            ]
      )
  },
  {
    code: "escalation/unreachable",
    severity: "error",
    demands: { zh: "升级链止于一个联系得上的人。", en: "A chain of escalation ends at a person who can be reached." },
    fix: { zh: "写下联系方式，或换一个人。", en: "Write down how to reach them, or end the chain with somebody else." },
    find: ({ handbook }) => {
      const reachable = (person: Escalation["to"]) =>
        Object.values(handbook.team.people[person]?.contact ?? {}).length > 0
      return [
        ...Parts.chains(handbook).flatMap(({ chain, link }) => {
          const last = chain.at(-1)
          return last === undefined || reachable(last.to)
            ? []
            : [
                hit(
                  [...link.at, "escalation", chain.length - 1, "to"],
                  `升级链止于 ${last.to}，但没有联系方式。`,
                  `The chain ends at ${last.to}, who cannot be reached.`,
                  last.to
                )
              ]
        }),
        ...Record.toEntries(handbook.resources).flatMap(([id, { sponsor }]) =>
          reachable(sponsor)
            ? []
            : [
                hit(
                  ["resources", id, "sponsor"],
                  `「${id}」无人答复时会找 ${sponsor}，但没有联系方式。`,
                  `Silence on ${id} goes to ${sponsor}, who cannot be reached.`,
                  sponsor
                )
              ]
        )
      ]
    }
  },
  {
    code: "escalation/all-away",
    severity: "error",
    demands: {
      zh: "承诺计时的时候，升级链上总有人没有缺勤；资源的负责人和担保人不同时缺勤。",
      en: "Whenever a promise runs, somebody of its chain of escalation is not away, and so for the owner and the sponsor of a resource."
    },
    fix: { zh: "在链上再加一个此时在的人。", en: "Add somebody to the chain who is there then." },
    find: (view) => [
      ...Parts.chains(view.handbook).flatMap(({ chain, link }) => {
        const people = [...new Set(chain.map(({ to }) => to))]
        const first = allAway(view, people, link.promise.within.calendar)
        return first === undefined
          ? []
          : [
              hit(
                [...link.at, "escalation"],
                `${first} 起，升级链上的人（${people.join("、")}）都缺勤。`,
                `From ${first} on, everybody of the chain is away: ${people.join(", ")}.`,
                people.join(", ")
              )
            ]
      }),
      ...Record.toEntries(view.handbook.resources).flatMap(([id, { answers, owner, sponsor }]) => {
        const first = allAway(view, [owner, sponsor], answers.calendar)
        return first === undefined
          ? []
          : [
              {
                ...hit(
                  ["resources", id, "sponsor"],
                  `${first} 起，「${id}」的负责人 ${owner} 和担保人 ${sponsor} 都缺勤。`,
                  `From ${first} on, ${owner}, who owns ${id}, and ${sponsor}, who vouches for it, are both away.`,
                  sponsor
                ),
                fix: { zh: "换一位此时在的担保人。", en: "Let somebody vouch for it who is there then." }
              }
            ]
      })
    ]
  },
  {
    code: "escalation/after-the-promise",
    severity: "warning",
    demands: { zh: "第一级在承诺到期之前。", en: "Somebody is told before the promise is broken, or just then." },
    fix: { zh: "提前第一级。", en: "Tell the first one earlier." },
    find: (view) =>
      Parts.chains(view.handbook).flatMap(({ chain, link }) => {
        const [first] = chain
        if (first === undefined) return []
        const start = opening(view, link.promise.within.calendar)
        const told = view.due(start, first.after)
        const due = view.due(start, link.promise.within)
        return told === undefined || due === undefined || told <= due
          ? []
          : [
              hit(
                [...link.at, "escalation", 0, "after"],
                `${first.to} 在 ${inWords(first.after.time)} 后才知道，承诺已经过期。`,
                `${first.to} is told after ${inWords(first.after.time)}, when it is late already.`,
                inWords(first.after.time)
              )
            ]
      })
  },
  {
    code: "escalation/not-rising",
    severity: "error",
    demands: { zh: "每一级晚于前一级。", en: "Each step of a chain comes later than the one before." },
    fix: { zh: "按时间先后排列。", en: "Put the steps in the order of their times." },
    find: (view) =>
      Parts.chains(view.handbook).flatMap(({ chain, link }) => {
        const start = opening(view, link.promise.within.calendar)
        return chain.flatMap((step, index) => {
          const before = chain[index - 1]
          const times = [before, step].map((one) => one && view.due(start, one.after))
          return before === undefined || (times[0] ?? 0) < (times[1] ?? Number.POSITIVE_INFINITY)
            ? []
            : [
                hit(
                  [...link.at, "escalation", index, "after"],
                  `${step.to} 不晚于 ${before.to} 得到通知。`,
                  `${step.to} is told no later than ${before.to}.`,
                  inWords(step.after.time)
                )
              ]
        })
      })
  },
  {
    code: "escalation/same-person",
    severity: "warning",
    demands: { zh: "升级链上的人各不相同。", en: "Nobody stands twice in a chain." },
    fix: { zh: "换成另一个人。", en: "Name somebody else." },
    find: ({ handbook }) =>
      Parts.chains(handbook).flatMap(({ chain, link }) =>
        chain.flatMap(({ to }, index) =>
          chain.findIndex((step) => step.to === to) === index
            ? []
            : [
                hit(
                  [...link.at, "escalation", index, "to"],
                  `${to} 在升级链上出现两次。`,
                  `${to} is told twice, and nobody else.`,
                  to
                )
              ]
        )
      )
  },
  {
    code: "escalation/sponsor-is-owner",
    severity: "warning",
    demands: { zh: "资源的担保人不是负责人本人。", en: "Whoever vouches for a resource is not its owner." },
    fix: { zh: "由负责人的上级担保。", en: "Let somebody above the owner vouch for it." },
    find: ({ handbook: { resources } }) =>
      Record.toEntries(resources)
        .filter(([, { owner, sponsor }]) => owner === sponsor)
        .map(([id, { owner }]) =>
          hit(
            ["resources", id, "sponsor"],
            `${owner} 为自己担保。`,
            `When ${owner} is silent on ${id}, ${owner} is told.`,
            owner
          )
        )
  }
]

/** The first moment of the calendar at which all of these people are away, if there are any. */
const allAway = (view: View, people: ReadonlyArray<PersonId>, calendar: string): string | undefined => {
  const [first] = people.reduce(
    (left, person) => Spans.intersection(left, view.cover.away(person)),
    people.length === 0 ? [] : view.cover.hours(calendar)
  )
  return first === undefined ? undefined : written(view, first)
}

/** The first opening of the calendar in the horizon: a fair moment to begin counting. */
const opening = ({ cover, from }: View, calendar: string): number => cover.hours(calendar)[0] ?? from
