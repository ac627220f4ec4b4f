/**
 * The prepared answers of a handbook.
 *
 *     library:
 *       opening-hours:
 *         title: { zh: 营业时间, en: Opening hours }
 *         asked: [几点开门, 营业到几点]
 *         words: 门店每天九点到二十二点营业。
 *         owner: chen
 *         validUntil: 2027-01-01
 *
 * @module
 */
import { DateTime, Record, Schema } from "effect"
import { CalendarDate } from "../../calendar/CalendarDate.ts"
import { onWall } from "../../calendar/LocalTime.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import { type Prepared, PreparedAnswerId } from "../../internal-system/answer-library/PreparedAnswer.ts"
import { PersonId } from "../../process/Actor.ts"

const Entry = Schema.Struct({
  title: Bilingual,
  asked: Schema.NonEmptyArray(Schema.NonEmptyString).annotateKey({
    description: "The questions that it answers, as fans ask them."
  }),
  words: Schema.NonEmptyString.annotateKey({ description: "What is said." }),
  owner: PersonId.annotateKey({ description: "Who answers for the words, and says what holds when they have ended." }),
  validUntil: CalendarDate.annotateKey({ description: "The date from which on it is not said any more." })
})

/** The section of handbooks with prepared answers. */
export const Library = HandbookSection.make("library", {
  title: { zh: "标准答复", en: "Prepared answers" },
  schema: Schema.Record(PreparedAnswerId, Entry).annotate({
    description: "Answers to what is asked often: each has an owner and an end."
  })
})

/** What answers are told of the library: whose each entry is, and from which moment on it is over. */
export const ofLibrary = (
  handbook: Handbook
): { readonly library?: Readonly<Record<string, typeof Prepared.Type>> } => {
  const entries = Library.find(handbook)
  if (entries === undefined) return {}
  const wall = WallClock.make(handbook.timeZone)
  const library = Record.map(entries, ({ owner, validUntil }) => ({
    owner,
    until: DateTime.makeUnsafe(wall.reaches(onWall(`${validUntil}T00:00`)))
  }))
  return { library }
}
