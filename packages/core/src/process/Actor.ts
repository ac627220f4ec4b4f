/**
 * Who acts: a person with a permission, the clock, the world outside, or a case that another one has begun.
 *
 * @module
 */

import { Schema } from "effect"
import * as Expected from "../finding/Expected.ts"
import * as Name from "../finding/Name.ts"
import { CaseId } from "./CaseId.ts"

/** A person of the team, as the handbook names them. */
export const PersonId = Schema.NonEmptyString.annotate(Name.of({ zh: "人员", en: "person" })).pipe(
  Schema.brand("PersonId")
)
/** A person of the team, as the handbook names them. */
export type PersonId = typeof PersonId.Type

/** What a step asks of a person: the chapter of the handbook, a dot, and the verb. */
export const Permission = Schema.TemplateLiteral([Schema.NonEmptyString, ".", Schema.NonEmptyString]).annotate(
  Expected.words({ zh: "权限名，形如「content.approve」", en: "a permission such as content.approve" })
)
/** What a step asks of a person: the chapter of the handbook, a dot, and the verb. */
export type Permission = typeof Permission.Type

/** A person acts for themselves, or openly in the place of somebody else. */
export const Person = Schema.TaggedStruct("Person", { person: PersonId, onBehalfOf: Schema.optionalKey(PersonId) })
/** A person acts for themselves, or openly in the place of somebody else. */
export type Person = typeof Person.Type

/** A deadline ran out: which one, and for which time since it began to run, 1 being the first. */
export const Clock = Schema.TaggedStruct("Clock", {
  deadline: Schema.String,
  rung: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1))
})
/** A deadline ran out. */
export type Clock = typeof Clock.Type

/** Something was reported from outside. */
export const World = Schema.TaggedStruct("World", {})
/** Something was reported from outside. */
export type World = typeof World.Type

/** A case that this one has begun is over, or has come to a station of its way: by which of its orders, which case, and the state that it has come to. */
export const Child = Schema.TaggedStruct("Child", { order: Schema.String, case: CaseId, state: Schema.String })
/** A case that this one has begun is over, or has come to a station of its way. */
export type Child = typeof Child.Type

/** Who took a step. */
export const Actor = Schema.Union([Person, Clock, World, Child])
/** Who took a step. */
export type Actor = typeof Actor.Type

/** This deadline of the process ran out, for the first time since it began to run unless the rung is said. */
export const clock = (deadline: string, rung = 1): Clock => ({ _tag: "Clock", deadline, rung })

/** Something was reported from outside: a platform, a ticket system, a delivery. */
export const world: World = { _tag: "World" }

/** The case that this order has begun has come to that state, as its end or on its way. */
export const child = (order: string, id: string, state: string): Child => ({
  _tag: "Child",
  order,
  case: CaseId.make(id),
  state
})

/** This person, for themselves. */
export const person = (id: string): Person => ({ _tag: "Person", person: PersonId.make(id) })

/** This person, in the place of another. */
export const inPlaceOf = (id: string, onBehalfOf: string): Person => ({
  _tag: "Person",
  person: PersonId.make(id),
  onBehalfOf: PersonId.make(onBehalfOf)
})

/** Whose authority a person acts with: their own, or that of the one whose place they take. */
export const authority = (actor: Person): PersonId => actor.onBehalfOf ?? actor.person

/** Everybody who answers for what a person does: they themselves, and the one whose place they take. */
export const answerable = ({ onBehalfOf, person }: Person): readonly [PersonId, ...Array<PersonId>] =>
  onBehalfOf === undefined ? [person] : [person, onBehalfOf]

/** These people, and after them whoever answers for what the person does and is not among them: the same list where all are. */
export const withAnswerable = <People extends ReadonlyArray<PersonId>>(
  people: People,
  { onBehalfOf, person }: Person
): People | readonly [...People, ...ReadonlyArray<PersonId>] => {
  const isNew = !people.includes(person)
  const isOther = onBehalfOf !== undefined && onBehalfOf !== person && !people.includes(onBehalfOf)
  if (isNew) return isOther ? [...people, person, onBehalfOf] : [...people, person]
  return isOther ? [...people, onBehalfOf] : people
}

/** The actor as a reader would name them. */
export const describe = (actor: Actor): string => {
  switch (actor._tag) {
    case "Person":
      return actor.onBehalfOf === undefined ? actor.person : `${actor.person} in the place of ${actor.onBehalfOf}`
    case "Clock":
      return actor.rung === 1
        ? `the deadline ${actor.deadline}`
        : `rung ${actor.rung} of the deadline ${actor.deadline}`
    case "World":
      return "the world"
    case "Child":
      return `the news of ${actor.case} (${actor.order}: ${actor.state})`
  }
}
