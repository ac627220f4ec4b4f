/**
 * What a plan says of itself, in Chinese and in English.
 *
 * @module
 */
import { DateTime } from "effect"
import { dayMillis } from "../../calendar/CalendarDate.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import { type Bilingual, same } from "../../finding/Bilingual.ts"
import type { Finding } from "../../finding/Finding.ts"
import type { Brief, Given } from "./Brief.ts"
import type { Rule } from "./Layout.ts"
import type { Quota } from "./Obstacles.ts"

/** The sentences about a plan, with what its brief calls things. */
export const of = (brief: Brief) => {
  const titleOf = (id: string): Bilingual =>
    brief.mix.categories[id as keyof typeof brief.mix.categories]?.title ?? same(id)
  const occasion = (id: string): Bilingual => brief.occasions[id]?.title ?? same(id)
  const { per } = brief.mix.quantity
  const rule = (one: Rule): Bilingual => {
    switch (one._tag) {
      case "Blackout": {
        const title = brief.blackouts[one.blackout]?.title ?? same(one.blackout)
        return { zh: `「${title.zh}」期间不发`, en: `${title.en} keeps the account silent` }
      }
      case "Review":
        return { zh: "审核人来不及审", en: "the reviewers have no time left to read it" }
      case "Past":
        return { zh: "时段已过", en: "slots are past" }
      case "Slot": {
        const { at = "", category = "" } = brief.mix.slots[one.index] ?? {}
        return {
          zh: `${at} 的时段留给「${titleOf(category).zh}」`,
          en: `the slot at ${at} is kept for ${titleOf(category).en}`
        }
      }
      case "Firm":
        return { zh: "已发布、已锁定或冻结的内容占着时段", en: "what is out, pinned or frozen stands there" }
      case "Most":
        return {
          zh: `每${zhPer[per]}最多 ${brief.mix.quantity.most} 条`,
          en: `at most ${brief.mix.quantity.most} posts a ${per}`
        }
      case "Least":
        return {
          zh: `每${zhPer[per]}至少 ${brief.mix.quantity.least} 条`,
          en: `at least ${brief.mix.quantity.least} posts a ${per}`
        }
      case "Free":
        return {
          zh: `空出 ${brief.free?.slots} 个时段备用`,
          en: `${brief.free?.slots} slots stay free for the unforeseen`
        }
      case "Occasion": {
        const { posts = 0 } = brief.occasions[one.occasion] ?? {}
        return {
          zh: `「${occasion(one.occasion).zh}」要 ${posts} 条`,
          en: `${occasion(one.occasion).en} asks for ${posts}`
        }
      }
    }
  }
  const because = (why: ReadonlyArray<Rule>): Bilingual =>
    why.length === 0
      ? { zh: "时段不够。", en: "There are too few slots." }
      : {
          zh: `原因：${why.map((one) => rule(one).zh).join("；")}。`,
          en: `Because ${why.map((one) => rule(one).en).join("; ")}.`
        }
  const said = (quota: Quota): Bilingual => {
    const { asked, missing } = quota
    switch (quota._tag) {
      case "Least":
        return {
          zh: `${quota.key || "全期"} 应有 ${asked} 条，缺 ${missing} 条`,
          en: `${quota.key || "The whole"} should have ${asked} posts, and lacks ${missing}`
        }
      case "Most":
        return {
          zh: `${quota.key || "全期"} 最多 ${asked} 条，多 ${missing} 条`,
          en: `${quota.key || "The whole"} should have ${asked} posts at most, and has ${missing} more`
        }
      case "Free":
        return {
          zh: `${quota.key} 应空出 ${asked} 个时段，缺 ${missing} 个`,
          en: `${quota.key} should keep ${asked} slots free, and lacks ${missing}`
        }
      case "Occasion":
        return {
          zh: `「${occasion(quota.occasion).zh}」应有 ${asked} 条，缺 ${missing} 条`,
          en: `${occasion(quota.occasion).en} should have ${asked} posts, and lacks ${missing}`
        }
      case "Share":
        return {
          zh: `「${titleOf(quota.category).zh}」应有 ${asked} 条，缺 ${missing} 条`,
          en: `${titleOf(quota.category).en} should have ${asked} posts, and lacks ${missing}`
        }
    }
  }
  const shown = shownBy(brief.timeZone)
  return {
    /** A quota that is not met, with others that are missed for the same reason. */
    unmet: (quota: Quota, why: ReadonlyArray<Rule>, others: ReadonlyArray<Quota>): Finding => {
      const [one, reason] = [said(quota), because(why)]
      const more =
        others.length === 0 ? same("") : { zh: `，另有 ${others.length} 处`, en: `, and so ${others.length} more` }
      return {
        code: `content-plan/${codes[quota._tag]}`,
        severity: quota._tag === "Free" || quota._tag === "Share" ? "warning" : "error",
        where: { path: pathOf(quota) },
        evidence: "key" in quota ? quota.key : String(quota.missing),
        message: { zh: `${one.zh}${more.zh}。${reason.zh}`, en: `${one.en}${more.en}. ${reason.en}` },
        fix:
          why.length === 0
            ? { zh: "增加时段，或降低要求。", en: "Add slots, or ask for less." }
            : { zh: "改动上列任一项即可满足。", en: "A change of any of these would do." }
      }
    },
    /** What was planned and is not where it was. */
    moved: ({ category, firm, slot }: Given, why: ReadonlyArray<Rule>): Finding => ({
      code: "content-plan/moved",
      severity: firm === "planned" ? "note" : "warning",
      where: { path: "given" },
      evidence: shown(slot),
      message: {
        zh: `${shown(slot)} 的「${titleOf(category).zh}」不在原处。${why.length === 0 ? "其他要求需要该时段，或时段已取消。" : because(why).zh}`,
        en: `${titleOf(category).en} of ${shown(slot)} is not where it was. ${why.length === 0 ? "Other quotas needed the slot, or there is no such slot any more." : because(why).en}`
      },
      fix: { zh: "告知作者新的时段。", en: "Tell its author the new slot." }
    }),
    /** A year whose days off nobody knows yet. */
    unannounced: (year: number): Finding => ({
      code: "content-plan/holidays-unknown",
      severity: "note",
      where: { path: "until" },
      evidence: String(year),
      message: {
        zh: `${year} 年放假安排尚未公布，审核时间暂按星期计算。`,
        en: `The holidays of ${year} have not been announced; reviewers' hours are taken by weekday.`
      },
      fix: { zh: "公布后重新排一次。", en: "Plan once more when they are." }
    })
  }
}

const codes = {
  Least: "too-few-posts",
  Most: "too-many-posts",
  Free: "too-few-free-slots",
  Occasion: "occasion-short",
  Share: "share-short"
} as const satisfies Record<Quota["_tag"], string>

const zhPer = { day: "天", week: "周", month: "月", quarter: "季", year: "年" } as const

const pathOf = (quota: Quota): string => {
  switch (quota._tag) {
    case "Least":
    case "Most":
      return "mix.quantity"
    case "Free":
      return "free"
    case "Occasion":
      return `occasions.${quota.occasion}`
    case "Share":
      return `mix.categories.${quota.category}`
  }
}

const shownBy = (timeZone: string) => {
  const wall = WallClock.make(timeZone)
  return (slot: Given["slot"]): string => {
    const shown = new Date(wall.wallAt(DateTime.toEpochMillis(slot)))
    return Number.isNaN(shown.getTime() / dayMillis) ? "" : shown.toISOString().slice(0, 16).replace("T", " ")
  }
}
