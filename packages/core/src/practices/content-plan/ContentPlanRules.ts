/**
 * A content plan as a handbook asks for it: there are slots for what festivals and entries ask, free slots leave enough for the mix, a silence has dates, and
 * whoever sees to the posts may do so.
 *
 * @module
 */
import { Array as Arrays, Record } from "effect"
import { fromNumber, toNumber, weekdayOf } from "../../calendar/CalendarDate.ts"
import { ids, titles } from "../../calendar/festivals/FestivalNames.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import type { CategoryId, ContentMix } from "../../internal-system/content/ContentMix.ts"
import type { Entry } from "../../internal-system/planning/Plan.ts"
import { type Hit, hit, type Rule } from "../../practice/Rule.ts"
import { length } from "../../practice/Workload.ts"
import { ContentPlanSection } from "./ContentPlanSection.ts"
import { PostQuotaProcess } from "./PostQuotaProcess.ts"

/** The rules of a content plan. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "content-plan/planner-not-permitted",
    severity: "error",
    demands: { zh: "计划人有排期的权限。", en: "The planner has the permission to schedule posts." },
    fix: { zh: "给其角色加上 planning.schedule。", en: "Grant planning.schedule to a role of theirs." },
    find: ({ cover, handbook }) => {
      const planner = ContentPlanSection.find(handbook)?.planner
      const { by } = PostQuotaProcess.steps.LeaveOut
      return planner === undefined || cover.may(planner).has(by)
        ? []
        : [
            hit(
              ["contentPlan", "planner"],
              `${planner} 负责补齐微博，但没有 ${by}。`,
              `${planner} sees to it that the posts are there, and has no ${by}.`,
              planner
            )
          ]
    }
  },
  {
    code: "content-plan/silence-without-dates",
    severity: "error",
    demands: { zh: "静默期至少有一天。", en: "A time of silence has one date at least." },
    fix: {
      zh: "把 until 写成静默期后的第一天。",
      en: "Write the first date after the silence as until."
    },
    find: ({ handbook }) =>
      Record.toEntries(ContentPlanSection.find(handbook)?.silence ?? {}).flatMap(([id, { from, title, until }]) => {
        if (from < until) return []
        const after = fromNumber(toNumber(from) + 1)
        const place = ["contentPlan", "silence", id, "until"]
        const told = hit(
          place,
          `「${title.zh}」没有一天静默：until 这天不算在内。`,
          `${title.en} keeps no date silent: until is not among them.`,
          until
        )
        return [{ ...told, fix: { zh: `只静默一天就写 ${after}。`, en: `For one date, write ${after}.` } }]
      })
  },
  {
    code: "content-plan/free-slots-of-the-mix",
    severity: "warning",
    demands: {
      zh: "留空之后，时段仍够发最少条数。",
      en: "Beside the slots that stay free there are enough for the mix."
    },
    fix: { zh: "少留空，增加时段，或减少条数。", en: "Keep fewer free, add slots, or promise fewer posts." },
    find: ({ handbook }) => {
      const free = ContentPlanSection.find(handbook)?.free
      const { mix } = handbook.content
      if (free === undefined || mix === undefined) return []
      const week = slotsOn(mix, Arrays.range(0, 6))
      const kept = Math.min(week, free.per === "week" ? free.slots : free.slots * 7)
      const least = (mix.quantity.least * 7) / length[mix.quantity.per]
      // Where there are too few slots anyway, the rules of the mix say so.
      return least > week || least <= week - kept
        ? []
        : [
            hit(
              ["contentPlan", "free", "slots"],
              `每周 ${week} 个时段，留空 ${kept} 个，而至少要发 ${shown(least)} 条。`,
              `Of ${week} slots a week ${kept} stay free, and ${shown(least)} posts at least are promised.`,
              String(free.slots)
            )
          ]
    }
  },
  {
    code: "content-plan/more-than-its-slots",
    severity: "error",
    demands: {
      zh: "节日和计划条目要的微博，在其日期内有时段可发。",
      en: "There are slots for the posts that festivals and entries of the plan ask for, on their dates."
    },
    fix: { zh: "提前开始，减少条数，或增加时段。", en: "Begin earlier, ask for fewer posts, or add slots." },
    find: ({ handbook }) => {
      const section = ContentPlanSection.find(handbook)
      const { mix } = handbook.content
      return section === undefined || mix === undefined
        ? []
        : [...festivals(section, mix), ...entries(section, mix, handbook)]
    }
  }
]

/** A festival may be on any day of the week: the fullest dates are meant. */
const festivals = ({ festivals = {} }: ContentPlanSection, mix: ContentMix): ReadonlyArray<Hit> =>
  ids.flatMap((id) => {
    const asked = festivals[id]
    if (asked === undefined) return []
    const { ahead = 0, categories, posts } = asked
    const begins = Arrays.range(0, 6)
    const slots = Math.max(...begins.map((day) => slotsOn(mix, Arrays.range(day, day + ahead), categories)))
    return posts <= slots ? [] : [hitOf(["contentPlan", "festivals", id, "posts"], { title: titles[id], posts, slots })]
  })

