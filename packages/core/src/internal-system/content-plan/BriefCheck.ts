/**
 * What is wrong with a brief, all of it at once, before anything is planned.
 *
 * @module
 */
import { DateTime } from "effect"
import { exists, toNumber } from "../../calendar/CalendarDate.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Finding } from "../../finding/Finding.ts"
import { beyond } from "../../finding/LeftOut.ts"
import { advice, excerpt } from "../../finding/Nearest.ts"
import type { Brief } from "./Brief.ts"

/** The days that a plan has at most, and the slots; more than that nobody looks at. */
const mostDays = 732
const mostSlots = 20_000
const mostPosts = 1000

/** What is wrong with a brief. */
export const check = (brief: Brief): ReadonlyArray<Finding> =>
  beyond(
    [...datesOf(brief), ...mixOf(brief), ...dated(brief, "occasions"), ...dated(brief, "blackouts"), ...givenOf(brief)],
    (one) => one
  )

const datesOf = ({ from, mix, until }: Brief): ReadonlyArray<Finding> => {
  const wrong = [
    ...(exists(from) ? [] : [notADate("from", from)]),
    ...(exists(until) ? [] : [notADate("until", until)])
  ]
  if (wrong.length > 0) return wrong
  const days = toNumber(until) - toNumber(from)
  const slots = (days / 7) * mix.slots.reduce((sum, { on }) => sum + on.length, 0)
  if (days < 1)
    return [
      finding(
        "dates",
        "until",
        until,
        { zh: `${until} 不在 ${from} 之后。`, en: `${until} is not after ${from}.` },
        later
      )
    ]
  if (days > mostDays || slots > mostSlots)
    return [
      finding(
        "too-long",
        "until",
        until,
        {
          zh: `计划有 ${days} 天、约 ${Math.round(slots)} 个时段，最多 ${mostDays} 天、${mostSlots} 个时段。`,
          en: `The plan has ${days} days and about ${Math.round(slots)} slots; ${mostDays} and ${mostSlots} are the most.`
        },
        { zh: "缩短计划期，或减少时段。", en: "Plan for fewer days, or have fewer slots." }
      )
    ]
  return []
}

const later: Bilingual = { zh: "写明更晚的结束日期。", en: "Write a later date." }

const mixOf = ({ free, mix: { categories, quantity, slots } }: Brief): ReadonlyArray<Finding> => {
  const known = Object.keys(categories)
  const sum = Object.values(categories).reduce((all, { share }) => all + share, 0)
  return [
    ...(known.length === 0
      ? [
          finding(
            "no-category",
            "mix.categories",
            "",
            { zh: "没有内容类别。", en: "The mix has no category." },
            { zh: "写明至少一个类别。", en: "Write at least one category." }
          )
        ]
      : Math.abs(sum - 100) < 0.01
        ? []
        : [
            finding(
              "shares",
              "mix.categories",
              String(sum),
              { zh: `各类占比之和为 ${sum}%。`, en: `The shares make ${sum} per cent.` },
              { zh: "调整到 100%。", en: "Change them until they make 100." }
            )
          ]),
    ...(slots.length === 0
      ? [
          finding(
            "no-slot",
            "mix.slots",
            "",
            { zh: "没有发布时段。", en: "The mix has no slot." },
            { zh: "写明至少一个时段。", en: "Write at least one slot." }
          )
        ]
      : []),
    ...(quantity.least > quantity.most
      ? [
          finding(
            "quantity",
            "mix.quantity",
            `${quantity.least} > ${quantity.most}`,
            {
              zh: `最少 ${quantity.least} 条，多于最多 ${quantity.most} 条。`,
              en: `At least ${quantity.least} posts, and at most ${quantity.most}.`
            },
            { zh: "调整其一。", en: "Change one of them." }
          )
        ]
      : []),
    ...slots.flatMap(({ category }, index) =>
      unknown(`mix.slots[${index}].category`, category === undefined ? [] : [category], known)
    ),
    ...(free === undefined || (Number.isInteger(free.slots) && free.slots >= 0)
      ? []
      : [
          finding(
            "number",
            "free.slots",
            String(free.slots),
            { zh: "空出的时段数不是整数。", en: "The free slots are no whole number." },
            { zh: "写 0 或以上的整数。", en: "Write 0 or more." }
          )
        ])
  ]
}

