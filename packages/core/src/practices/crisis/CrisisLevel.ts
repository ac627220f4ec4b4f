/**
 * How grave a crisis is, as data of the handbook: how soon the account says something, how often figures are told, and who alone answers meanwhile.
 *
 * @module
 */
import { Duration, Schema } from "effect"
import { TimeSpan } from "../../calendar/TimeSpan.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import * as Expected from "../../finding/Expected.ts"
import * as Label from "../../finding/Label.ts"
import * as Name from "../../finding/Name.ts"
import { CategoryId } from "../../internal-system/content/ContentMix.ts"
import { Allowance } from "../../process/Allowance.ts"

/** What people call a level in a form, by its name in the handbook. */
export const LevelName = Schema.NonEmptyString.annotate(Name.of({ zh: "危机级别", en: "level of the crisis" }))

/** A level of crisis. */
export const CrisisLevel = Schema.Struct({
  name: LevelName.annotate(Name.declares),
  title: Bilingual,
  statement: Schema.NonEmptyArray(Allowance).annotateKey({
    ...Label.of({ zh: "发声期限", en: "statement" }),
    description:
      "How soon a statement is out: after each of these times the next of the chain is told, all counted from the declaration."
  }),
  figures: TimeSpan.check(
    Schema.makeFilter(
      (every) => Duration.isGreaterThanOrEqualTo(every, Duration.minutes(1)),
      Expected.check({ zh: "至少 1 分钟", en: "a minute or more" })
    )
  ).annotateKey({
    ...Label.of({ zh: "数据上报间隔", en: "figures every" }),
    description: "How often figures are told while it lasts: 1 hour."
  }),
  closesAnswers: Schema.optionalKey(Schema.Boolean).annotateKey({
    ...Label.of({ zh: "只由发言人答复粉丝", en: "only the voice answers fans" }),
    description: "Whether only the voice answers fans while it lasts; whoever answers may, unless it is said."
  }),
  goesOn: Schema.optionalKey(Schema.Array(CategoryId)).annotateKey({
    ...Label.of({ zh: "照常发出的内容类别", en: "what goes on" }),
    description: "The categories of the mix whose posts go out as scheduled: service information. Left out, none does."
  })
})
/** A level of crisis. */
export type CrisisLevel = typeof CrisisLevel.Type
