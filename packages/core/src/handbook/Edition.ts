/**
 * What running a process needs of a handbook: its settings, who may do what, and how its calendars count.
 *
 * @module
 */
import { DateTime, Record, Result } from "effect"
import type { Holidays } from "../calendar/Holidays.ts"
import { onWall } from "../calendar/LocalTime.ts"
import * as Timetable from "../calendar/Timetable.ts"
import * as WallClock from "../calendar/WallClock.ts"
import { deadline } from "../calendar/WorkingTime.ts"
import { ResourceRequestProcess } from "../external-system/ResourceRequestProcess.ts"
import type * as Post from "../internal-system/content/Post.ts"
import { PostProcess } from "../internal-system/content/PostProcess.ts"
import type { Edition } from "../operations/Shelf.ts"
import { type Permission, PersonId } from "../process/Actor.ts"
import type { Reckon } from "../process/Due.ts"
import type { Entitled, SettingsOf } from "../process/Process.ts"
import type { Handbook } from "./Handbook.ts"

/** The edition of a handbook. `settings` are those of processes that the brand has written itself, by their names. */
export const edition = (
  handbook: Handbook,
  holidays: Holidays,
  settings: Readonly<Record<string, unknown>> = {}
): Edition => {
  const told: Readonly<Record<string, unknown>> = {
    [PostProcess.name]: postSettings(handbook),
    [ResourceRequestProcess.name]: { resources: handbook.resources } satisfies SettingsOf<
      typeof ResourceRequestProcess
    >,
    ...settings
  }
  return {
    version: handbook.version,
    // Settings stand under the name of the process that has asked for them.
    settings: (process) => told[process.name] as SettingsOf<typeof process>,
    entitled: entitledBy(handbook),
    reckon: reckonBy(handbook, holidays)
  }
}

/** What the handbook says of posts: the section on content, and the rules that positioning and the account add to it. */
export const postSettings = ({ account, content, positioning }: Handbook): Post.Settings => {
  const { bannedWords, mix: _, trademarks, ...policy } = content
  return {
    ...policy,
    rules: {
      route: account.route,
      safeDomains: account.safeDomains,
      styleCard: positioning.style,
      ...(bannedWords && { bannedWords }),
      ...(trademarks && { trademarks })
    }
  }
}

/** What a person may do by themselves: the permissions of their roles. */
export const may = ({ team: { people, roles } }: Handbook, person: string): ReadonlySet<Permission> =>
  new Set(
    Object.hasOwn(people, person) ? people[PersonId.make(person)]?.roles.flatMap((role) => roles[role]?.may ?? []) : []
  )

/**
 * A person has the permissions of their roles. In the place of another they have, of what that one may do themselves, what a duty needs
 * that they stand in for, and what was lent to them for the time being.
 */
const entitledBy = (handbook: Handbook): Entitled => {
  const { duties, timeZone } = handbook
  const { delegations = {}, people } = handbook.team
  const own = new Map(Object.keys(people).map((id) => [id, may(handbook, id)]))
  const wall = WallClock.make(timeZone)
  const loans = [
    ...Object.values(duties).flatMap(({ owner, permissions, standIns }) =>
      standIns.map(
        (to): Loan => ({ of: owner, to, permissions, from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY })
      )
    ),
    ...Object.values(delegations).map(
      ({ delegate, delegator, duties: lent = [], from, permissions = [], until }): Loan => ({
        of: delegator,
        to: delegate,
        permissions: [...permissions, ...lent.flatMap((duty) => duties[duty]?.permissions ?? [])],
        from: wall.reaches(onWall(from)),
        until: wall.reaches(onWall(until))
      })
    )
  ]
  return ({ onBehalfOf, person }, permission, at) =>
    onBehalfOf === undefined
      ? own.get(person)?.has(permission) === true
      : own.get(onBehalfOf)?.has(permission) === true &&
        loans.some(
          ({ from, of, permissions, to, until }) =>
            of === onBehalfOf &&
            to === person &&
            permissions.includes(permission) &&
            from <= at.epochMilliseconds &&
            at.epochMilliseconds < until
        )
}

/** What a person may do in the place of another, in epoch milliseconds from–until. */
interface Loan {
  readonly of: PersonId
  readonly to: PersonId
  readonly permissions: ReadonlyArray<Permission>
  readonly from: number
  readonly until: number
}

/** Where a calendar cannot say when the time is up (its year is unknown, or it never opens), every minute counts: early, never late. */
const reckonBy = ({ calendars }: Handbook, holidays: Holidays): Reckon => {
  const timetables = Record.map(calendars, (calendar) => Timetable.make(calendar, holidays))
  return (start, { calendar, time }) => {
    const timetable = timetables[calendar]
    const everyMinute = DateTime.addDuration(start, time)
    return timetable === undefined ? everyMinute : Result.getOrElse(deadline(timetable, start, time), () => everyMinute)
  }
}
