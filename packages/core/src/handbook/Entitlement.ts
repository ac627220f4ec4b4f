/**
 * Who may do what at a moment: by their roles, or in the place of another who is away or lent it.
 *
 * A stand-in has the place of an owner who is away, or off while the duty's roster gives the stand-in the hour. Nobody acts quietly in the
 * place of somebody who is there: whoever cannot wait for an absence to be written down takes the place (`TakeoverProcess`), and the owner
 * and the lead are told.
 *
 * Entitlement is looked up when it is used, so a window that has closed gives nothing any more. A duty that was lent may be lent on, through three
 * hands at most and never back to one of them; single permissions are not lent on. Every hand holds what the first one's roles allow, and
 * no more. That nobody approves what they wrote is not decided here: the kernel counts both the one who acts and the one in whose place.
 *
 * @module
 */
import { onWall, type Period } from "../calendar/LocalTime.ts"
import * as WallClock from "../calendar/WallClock.ts"
import type { Duty, DutyId } from "../internal-system/team/Duty.ts"
import * as Shift from "../internal-system/team/Shift.ts"
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
  const away = absencesOf(said)
  const loans = loansOf(said, away)

  const reaches = (holder: PersonId, person: PersonId, permission: Permission, at: number, hands: Hands): boolean =>
    loans.some((loan) => {
      if (loan.of !== holder || !loan.permissions.includes(permission)) return false
      if (hands.duty !== undefined && (loan.duty !== hands.duty || loan.standing)) return false
      if (!loan.lasts(at)) return false
      if (loan.to === person) return true
      if (loan.duty === undefined || hands.through.length === mostHands || hands.through.includes(loan.to)) return false
      return reaches(loan.to, person, permission, at, { duty: loan.duty, through: [...hands.through, loan.to] })
    })

  return ({ onBehalfOf, person }, permission, { epochMilliseconds: at }) => {
    // Whoever has left may do nothing any more; their place can still be taken.
    if (away.some((one) => one.left && one.person === person && holds(one, at))) return false
    if (onBehalfOf === undefined) return own.get(person)?.has(permission) === true
    if (onBehalfOf === person || own.get(onBehalfOf)?.has(permission) !== true) return false
    return reaches(onBehalfOf, person, permission, at, { duty: undefined, through: [onBehalfOf] })
  }
}

/** What a person may do by themselves: the permissions of their roles. */
export const may = ({ team }: Pick<Said, "team">, person: string): ReadonlySet<Permission> =>
  new Set(
    Object.hasOwn(team.people, person)
      ? team.people[PersonId.make(person)]?.roles.flatMap((role) => team.roles[role]?.may ?? [])
      : []
  )

/** The people who may do one of these by themselves, in the order of the handbook. */
export const holders = (said: Pick<Said, "team">, ...permissions: ReadonlyArray<Permission>): ReadonlyArray<PersonId> =>
  Object.keys(said.team.people)
    .filter((person) => permissions.some((permission) => may(said, person).has(permission)))
    .map((person) => PersonId.make(person))

/** The duty that is on its way, and who has held it. */
interface Hands {
  readonly duty: DutyId | undefined
  readonly through: ReadonlyArray<PersonId>
}

/** What one person may do in the place of another, and whether at this moment. */
interface Loan {
  readonly of: PersonId
  readonly to: PersonId
  /** Absent for single permissions. */
  readonly duty: DutyId | undefined
  /** Whether it is a stand-in's, which is not lent on before it has begun. */
  readonly standing: boolean
  readonly permissions: ReadonlyArray<Permission>
  readonly lasts: (at: number) => boolean
}

const loansOf = (said: Said, away: ReadonlyArray<Away>): ReadonlyArray<Loan> => {
  const { duties, team, timeZone } = said
  const wall = WallClock.make(timeZone)
  const standing = Object.entries(duties).flatMap(([name, duty]) =>
    duty.standIns.map(
      (to): Loan => ({
        of: duty.owner,
        to,
        // The keys of the duties are their names.
        duty: name as DutyId,
        standing: true,
        permissions: duty.permissions,
        lasts: (at) =>
          away.some((one) => one.person === duty.owner && holds(one, at)) || hasShift(said, wall, duty, to, at)
      })
    )
  )
  const timed = Object.values(team.delegations ?? {}).flatMap(
    ({ delegate, delegator, duties: lent = [], permissions, ...between }) => {
      const window = windowOn(wall, between)
      const loan = { of: delegator, to: delegate, standing: false, lasts: (at: number) => holds(window, at) }
      return [
        ...(permissions === undefined ? [] : [{ ...loan, duty: undefined, permissions }]),
        ...lent.map((duty): Loan => ({ ...loan, duty, permissions: duties[duty]?.permissions ?? [] }))
      ]
    }
  )
  return [...standing, ...timed]
}

/** Half-open, in epoch milliseconds. */
interface Window {
  readonly from: number
  readonly until: number
}

/** Somebody is away for a time, or for good. */
interface Away extends Window {
  readonly person: PersonId
  readonly left: boolean
}

const absencesOf = ({ team: { absences = {} }, timeZone }: Said): ReadonlyArray<Away> => {
  const wall = WallClock.make(timeZone)
  return Object.values(absences).map(({ person, reason, ...between }) => ({
    person,
    left: reason === "left",
    ...windowOn(wall, between)
  }))
}

/** Whether the duty's roster gives this person the hour. */
const hasShift = ({ team }: Said, wall: WallClock.WallClock, { roster }: Duty, person: PersonId, at: number) => {
  const written = roster === undefined ? undefined : team.rosters?.[roster]
  if (written === undefined) return false
  const horizon = { wall, from: at, until: at + 1, absences: Object.values(team.absences ?? {}) }
  return Shift.resolve(written, horizon).some((shift) => shift.person === person)
}

const windowOn = (wall: WallClock.WallClock, { from, until }: Period): Window => ({
  from: wall.reaches(onWall(from)),
  until: wall.reaches(onWall(until))
})

const holds = ({ from, until }: Window, at: number): boolean => from <= at && at < until
