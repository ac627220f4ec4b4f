/**
 * What is published, how much of it, and when.
 *
 * @module
 */

import { Schema } from "effect"
import * as Tag from "../../account/Tag.ts"
import { Per } from "../../calendar/Cadence.ts"
import { Weekday } from "../../calendar/CalendarDate.ts"
import { TimeOfDay } from "../../calendar/WorkingCalendar.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import * as Expected from "../../finding/Expected.ts"
import * as Label from "../../finding/Label.ts"
import * as Name from "../../finding/Name.ts"

/** The name of a category of posts. */
export const CategoryId = Schema.NonEmptyString.annotate(Name.of({ zh: "内容类别", en: "category" })).pipe(
  Schema.brand("CategoryId")
)
/** The name of a category of posts. */
export type CategoryId = typeof CategoryId.Type

/** The tag that a case of this category bears. */
export const tagOf = (category: CategoryId): string => Tag.of("category", category)
/** Of which category a post is, where it is of one, as people are asked: its case bears the tag of it. */
export const OfCategory: OfCategory = Schema.optionalKey(
  CategoryId.annotate({ ...Label.of({ zh: "类别", en: "category" }), ...Tag.as("category") })
)
/** The schema has a name of its own, so that the types of posts stay short. */
export interface OfCategory extends Schema.optionalKey<typeof CategoryId> {}

/** A category of posts. */
export const Category = Schema.Struct({
  title: Bilingual,
  share: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 100 })).annotateKey({
    description: "Its share of the posts, in per cent; the shares of a mix make 100."
  }),
  like: Schema.optionalKey(Schema.NonEmptyString).annotateKey({ description: "A post of the kind, as a model." })
})
/** A category of posts. */
export type Category = typeof Category.Type

/** How many posts there are. */
export const Quantity = Schema.Struct({
  least: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1000 })),
  most: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1000 })),
  per: Per
}).check(
  Schema.makeFilter(
    ({ least, most }) => least <= most,
    Expected.check({ zh: "「least」不大于「most」", en: "one whose least is not more than its most" })
  )
)
/** How many posts there are. */
export type Quantity = typeof Quantity.Type

/** A time at which a post goes out. */
export const Slot = Schema.Struct({
  on: Schema.NonEmptyArray(Weekday),
  at: TimeOfDay,
  category: Schema.optionalKey(CategoryId).annotateKey({ description: "Left out: whatever the mix is short of." })
})
/** A time at which a post goes out. */
export type Slot = typeof Slot.Type

/** What is published, how much of it, and when. */
export const ContentMix = Schema.Struct({
  categories: Schema.Record(CategoryId, Category),
  quantity: Quantity,
  slots: Schema.Array(Slot)
})
/** What is published, how much of it, and when. */
export type ContentMix = typeof ContentMix.Type
