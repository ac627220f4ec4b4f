/**
 * The plan: what happens on the account from one date to another.
 *
 * @module
 */

import { Schema } from "effect"
import { CalendarDate, toNumber } from "../../calendar/CalendarDate.ts"
import { between, Dates, inOrder } from "../../calendar/LocalTime.ts"
import { ResourceId } from "../../external-system/Resource.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import * as Expected from "../../finding/Expected.ts"
import * as Name from "../../finding/Name.ts"
import { PersonId } from "../../process/Actor.ts"
import { Money } from "../promotion/Money.ts"

/** The name of something planned. */
export const EntryId = Schema.NonEmptyString.pipe(Schema.brand("EntryId"))
/** The name of something planned. */
export type EntryId = typeof EntryId.Type

/** Something planned. */
export const Entry = Schema.Struct({
  title: Bilingual,
  kind: Schema.Literals(["launch", "campaign", "activity", "occasion"]).annotateKey({
    description:
      "A launch of the company, a campaign, an activity with fans, or an occasion of the calendar such as a festival."
  }),
  ...between,
  owner: PersonId.annotate(Name.counted),
  noticedOn: Schema.optionalKey(CalendarDate).annotateKey({
    description: "The date on which the account was told of it. Left out: not yet."
  }),
  warmUp: Schema.optionalKey(CalendarDate).annotateKey({
    description: "The date on which posts begin to lead up to it."
  }),
  uses: Schema.optionalKey(Schema.Array(ResourceId)).annotateKey({ description: "The resources that it counts on." }),
  budget: Schema.optionalKey(Money),
  prizes: Schema.optionalKey(Money).annotateKey({ description: "The worth of its prizes, part of the budget." })
}).check(inOrder)
/** Something planned. */
export type Entry = typeof Entry.Type

/** What happens on the account in the dates of the plan. */
export const Plan = Schema.Struct({
  horizon: Dates.check(
    Schema.makeFilter(
      ({ from, until }) => toNumber(until) - toNumber(from) <= 732,
      Expected.check({ zh: "不超过两年的计划", en: "a plan of at most two years" })
    )
  ).annotateKey({ description: "The dates that the plan is made for, and that checks look at." }),
  entries: Schema.Record(EntryId, Entry)
})
/** What happens on the account in the dates of the plan. */
export type Plan = typeof Plan.Type
