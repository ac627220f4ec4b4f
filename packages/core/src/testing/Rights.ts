/**
 * Who may do what, and whose place they may take: a random handbook in which rights are given and withdrawn as time goes by.
 *
 * @module
 */
import * as fc from "fast-check"
import type { Moment } from "../calendar/Moment.ts"
import { authority, type Permission, type PersonId } from "../process/Actor.ts"
import type { Entitled } from "../process/Process.ts"

/** Rights that change: most people have most of them most of the time, and hardly anybody has all of them always. */
export const arbitrary = (
  people: ReadonlyArray<PersonId>,
  permissions: ReadonlyArray<Permission>,
  start: Moment
): fc.Arbitrary<Entitled> => {
  const rights = people.flatMap((one) => [
    ...permissions.map((permission) => right(one, permission)),
    ...people.filter((other) => other !== one).map((other) => inPlaceOf(one, other))
  ])
  return fc
    .record({
      lacking: fc.array(fc.constantFrom(...rights), { maxLength: Math.ceil(rights.length / 3), size: "max" }),
      turns: fc.array(fc.record({ right: fc.constantFrom(...rights), minutes: fc.nat(daysOfChange * 24 * 60) }), {
        maxLength: 12,
        size: "max"
      })
    })
    .map(({ lacking, turns }) => {
      const begun = new Map(rights.map((one) => [one, !lacking.includes(one)]))
      const has = (wanted: string, at: Moment): boolean => {
        const minutes = (at.epochMilliseconds - start.epochMilliseconds) / 60_000
        let held = begun.get(wanted) ?? false
        for (const turn of turns) if (turn.right === wanted && turn.minutes <= minutes) held = !held
        return held
      }
      return (person, permission, at) =>
        has(right(authority(person), permission), at) &&
        (person.onBehalfOf === undefined || has(inPlaceOf(person.person, person.onBehalfOf), at))
    })
}

const right = (person: PersonId, permission: Permission): string => `${person} may ${permission}`
const inPlaceOf = (person: PersonId, absent: PersonId): string => `${person} may act for ${absent}`
const daysOfChange = 14
