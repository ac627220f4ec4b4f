/**
 * What share of the fans is dead: no account any more, or one that nobody is behind. Who was seen doing something is alive; of who was not seen nothing
 * is known, and silence is no proof. So there are bounds, and between them an estimate of those who were looked at.
 *
 * @module
 */
import { Schema } from "effect"
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Figure } from "../analytics/Figure.ts"
import * as Interval from "../analytics/Interval.ts"
import type { Trace } from "../analytics/Trace.ts"

/** Why an account is taken for a dead one. */
export const Reason = Schema.Literals([
  "account gone",
  "account frozen",
  "no posts, no picture",
  "follows thousands, followed by none"
])
/** Why an account is taken for a dead one. */
export type Reason = typeof Reason.Type

/** What people call a reason. */
export const reasonNames: Readonly<Record<Reason, Bilingual>> = {
  "account gone": { zh: "账号已注销", en: "the account is gone" },
  "account frozen": { zh: "账号被封", en: "the account is frozen" },
  "no posts, no picture": { zh: "无微博、无头像", en: "no posts and no picture" },
  "follows thousands, followed by none": { zh: "关注数千、无人关注", en: "follows thousands and is followed by none" }
}

/** What a look at a fan's account came to. */
export type Look =
  | { readonly is: "alive" | "unknown" }
  | { readonly is: "dead"; readonly reasons: readonly [Reason, ...ReadonlyArray<Reason>] }

/** What the fans' accounts look like. */
export interface DeadFans {
  readonly share: Figure
  /** How many of the dead ones have each reason; one may have several, so these add up to more. */
  readonly reasons: ReadonlyMap<Reason, number>
}

/**
 * The share of dead fans: of so many fans in all, of whom some, drawn by lot, were looked at. Of all fans the share lies within bounds for certain; its
 * interval takes those of whom nothing could be told for alive at the low end and for dead at the high end.
 */
export const of = (
  looks: ReadonlyArray<Look>,
  fans: number | undefined,
  traces: ReadonlyArray<Trace> = []
): DeadFans => {
  const dead = looks.flatMap((one) => (one.is === "dead" ? [one] : []))
  const alive = looks.filter(({ is }) => is === "alive").length
  const unknown = looks.length - dead.length - alive
  const told = dead.length + alive
  // More were looked at than there are said to be: the number is older than the looks.
  const all = fans === undefined ? undefined : Math.max(fans, looks.length)
  const reasons = new Map<Reason, number>()
  for (const one of dead) for (const reason of new Set(one.reasons)) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  return {
    reasons,
    share: {
      title: { zh: "死粉占比", en: "share of dead fans" },
      unit: "share",
      ...(told > 0 && {
        value: dead.length / told,
        of: {
          numerator: { title: { zh: "死粉", en: "dead fans" }, value: dead.length, unit: "people" },
          denominator: {
            title: { zh: "能够判断的粉丝", en: "fans of whom something could be told" },
            value: told,
            unit: "people"
          }
        },
        interval: {
          low: Interval.wilson(dead.length, looks.length).low,
          high: Interval.wilson(dead.length + unknown, looks.length).high,
          level: Interval.usual
        }
      }),
      bounds: all === undefined || all === 0 ? { low: 0, high: 1 } : { low: dead.length / all, high: 1 - alive / all },
      missing: [
        ...(all === undefined ? [noNumber] : all > looks.length ? [unseen(all - looks.length)] : []),
        ...(unknown > 0 ? [untold(unknown)] : [])
      ],
      traces
    }
  }
}

const noNumber: Bilingual = { zh: "平台没有给出粉丝总数。", en: "The platform did not say how many fans there are." }
const unseen = (count: number): Bilingual => ({
  zh: `${count} 个粉丝没有查看。`,
  en: `${count} fans were not looked at.`
})
const untold = (count: number): Bilingual => ({
  zh: `${count} 个粉丝无法判断。`,
  en: `Of ${count} fans nothing could be told.`
})