const dated = (brief: Brief, key: "occasions" | "blackouts"): ReadonlyArray<Finding> =>
  Object.entries(brief[key]).flatMap(([id, one]): ReadonlyArray<Finding> => {
    const at = `${key}.${id}`
    const wrong = [
      ...(exists(one.from) ? [] : [notADate(`${at}.from`, one.from)]),
      ...(exists(one.until) ? [] : [notADate(`${at}.until`, one.until)])
    ]
    const posts = "posts" in one ? Number(one.posts) : 1
    return [
      ...wrong,
      ...(wrong.length === 0 && one.until <= one.from
        ? [
            finding(
              "dates",
              `${at}.until`,
              one.until,
              { zh: `${one.until} 不在 ${one.from} 之后。`, en: `${one.until} is not after ${one.from}.` },
              later
            )
          ]
        : []),
      ...(wrong.length === 0 &&
      key === "occasions" &&
      datesOf(brief).length === 0 &&
      (one.until <= brief.from || one.from >= brief.until)
        ? [
            finding(
              "outside",
              at,
              one.from,
              {
                zh: `「${excerpt(id)}」不在计划的日期之内。`,
                en: `${excerpt(id)} lies outside the dates of the plan.`
              },
              { zh: "改日期，或延长计划。", en: "Change its dates, or those of the plan." }
            )
          ]
        : []),
      ...(Number.isInteger(posts) && posts >= 0 && posts <= mostPosts
        ? []
        : [
            finding(
              "number",
              `${at}.posts`,
              String(posts),
              {
                zh: `条数应为 0 到 ${mostPosts} 的整数。`,
                en: `The posts should be a whole number up to ${mostPosts}.`
              },
              { zh: "改正条数。", en: "Write such a number." }
            )
          ]),
      ...unknown(`${at}.categories`, one.categories ?? [], Object.keys(brief.mix.categories))
    ]
  })

const givenOf = ({ given, mix }: Brief): ReadonlyArray<Finding> => {
  const first = new Map<number, number>()
  return given.flatMap(({ category, slot }, index): ReadonlyArray<Finding> => {
    const at = DateTime.toEpochMillis(slot)
    const before = first.get(at)
    if (before === undefined) first.set(at, index)
    return [
      ...unknown(`given[${index}].category`, [category], Object.keys(mix.categories)),
      ...(before === undefined
        ? []
        : [
            finding(
              "slot-twice",
              `given[${index}].slot`,
              DateTime.formatIso(slot),
              { zh: `与第 ${before + 1} 条在同一时刻。`, en: `It stands in the slot of entry ${before + 1}.` },
              { zh: "换一个时段，或删去一条。", en: "Choose another slot, or take one out." }
            )
          ])
    ]
  })
}

const unknown = (path: string, some: ReadonlyArray<string>, known: ReadonlyArray<string>): ReadonlyArray<Finding> =>
  some
    .filter((one) => !known.includes(one))
    .map((one) =>
      finding(
        "unknown-category",
        path,
        excerpt(one),
        { zh: `没有类别「${excerpt(one)}」。`, en: `There is no category ${excerpt(one)}.` },
        advice(one, known, { zh: "写入已有的类别。", en: "Write a category of the mix." })
      )
    )

const notADate = (path: string, written: string): Finding =>
  finding(
    "date",
    path,
    excerpt(written),
    { zh: `「${excerpt(written)}」不是真实日期。`, en: `${JSON.stringify(excerpt(written))} is no date that exists.` },
    { zh: "形如 2026-11-23。", en: "Write it as 2026-11-23." }
  )

const finding = (code: string, path: string, evidence: string, message: Bilingual, fix: Bilingual): Finding => ({
  code: `content-plan/${code}`,
  severity: "error",
  where: { path },
  evidence,
  message,
  fix
})