const entries = ({ entries = {} }: ContentPlanSection, mix: ContentMix, { plan }: Handbook): ReadonlyArray<Hit> =>
  Record.toEntries(plan?.entries ?? {}).flatMap(([id, entry]) => {
    const asked = entries[entry.kind]
    const { before, during } = datesOf(entry)
    const [warming, lasting] = [before, during].map((dates) => slotsOn(mix, dates, asked?.categories)) as [
      // Two stretches of dates have two numbers.
      number,
      number
    ]
    const { posts = 0, warmUp = 0 } = asked ?? {}
    const place = (what: string) => ["contentPlan", "entries", entry.kind, what]
    const title = { zh: `${entry.title.zh}（${id}）`, en: `${entry.title.en} (${id})` }
    return [
      // What has no warm-up has no posts of one.
      ...(before.length === 0 || warmUp <= warming
        ? []
        : [hitOf(place("warmUp"), { title, posts: warmUp, slots: warming })]),
      ...(posts <= lasting ? [] : [hitOf(place("posts"), { title, posts, slots: lasting })])
    ]
  })

/** What lasts until midnight has no post on the day after. */
const datesOf = ({ from, until, warmUp }: Entry) => {
  const [first, last] = [toNumber(from.slice(0, 10)), toNumber(until.slice(0, 10))]
  const ends = until.slice(11) === "00:00" ? last - 1 : last
  const begins = warmUp === undefined ? first : toNumber(warmUp)
  const between = (one: number, other: number) => (one > other ? [] : Arrays.range(one, other))
  return { before: between(begins, first - 1), during: between(first, ends) }
}

interface Short {
  readonly title: { readonly zh: string; readonly en: string }
  readonly posts: number
  readonly slots: number
}
const hitOf = (at: ReadonlyArray<PropertyKey>, { posts, slots, title }: Short): Hit =>
  hit(
    at,
    `「${title.zh}」要 ${posts} 条，其日期内最多有 ${slots} 个时段。`,
    `${title.en} asks for ${posts} posts, and its dates have ${slots} slots at most.`,
    String(posts)
  )

/** How many slots there are on dates, as days since 1970-01-01, of those that posts of the categories may take. */
const slotsOn = (
  { slots }: ContentMix,
  dates: ReadonlyArray<number>,
  categories?: ReadonlyArray<CategoryId>
): number => {
  const fitting = slots.filter(
    ({ category }) => category === undefined || categories === undefined || categories.includes(category)
  )
  return dates.reduce((sum, day) => sum + fitting.filter(({ on }) => on.includes(weekdayOf(day))).length, 0)
}

const shown = (count: number): string => String(Math.round(count * 10) / 10)
