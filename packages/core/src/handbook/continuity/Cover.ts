/**
 * Who could do which duty when: the handbook's people laid out over a horizon, with what each of them lacks for each duty.
 *
 * A person works in the shifts that they have in any roster, and in the hours of the duties without a roster that they own or stand in
 * for; never while they are away. A duty may be done by whoever has its roster, its owner, its stand-ins, and by those it was lent to,
 * if they work then, have the skills and the permissions, and know what is written nowhere.
 *
 * @module
 */
import { DateTime, Record } from "effect"
import type { Holidays } from "../../calendar/Holidays.ts"
import { onWall } from "../../calendar/LocalTime.ts"
import type { Moment } from "../../calendar/Moment.ts"
import * as Spans from "../../calendar/Spans.ts"
import * as Timetable from "../../calendar/Timetable.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import type { Duty, DutyId } from "../../internal-system/team/Duty.ts"
import type { RosterId } from "../../internal-system/team/Roster.ts"
import * as Shift from "../../internal-system/team/Shift.ts"
import type { Permission, PersonId } from "../../process/Actor.ts"
import type { CalendarName } from "../../process/Allowance.ts"
import type { Handbook } from "../Handbook.ts"

/** What is laid out: a handbook, from one moment to another. */
export interface Scope {
  readonly handbook: Handbook
  readonly holidays: Holidays
  readonly from: Moment
  readonly until: Moment
}

/** The handbook's people laid out over a horizon. */
export interface Cover {
  readonly scope: Scope
  readonly duties: ReadonlyArray<readonly [DutyId, Duty]>
  readonly people: ReadonlyArray<PersonId>
  /** The hours of a calendar. */
  readonly hours: (calendar: CalendarName) => Spans.Spans
  readonly shifts: Readonly<Record<string, ReadonlyArray<Shift.Shift>>>
  /** When whom has a roster. */
  readonly turns: (roster: RosterId | undefined) => ReadonlyMap<PersonId, Spans.Spans>
  /** When a person is away. */
  readonly away: (person: PersonId) => Spans.Spans
  /** When a person works. */
  readonly works: (person: PersonId) => Spans.Spans
  /** The permissions that a person's own roles give. */
  readonly may: (person: PersonId) => ReadonlySet<Permission>
  /** When a permission was lent to the person. */
  readonly lent: (person: PersonId, permission: Permission) => Spans.Spans
  /** When the whole duty was lent to the person. */
  readonly lentDuty: (person: PersonId, duty: DutyId) => Spans.Spans
}

/** Lays a handbook out. */
export const make = (scope: Scope): Cover => {
  const { handbook, holidays } = scope
  const { absences = {}, delegations = {}, people, roles, rosters = {} } = handbook.team
  const from = DateTime.toEpochMillis(scope.from)
  const until = DateTime.toEpochMillis(scope.until)
  const wall = WallClock.make(handbook.timeZone)
  const horizon: Shift.Horizon = { wall, from, until, absences: Object.values(absences) }
  const whole: Spans.Spans = [from, until]
  const period = (one: { readonly from: string; readonly until: string }): Spans.Spans =>
    Spans.intersection(whole, [wall.reaches(onWall(one.from)), wall.reaches(onWall(one.until))])

  const duties = Record.toEntries(handbook.duties)
  const shifts = Object.fromEntries(Record.toEntries(rosters).map(([id, one]) => [id, Shift.resolve(one, horizon)]))
  const hours = remembered((calendar: CalendarName): Spans.Spans => {
    const written = handbook.calendars[calendar]
    return written === undefined ? whole : Spans.open(Timetable.make(written, holidays), from, until)
  })
  const turns = remembered((roster: RosterId | undefined) => byPerson(shifts[roster ?? ""] ?? []))
  const away = remembered((person: PersonId) =>
    Spans.union(horizon.absences.filter((one) => one.person === person).map(period))
  )
  const works = remembered((person: PersonId) => {
    const calendars = duties.flatMap(([, { hours, owner, roster, standIns }]) =>
      roster === undefined && (owner === person || standIns.includes(person)) ? [hours] : []
    )
    const inRosters = Record.keys(rosters).map((roster) => turns(roster).get(person) ?? [])
    return Spans.difference(Spans.union([...inRosters, ...[...new Set(calendars)].map(hours)]), away(person))
  })
  const may = remembered(
    (person: PersonId): ReadonlySet<Permission> =>
      new Set(people[person]?.roles.flatMap((role) => roles[role]?.may ?? []))
  )
  const loans = Object.values(delegations)
  return {
    scope,
    duties,
    people: Record.keys(people),
    hours,
    shifts,
    turns,
    away,
    works,
    may,
    lent: (person, permission) =>
      Spans.union(
        loans
          .filter(
            ({ delegate, delegator, duties: lent = [], permissions = [] }) =>
              delegate === person &&
              may(delegator).has(permission) &&
              (permissions.includes(permission) ||
                lent.some((duty) => handbook.duties[duty]?.permissions.includes(permission)))
          )
          .map(period)
      ),
    lentDuty: (person, duty) =>
      Spans.union(
        loans.filter(({ delegate, duties: lent = [] }) => delegate === person && lent.includes(duty)).map(period)
      )
  }
}

