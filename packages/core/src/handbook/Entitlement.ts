/**
 * Who may do what at a moment: by their roles, or in the place of another who stood back or lent it.
 *
 * It is looked up when it is used, so a window that has closed gives nothing any more. A duty that was lent may be lent on, through three
 * hands at most and never back to one of them; single permissions are not lent on. Every hand holds what the first one's roles allow, and
 * no more. That nobody approves what they wrote is not decided here: the kernel counts both the one who acts and the one in whose place.
 *
 * @module
 */
import { onWall } from "../calendar/LocalTime.ts"
import * as WallClock from "../calendar/WallClock.ts"
import type { DutyId } from "../internal-system/team/Duty.ts"
import { type Permission, PersonId } from "../process/Actor.ts"
import type { Entitled } from "../process/Process.ts"
import type { Handbook } from "./Handbook.ts"

/** What decides about who may do what. */
export type Said = Pick<Handbook, "duties" | "team" | "timeZone">

/** How many hands a duty may go through. */
export const mostHands = 3

/** The answer of a handbook. */
export const entitledBy = (said: Said): Entitled => {
  const own = new Map<string, ReadonlySet<Permission>>(Object.keys(said.team.people).map((id) => [id, may(said, id)]))
  const gone = departures(said)
  const loans = loansOf(said)

  const reaches = (holder: PersonId, person: PersonId, permission: Permission, at: number, hands: Hands): boolean =>
    loans.some((loan) => {
      if (loan.of !== holder || at < loan.from || loan.until <= at || !loan.permissions.includes(permission))
        return false
      if (hands.duty !== undefined && (loan.duty !== hands.duty || loan.standing)) return false
      if (loan.to === person) return true
      if (loan.duty === undefined || hands.through.length === mostHands || hands.through.includes(loan.to)) return false
      return reaches(loan.to, person, permission, at, { duty: loan.duty, through: [...hands.through, loan.to] })
    })

  return ({ onBehalfOf, person }, permission, { epochMilliseconds: at }) => {
    if (gone.some((one) => one.person === person && one.from <= at && at < one.until)) return false
    if (onBehalfOf === undefined) return own.get(person)?.has(permission) === true
    if (onBehalfOf === person || own.get(onBehalfOf)?.has(permission) !== true) return false
    return reaches(onBehalfOf, person, permission, at, { duty: undefined, through: [onBehalfOf] })
  }
}

/** What a person may do by themselves: the permissions of their roles. */
export const may = ({ team: { people, roles } }: Pick<Said, "team">, person: string): ReadonlySet<Permission> =>
  new Set(
    Object.hasOwn(people, person) ? people[PersonId.make(person)]?.roles.flatMap((role) => roles[role]?.may ?? []) : []
  )

/** The duty that is on its way, and who has held it. */
interface Hands {
  readonly duty: DutyId | undefined
  readonly through: ReadonlyArray<PersonId>
}

/** What one person may do in the place of another, in epoch milliseconds from–until. */
interface Loan {
  readonly of: PersonId
  readonly to: PersonId
  /** Absent for single permissions. */
  readonly duty: DutyId | undefined
  /** Whether it stands for ever: a stand-in's. */
  readonly standing: boolean
  readonly permissions: ReadonlyArray<Permission>
  readonly from: number
  readonly until: number
}

const loansOf = ({ duties, team: { delegations = {} }, timeZone }: Said): ReadonlyArray<Loan> => {
  const wall = WallClock.make(timeZone)
  const standing = Object.entries(duties).flatMap(([name, { owner, permissions, standIns }]) =>
    standIns.map((to): Loan => {
      // The keys of the duties are their names.
      const duty = name as DutyId
      return {
        of: owner,
        to,
        duty,
        standing: true,
        permissions,
        from: Number.NEGATIVE_INFINITY,
        until: Number.POSITIVE_INFINITY
      }
    })
  )
  const timed = Object.values(delegations).flatMap(
    ({ delegate, delegator, duties: lent = [], from, permissions, until }) => {
      const loan = {
        of: delegator,
        to: delegate,
        standing: false,
        from: wall.reaches(onWall(from)),
        until: wall.reaches(onWall(until))
      }
      return [
        ...(permissions === undefined ? [] : [{ ...loan, duty: undefined, permissions }]),
        ...lent.map((duty): Loan => ({ ...loan, duty, permissions: duties[duty]?.permissions ?? [] }))
      ]
    }
  )
  return [...standing, ...timed]
}

/** When somebody no longer works here, and may do nothing any more. Their place can still be taken. */
const departures = ({ team: { absences = {} }, timeZone }: Said) => {
  const wall = WallClock.make(timeZone)
  return Object.values(absences)
    .filter(({ reason }) => reason === "left")
    .map(({ from, person, until }) => ({
      person,
      from: wall.reaches(onWall(from)),
      until: wall.reaches(onWall(until))
    }))
}
