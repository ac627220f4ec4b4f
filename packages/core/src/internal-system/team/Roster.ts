/**
 * Who does the duties of a roster when: people take turns, and one-off windows change that.
 *
 * An override wins over a swap, a swap over the rotation; among equals, the one that is written later. An absence (`Person.Absence`) wins
 * over all of them. `Shift` works the table out, and `TeamCalendar` writes it for the apps in which people look at their shifts. To change
 * the people of a rotation without moving the turns of the others, end it and begin another.
 *
 * @module
 */

import { Schema } from "effect"
import { CalendarDate, Weekday } from "../../calendar/CalendarDate.ts"
import { between, inOrder } from "../../calendar/LocalTime.ts"
import { Windows } from "../../calendar/WorkingCalendar.ts"
import { Bilingual } from "../../finding/Bilingual.ts"
import * as Expected from "../../finding/Expected.ts"
import * as Name from "../../finding/Name.ts"
import { PersonId } from "../../process/Actor.ts"

/** The name of a roster. */
export const RosterId = Schema.NonEmptyString.annotate(Name.of({ zh: "排班", en: "roster" })).pipe(
  Schema.brand("RosterId")
)
/** The name of a roster. */
export type RosterId = typeof RosterId.Type

/** People taking turns. */
export const Rotation = Schema.Struct({
  people: Schema.NonEmptyArray(PersonId.annotate(Name.urgent)).annotateKey({
    description: "In the order of their turns; one alone has them all."
  }),
  from: CalendarDate.annotateKey({ description: "The date on which the first one's turn begins." }),
  until: Schema.optionalKey(CalendarDate).annotateKey({ description: "The first date after the last turn." }),
  days: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 366 })).annotateKey({
    description:
      "How many worked days a turn lasts: 1 changes daily. 7, 14 and so on are weeks, however many days of them are worked."
  }),
  on: Schema.optionalKey(Schema.NonEmptyArray(Weekday)).annotateKey({
    description: "The weekdays that are worked; every one unless it is said."
  }),
  hours: Windows.annotateKey({
    description: "The hours of each date; a window past midnight belongs to its first date."
  })
}).check(
  Schema.makeFilter(
    ({ from, until }) => until === undefined || from < until,
    Expected.check({ zh: "「until」晚于「from」", en: "one whose until is after its from" })
  )
)
/** People taking turns. */
export type Rotation = typeof Rotation.Type

/** This person has these hours, whoever's turn it is: for a night without warning, and for one planned long ago. */
export const Override = Schema.Struct({ person: PersonId, ...between, reason: Bilingual }).check(inOrder)
/** This person has these hours, whoever's turn it is. */
export type Override = typeof Override.Type

/**
 * Every shift of one person that this window meets, the other takes, whole: so a swap follows its shifts when their hours move. A night that
 * began on a date before the window is not among them. Giving back is a second swap; a part of a shift is given by an override.
 */
export const Swap = Schema.Struct({
  gives: PersonId.annotateKey({ description: "Whose shifts they are." }),
  takes: PersonId.annotateKey({ description: "Who works them instead." }),
  ...between
}).check(inOrder)
/** The shifts of one person that the other takes. */
export type Swap = typeof Swap.Type

/** Who does the duties of a roster when. Times are on the wall of the handbook's time zone. */
export const Roster = Schema.Struct({
  title: Bilingual,
  rotations: Schema.Record(Schema.NonEmptyString, Rotation).annotateKey({
    description: "By names that stay."
  }),
  overrides: Schema.optionalKey(Schema.Record(Schema.NonEmptyString, Override)),
  swaps: Schema.optionalKey(Schema.Record(Schema.NonEmptyString, Swap))
})
/** Who does the duties of a roster when. */
export type Roster = typeof Roster.Type
