/**
 * Everything that speaks against the brief of a campaign, at once: what contradicts itself, what the handbook does not allow, and what the law forbids.
 *
 * @module
 */
import { DateTime } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import { inWords } from "../../calendar/TimeSpan.ts"
import type { ResourceId } from "../../external-system/Resource.ts"
import type { Finding } from "../../finding/Finding.ts"
import type { Allowance } from "../../process/Allowance.ts"
import { type Calendars, dueAt } from "../../process/Calendars.ts"
import type { Brief } from "./Brief.ts"
import * as BriefChildren from "./BriefChildren.ts"
import { shown } from "./CampaignBudget.ts"

/** What a handbook allows of one. */
export interface Bounds extends BriefChildren.Bounds {
  /** How long before it begins it has to be decided on. */
  readonly notice: Allowance
  /** What one campaign may cost. */
  readonly most: number
  /** What its prizes may be worth. */
  readonly prizesMost: number | undefined
  readonly resources: ReadonlyArray<ResourceId>
}

/**
 * The dearest prize of a draw: 50,000 yuan, prize-giving sales in the Law of the PRC against Unfair Competition (article 10 in the version of 2019; its text
 * was renumbered in 2025).
 */
export const dearestByLaw = 50_000

/** Everything that speaks against it. */
export const against = (
  brief: Partial<Brief>,
  bounds: Bounds,
  at: Moment,
  calendars?: Calendars
): ReadonlyArray<Finding> => [
  ...inOrder(brief, bounds, at, calendars),
  ...affordable(brief, bounds),
  ...lawful(brief),
  ...known(brief, bounds),
  ...BriefChildren.against(brief, bounds, at)
]

const inOrder = ({ from, until, warmUp }: Partial<Brief>, { notice }: Bounds, at: Moment, calendars?: Calendars) => {
  const earliest = calendars === undefined ? DateTime.addDuration(at, notice.time) : dueAt(calendars, at, notice)
  const ahead = { zh: inWords(notice.time), en: inWords(notice.time) }
  return [
    ...(from === undefined || until === undefined || DateTime.isLessThan(from, until)
      ? []
      : [
          hit(
            "ends-before-it-begins",
            "until",
            "结束不晚于上线。",
            "The campaign ends before it begins.",
            "把结束时间改到上线之后。",
            "Let it end after it begins."
          )
        ]),
    ...(warmUp === undefined || from === undefined || DateTime.isLessThan(warmUp, from)
      ? []
      : [
          hit(
            "warm-up-too-late",
            "warmUp",
            "预热不早于上线。",
            "The warm-up begins when the campaign is live already.",
            "把预热提前。",
            "Let it warm up earlier."
          )
        ]),
    ...(from === undefined || !DateTime.isLessThan(from, earliest)
      ? []
      : [
          hit(
            "told-too-late",
            "from",
            `离上线不足 ${ahead.zh} 工作时间。`,
            `Less than ${ahead.en} of working time is left before it begins.`,
            "推迟上线。",
            "Let it begin later."
          )
        ]),
    ...(warmUp === undefined || DateTime.isGreaterThan(warmUp, at)
      ? []
      : [
          hit(
            "warm-up-over",
            "warmUp",
            "预热时间已经过去。",
            "The warm-up would have begun already.",
            "推迟预热。",
            "Let it warm up later."
          )
        ])
  ]
}

