/**
 * The content mix: it can be met with the slots there are, and there is time to read what goes out.
 *
 * @module
 */
import { Duration, Record } from "effect"
import type { Per } from "../../calendar/Cadence.ts"
import * as Spans from "../../calendar/Spans.ts"
import type { ContentMix } from "../../internal-system/content/ContentMix.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import { days } from "../../practice/Workload.ts"

/** The rules of the content mix. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "content/shares",
    severity: "error",
    demands: { zh: "各类内容占比之和为 100%。", en: "The shares of the categories make 100 per cent." },
    fix: { zh: "调整占比。", en: "Change the shares until they do." },
    find: ({ handbook: { content } }) => {
      const sum = Object.values(content.mix?.categories ?? {}).reduce((all, { share }) => all + share, 0)
      return content.mix === undefined || Math.abs(sum - 100) < 1e-6
        ? []
        : [
            hit(
              ["content", "mix", "categories"],
              `占比之和为 ${sum}%。`,
              `The shares make ${sum} per cent.`,
              String(sum)
            )
          ]
    }
  },
  {
    code: "content/too-few-slots",
    severity: "error",
    demands: { zh: "固定时段够发最少条数。", en: "There are slots for the least number of posts." },
    fix: { zh: "增加时段，或减少条数。", en: "Add slots, or promise fewer posts." },
    find: ({ handbook: { content } }) => {
      if (content.mix === undefined) return []
      const { least, per } = content.mix.quantity
      return shortest(content.mix, per) >= least
        ? []
        : [
            hit(
              ["content", "mix", "slots"],
              `每${zhPer[per]}至少 ${least} 条，时段只有 ${shortest(content.mix, per)} 个。`,
              `At least ${least} posts a ${per}, and slots for ${shortest(content.mix, per)}.`,
              String(shortest(content.mix, per))
            )
          ]
    }
  },
  {
    code: "content/too-many-slots",
    severity: "warning",
    demands: { zh: "固定时段不超过最多条数。", en: "There are no more slots than posts." },
    fix: { zh: "减少时段，或提高上限。", en: "Take slots out, or allow more posts." },
    find: ({ handbook: { content } }) => {
      if (content.mix === undefined) return []
      const { most, per } = content.mix.quantity
      return longest(content.mix, per) <= most
        ? []
        : [
            hit(
              ["content", "mix", "slots"],
              `每${zhPer[per]}最多 ${most} 条，时段有 ${longest(content.mix, per)} 个。`,
              `At most ${most} posts a ${per}, and slots for ${longest(content.mix, per)}.`,
              String(longest(content.mix, per))
            )
          ]
    }
  },
  {
    code: "content/fewer-slots-than-categories",
    severity: "warning",
    demands: { zh: "每周时段不少于内容类别。", en: "A week has a slot for every category." },
    fix: { zh: "增加时段，或合并类别。", en: "Add slots, or put categories together." },
    find: ({ handbook: { content } }) => {
      const used = Object.values(content.mix?.categories ?? {}).filter(({ share }) => share > 0).length
      const week = (content.mix?.slots ?? []).reduce((sum, { on }) => sum + on.length, 0)
      return content.mix === undefined || used <= week
        ? []
        : [
            hit(
              ["content", "mix", "categories"],
              `${used} 个类别，每周只有 ${week} 个时段。`,
              `${used} categories, and ${week} slots a week.`,
              String(week)
            )
          ]
    }
  },
  {
    code: "content/share-beyond-slots",
    severity: "error",
    demands: {
      zh: "固定给各类的时段，不妨碍达到占比。",
      en: "Slots that are kept for a category leave every category its share."
    },
    fix: { zh: "放开固定时段，或调整占比。", en: "Free some of the slots, or change the shares." },
    find: ({ handbook: { content } }) => {
      const slots = (content.mix?.slots ?? []).flatMap(({ category, on }) => on.map(() => category))
      const free = slots.filter((one) => one === undefined).length
      return Record.toEntries(content.mix?.categories ?? {}).flatMap(([id, { share }]) => {
        const kept = slots.filter((one) => one === id).length
        const asked = (share / 100) * slots.length
        // A post more or less in a week is no broken mix.
        return kept <= asked + 1 && kept + free >= asked - 1
          ? []
          : [
              hit(
                ["content", "mix", "categories", id, "share"],
                `占比 ${share}% 即每周 ${asked.toFixed(1)} 条，时段给了 ${kept} 到 ${kept + free} 条。`,
                `${share} per cent are ${asked.toFixed(1)} posts a week; the slots give it ${kept} to ${kept + free}.`,
                String(share)
              )
            ]
      })
    }
  },
  {
    code: "content/reviewers-hours",
    severity: "warning",
    demands: {
      zh: "发布前一周的审核时间够走完一次审核。",
      en: "The week before a slot has the reviewers' hours that one review may take."
    },
    fix: { zh: "缩短审核时限，或推后时段。", en: "Shorten the review, or publish later." },
    find: (view) => {
      const { mix, review } = view.handbook.content
      const dates = days(view)
      if (mix === undefined || dates.length === 0) return []
      return mix.slots.flatMap(({ at, on }, index) => {
        const last = dates.findLast(({ weekday }) => on.includes(weekday))
        const slot = last && view.moment(`${last.date}T${at}`)
        const open =
          slot &&
          Spans.length(Spans.intersection(view.cover.hours(review.within.calendar), [slot - 7 * 86_400_000, slot]))
        // A week is long enough to be read in, unless nobody reads at all.
        return open === undefined ||
          slot === undefined ||
          slot - 7 * 86_400_000 < view.from ||
          open >= Duration.toMillis(review.within.time)
          ? []
          : [
              hit(
                ["content", "mix", "slots", index],
                `${at} 之前的一周里没有足够的审核时间。`,
                `The week before ${at} has less reviewers' time than one review may take.`,
                at
              )
            ]
      })
    }
  }
]

const zhPer: Readonly<Record<Per, string>> = { day: "天", week: "周", month: "月", quarter: "季", year: "年" }

/** Slots in the emptiest and in the fullest stretch of a kind. */
const shortest = (mix: ContentMix, per: Per) => counts(mix, per, Math.min, Math.floor)
const longest = (mix: ContentMix, per: Per) => counts(mix, per, Math.max, Math.floor)

const counts = (
  { slots }: ContentMix,
  per: Per,
  choose: (...all: Array<number>) => number,
  round: (x: number) => number
) => {
  const week = slots.reduce((sum, { on }) => sum + on.length, 0)
  const daily = (["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const).map(
    (day) => slots.filter(({ on }) => on.includes(day)).length
  )
  switch (per) {
    case "day":
      return choose(...daily)
    case "week":
      return week
    case "month":
      return round((week * 30) / 7)
    case "quarter":
      return week * 13
    case "year":
      return week * 52
  }
}
