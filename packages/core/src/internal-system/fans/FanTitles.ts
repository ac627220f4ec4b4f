/**
 * What the figures of fans are called, and what they lack.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Stage } from "./LifeCycle.ts"

/** Numbers of fans. */
export const figures = {
  followers: { zh: "粉丝数", en: "followers" },
  seen: { zh: "见到过的粉丝", en: "fans who were ever seen" },
  first: { zh: "首次见到的粉丝", en: "fans seen for the first time" }
} as const satisfies Record<string, Bilingual>

/** Shares of the fans who were ever seen. */
export const staged: Readonly<Record<Exclude<Stage, "unseen">, Bilingual>> = {
  new: { zh: "新粉占比", en: "share of new fans" },
  active: { zh: "活跃粉丝占比", en: "share of active fans" },
  loyal: { zh: "忠实粉丝占比", en: "share of loyal fans" },
  quiet: { zh: "沉默粉丝占比", en: "share of quiet fans" },
  asleep: { zh: "沉睡粉丝占比", en: "share of fans asleep" },
  gone: { zh: "流失粉丝占比", en: "share of fans gone" }
}

/** The share of a cohort that was seen again, and of whom that is. */
export const retained = {
  week: {
    title: { zh: "次周留存", en: "seen again the week after" },
    of: { zh: "前一周首次见到的粉丝", en: "fans first seen the week before" }
  },
  month: {
    title: { zh: "次月留存", en: "seen again the month after" },
    of: { zh: "前一月首次见到的粉丝", en: "fans first seen the month before" }
  }
} as const satisfies Record<string, Record<"title" | "of", Bilingual>>

/** The share that was seen again in the period so many after the first. */
export const again = (per: "week" | "month", after: number): Record<"title" | "of", Bilingual> => ({
  title: {
    zh: `${after} ${per === "week" ? "周" : "个月"}后留存`,
    en: `seen again ${after} ${per}${after === 1 ? "" : "s"} after`
  },
  of: { zh: "首次见到已满此时长的粉丝", en: "fans first seen so long ago" }
})

/** Why the number of followers is not known. */
export const notRead: Bilingual = {
  zh: "期末没有读到粉丝数。",
  en: "The number of followers was not read at the end."
}

/** Why nothing is said of who has gone. */
export const untold: Bilingual = {
  zh: "平台不告知谁取消了关注：他们在沉默与沉睡者之中。",
  en: "The platform does not tell who stopped following: they are among the quiet and those asleep."
}

/** How much was heard of nobody known. */
export const ofNobody = (count: number): Bilingual => ({
  zh: `有 ${count} 条不知道是谁的，或已应本人要求删除。`,
  en: `Of ${count} that were heard it is not known whose they are, or they asked to be forgotten.`
})