const affordable = ({ budget, prizes }: Partial<Brief>, { most, prizesMost }: Bounds) => [
  ...(budget === undefined || budget <= most
    ? []
    : [
        hit(
          "over-budget",
          "budget",
          `预算 ${shown(budget)} 超过单次上限 ${shown(most)}。`,
          `${shown(budget)} is more than the ${shown(most)} that one campaign may cost.`,
          "削减预算，或在手册里提高上限。",
          "Spend less, or have the handbook's limit raised."
        )
      ]),
  ...(prizes === undefined || budget === undefined || prizes.worth <= budget
    ? []
    : [
        hit(
          "prizes-over-budget",
          "prizes.worth",
          `奖品 ${shown(prizes.worth)} 超过预算 ${shown(budget)}。`,
          `The prizes are worth ${shown(prizes.worth)}, of a budget of ${shown(budget)}.`,
          "奖品算在预算之内：提高预算或减少奖品。",
          "Prizes are part of the budget: raise it, or give less."
        )
      ]),
  ...(prizes === undefined || prizesMost === undefined || prizes.worth <= prizesMost
    ? []
    : [
        hit(
          "prizes-over-limit",
          "prizes.worth",
          `奖品总值 ${shown(prizes.worth)} 超过手册规定的 ${shown(prizesMost)}。`,
          `The prizes are worth ${shown(prizes.worth)}; the handbook allows ${shown(prizesMost)}.`,
          "减少奖品，或在手册里提高上限。",
          "Give less, or have the handbook's limit raised."
        )
      ])
]

const lawful = ({ prizes }: Partial<Brief>) =>
  prizes === undefined
    ? []
    : [
        ...(prizes.dearest <= prizes.worth
          ? []
          : [
              hit(
                "dearest-over-all",
                "prizes.dearest",
                "最高一份的价值超过总值。",
                "The dearest prize is worth more than all of them together.",
                "核对两个数。",
                "Check both figures."
              )
            ]),
        ...(prizes.drawn && prizes.dearest > dearestByLaw
          ? [
              hit(
                "prize-above-law",
                "prizes.dearest",
                `抽奖式有奖销售的最高奖不得超过 ${dearestByLaw} 元（反不正当竞争法），这里是 ${shown(prizes.dearest)} 元。`,
                `A prize that is drawn may be worth ${dearestByLaw} yuan at most (Law against Unfair Competition); this one is ${shown(prizes.dearest)}.`,
                "换成价值不超过五万元的奖品。",
                "Give a prize of at most 50,000 yuan."
              )
            ]
          : [])
      ]

const known = ({ needs = [], prizes }: Partial<Brief>, { resources }: Bounds) => {
  const there = new Set<string>(resources)
  const named = [
    ...needs.map(({ resource }, index) => ({ resource, path: `needs.${index}.resource` })),
    ...(prizes === undefined ? [] : [{ resource: prizes.from, path: "prizes.from" }])
  ]
  const unknown = named
    .filter(({ resource }) => !there.has(resource))
    .map(({ path, resource }) =>
      hit(
        "unknown-resource",
        path,
        `手册里没有资源「${resource}」。`,
        `The handbook knows no resource ${resource}.`,
        "写手册里有的资源。",
        "Name a resource of the handbook."
      )
    )
  const twice = needs.flatMap(({ need, resource }, index) =>
    needs.findIndex((one) => one.resource === resource && one.need === need) < index
      ? [
          hit(
            "asked-twice",
            `needs.${index}`,
            `「${need}」要了两次。`,
            `“${need}” is asked for twice.`,
            "删去一条。",
            "Take one out."
          )
        ]
      : []
  )
  const unasked =
    prizes === undefined || needs.some(({ must, resource }) => must && resource === prizes.from)
      ? []
      : [
          hit(
            "prizes-not-asked-for",
            "needs",
            "奖品没有列入必需的资源。",
            "The prizes are not among what the campaign must have.",
            "在需要的资源里写上奖品，并选「没有就不办」。",
            "Ask for them among the needs, as something it must have."
          )
        ]
  return [...unknown, ...twice, ...unasked]
}

const hit = (code: string, path: string, zh: string, en: string, fixZh: string, fixEn: string): Finding => ({
  code: `campaign/${code}`,
  severity: "error",
  where: { path: `brief.${path}` },
  message: { zh, en },
  evidence: path,
  fix: { zh: fixZh, en: fixEn }
})