/** When the person could do the duty. */
export const line = (cover: Cover, person: PersonId, id: DutyId, duty: Duty): Spans.Spans => {
  if (lacksSkills(cover, person, duty).length > 0 || lacksKnowledge(cover, person, duty).length > 0) return []
  const works = cover.works(person)
  const named =
    duty.owner === person || duty.standIns.includes(person)
      ? works
      : Spans.union([cover.turns(duty.roster).get(person) ?? [], Spans.intersection(works, cover.lentDuty(person, id))])
  return lacksPermissions(cover, person, duty).reduce(
    (left, permission) => Spans.intersection(left, cover.lent(person, permission)),
    named
  )
}

/** Everybody whom the handbook names for the duty. */
export const named = (cover: Cover, id: DutyId, duty: Duty): ReadonlyArray<PersonId> => [
  ...new Set([
    duty.owner,
    ...duty.standIns,
    ...cover.turns(duty.roster).keys(),
    ...Object.values(cover.scope.handbook.team.delegations ?? {}).flatMap(({ delegate, duties = [] }) =>
      duties.includes(id) ? [delegate] : []
    )
  ])
]

/** The skills that the person lacks for it. */
export const lacksSkills = ({ scope }: Cover, person: PersonId, { skills = [] }: Duty) =>
  skills.filter((skill) => !scope.handbook.team.people[person]?.skills?.includes(skill))

/** What the person does not know of it and can look up nowhere. */
export const lacksKnowledge = ({ scope }: Cover, person: PersonId, { knowledge = [] }: Duty) =>
  knowledge.filter((id) => {
    const known = scope.handbook.team.knowledge?.[id]
    return known?.writtenIn === undefined && !known?.knownBy?.includes(person)
  })

/** The permissions for it that the person has neither by a role nor by standing in for an owner who has them. */
export const lacksPermissions = ({ may }: Cover, person: PersonId, { owner, permissions, standIns }: Duty) =>
  permissions.filter((one) => !may(person).has(one) && !(standIns.includes(person) && may(owner).has(one)))

const byPerson = (shifts: ReadonlyArray<Shift.Shift>): ReadonlyMap<PersonId, Spans.Spans> => {
  const spans = new Map<PersonId, Array<number>>()
  for (const { from, person, to } of shifts) {
    const own = spans.get(person) ?? []
    if (own.at(-1) === from) own[own.length - 1] = to
    else own.push(from, to)
    spans.set(person, own)
  }
  return spans
}

const remembered = <Key, A>(ask: (key: Key) => A): ((key: Key) => A) => {
  const answers = new Map<Key, A>()
  return (key) => {
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = ask(key)
    answers.set(key, answer)
    return answer
  }
}
