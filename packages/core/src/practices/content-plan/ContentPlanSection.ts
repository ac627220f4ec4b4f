/**
 * What a handbook says of its content plan, beside the mix: which festivals and which entries of the plan ask for posts, when the account keeps silent, and
 * who sees to it that the posts are there which the mix promises.
 *
 *     contentPlan:
 *       planner: zhou
 *       checkAt: "10:00"
 *       free: { slots: 2, per: week }
 *       frozenDays: 7
 *       festivals: { mid-autumn: { posts: 2, ahead: 3, categories: [activity] } }
 *       entries: { launch: { warmUp: 2, posts: 3, categories: [tea] } }
 *       silence: { memorial: { title: { zh: 公祭日, en: Memorial Day }, from: 2026-12-13, until: 2026-12-14 } }
 *
 * @module
 */
import { Schema } from "effect"
import { CalendarDate } from "../../calendar/CalendarDate.ts"
import * as FestivalNames from "../../calendar/festivals/FestivalNames.ts"
import { TimeOfDay } from "../../calendar/WorkingCalendar.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import * as Name from "../../finding/Name.ts"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import { CategoryId } from "../../internal-system/content/ContentMix.ts"
import { Entry } from "../../internal-system/planning/Plan.ts"
import { PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"

const categories = Schema.optionalKey(Schema.Array(CategoryId)).annotateKey({
  description: "The categories that such a post may be of; any, unless it is said."
})
const count = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 100 }))

/** The section of handbooks that have a content plan. */
export const ContentPlanSection = HandbookSection.make("contentPlan", {
  title: { zh: "内容计划", en: "Content plan" },
  schema: Schema.Struct({
    planner: PersonId.annotate(Name.counted).annotateKey({
      description: "Who sees to it that the day's posts are there."
    }),
    checkAt: TimeOfDay.annotateKey({
      description:
        "When the day's posts are counted at the latest; earlier, where a draft could no longer be read before the first slot."
    }),
    ahead: Schema.optionalKey(Allowance).annotateKey({
      description: "How much working time before the first slot that is; what a review may take, unless it is said."
    }),
    looks: Schema.optionalKey(Allowance).annotateKey({
      description: "How often the posts are counted from then on; every 30 minutes unless it is said."
    }),
    free: Schema.optionalKey(Schema.Struct({ slots: count, per: Schema.Literals(["day", "week"]) })).annotateKey({
      description: "Slots that stay free for what nobody foresees."
    }),
    frozenDays: Schema.optionalKey(count).annotateKey({
      description: "For so many days ahead nothing moves when the plan is made anew; seven unless it is said."
    }),
    festivals: Schema.optionalKey(
      Schema.Record(
        Schema.Literals(FestivalNames.ids),
        Schema.optionalKey(
          Schema.Struct({
            posts: count,
            ahead: Schema.optionalKey(count).annotateKey({ description: "So many days before, the posts may begin." }),
            categories
          })
        )
      )
    ).annotateKey({ description: "The festivals that ask for posts." }),
    entries: Schema.optionalKey(
      Schema.Record(
        Entry.fields.kind,
        Schema.optionalKey(
          Schema.Struct({
            warmUp: Schema.optionalKey(count).annotateKey({ description: "Posts from its warm-up until it begins." }),
            posts: Schema.optionalKey(count).annotateKey({ description: "Posts while it lasts." }),
            categories
          })
        )
      )
    ).annotateKey({ description: "What each kind of entry of the plan asks for." }),
    silence: Schema.optionalKey(
      Schema.Record(
        Schema.NonEmptyString,
        Schema.Struct({ title: Bilingual, from: CalendarDate, until: CalendarDate, categories })
      )
    ).annotateKey({ description: "Dates on which the account keeps silent; `until` is not among them." })
  }).annotate({ description: "What asks for posts beside the mix, and who sees to it that the day's posts are there." })
})
/** What a handbook says of its content plan. */
export type ContentPlanSection = (typeof ContentPlanSection)["schema"]["Type"]
