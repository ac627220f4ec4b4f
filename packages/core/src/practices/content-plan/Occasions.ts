/**
 * What asks for posts beside the mix: the festivals and the entries of the plan that a handbook names, each with its dates.
 *
 * @module
 */
import { Record } from "effect"
import { fromNumber, toNumber } from "../../calendar/CalendarDate.ts"
import * as Festivals from "../../calendar/festivals/Festivals.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import type { Occasion } from "../../internal-system/content-plan/Brief.ts"
import type { ContentPlanSection } from "./ContentPlanSection.ts"

/** Occasions by their ids: a festival and its date, for one by the moon may come twice in a year; an entry and which part of it. */
export type Occasions = Readonly<Record<string, Occasion>>

/** Every occasion that asks for posts on the dates from the first to before the other. */
export const between = (
  { plan }: Pick<Handbook, "plan">,
  section: ContentPlanSection | undefined,
  from: string,
  until: string
): Occasions =>
  Record.filter(
    { ...festivals(section?.festivals, from, until), ...entries(plan, section?.entries) },
    (one) => one.posts > 0 && one.from < until && from < one.until && one.from < one.until
  )

const festivals = (asking: ContentPlanSection["festivals"] = {}, from: string, until: string): Occasions =>
  Object.keys(asking).length === 0
    ? {}
    : Object.fromEntries(
        // A festival just after the dates may ask for posts before it.
        Festivals.between(from, fromNumber(toNumber(until) + mostAhead)).flatMap(({ date, id }) => {
          const asked = asking[id]
          if (asked === undefined) return []
          const { ahead = 0, categories, posts } = asked
          const day = toNumber(date)
          const occasion: Occasion = {
            title: Festivals.titles[id],
            from: fromNumber(day - ahead),
            until: fromNumber(day + 1),
            posts,
            ...(categories && { categories })
          }
          return [[`${id}/${date}`, occasion]]
        })
      )

/** No festival asks for posts longer ahead. */
const mostAhead = 100

const entries = (plan: Handbook["plan"], asking: ContentPlanSection["entries"] = {}): Occasions =>
  Object.fromEntries(
    Object.entries(plan?.entries ?? {}).flatMap(([id, { from, kind, title, until, warmUp }]) => {
      const asked = asking[kind]
      if (asked === undefined) return []
      const only = asked.categories && { categories: asked.categories }
      const begins = from.slice(0, 10)
      // What lasts until midnight has no post on the day after.
      const ends = until.slice(11) === "00:00" ? until.slice(0, 10) : fromNumber(toNumber(until.slice(0, 10)) + 1)
      const warming: Occasion | undefined =
        warmUp === undefined
          ? undefined
          : {
              title: { zh: `${title.zh}：预热`, en: `${title.en}: warm-up` },
              from: warmUp,
              until: begins,
              posts: asked.warmUp ?? 0,
              ...only
            }
      return [
        ...(warming === undefined ? [] : [[`${id}/warm-up`, warming] as const]),
        [`${id}/run`, { title, from: begins, until: ends, posts: asked.posts ?? 0, ...only }] as const
      ]
    })
  )
