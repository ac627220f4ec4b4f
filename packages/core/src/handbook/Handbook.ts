/**
 * The handbook: everything a stand-in needs, as one value with a version.
 *
 * This file holds the words. `HandbookFile` reads one from YAML; `Edition` is what running a process needs of one.
 *
 * @module
 */
import { Schema } from "effect"
import { WorkingCalendar } from "../calendar/WorkingCalendar.ts"
import { Resource, ResourceId } from "../external-system/ResourceRequest.ts"
import { Bilingual } from "../finding/Bilingual.ts"
import { policy } from "../internal-system/content/Post.ts"
import { AccountId } from "../internal-system/content/Publisher.ts"
import { Rules } from "../internal-system/content/Screening.ts"
import { StyleCard } from "../internal-system/positioning/StyleCard.ts"
import { Permission, PersonId } from "../process/Actor.ts"
import { CalendarName } from "../process/Allowance.ts"
import { HandbookVersion } from "../process/Case.ts"

/** The name of a role. */
export const RoleId = Schema.NonEmptyString.pipe(Schema.brand("RoleId"))
/** The name of a role. */
export type RoleId = typeof RoleId.Type

/** A role: what it is called, and which steps it may take. */
export const Role = Schema.Struct({ title: Bilingual, may: Schema.Array(Permission) })
/** A role: what it is called, and which steps it may take. */
export type Role = typeof Role.Type

/** A member of the team, their roles, and who may act in their place. */
export const Member = Schema.Struct({
  name: Schema.NonEmptyString,
  roles: Schema.Array(RoleId),
  standIns: Schema.optionalKey(Schema.Array(PersonId))
})
/** A member of the team, their roles, and who may act in their place. */
export type Member = typeof Member.Type

/** The account at Weibo, and the way by which its app may write. */
export const Account = Schema.Struct({
  id: AccountId,
  name: Schema.NonEmptyString,
  route: Rules.fields.route,
  safeDomains: Schema.Array(Schema.NonEmptyString)
})
/** The account at Weibo, and the way by which its app may write. */
export type Account = typeof Account.Type

/** Everything a stand-in needs. */
export const Handbook = Schema.Struct({
  version: HandbookVersion,
  brand: Bilingual,
  account: Account,
  positioning: Schema.Struct({ style: StyleCard }),
  content: Schema.Struct({
    ...policy,
    bannedWords: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)),
    trademarks: Schema.optionalKey(Schema.Array(Schema.NonEmptyString))
  }),
  team: Schema.Struct({ roles: Schema.Record(RoleId, Role), people: Schema.Record(PersonId, Member) }),
  calendars: Schema.Record(CalendarName, WorkingCalendar),
  resources: Schema.Record(ResourceId, Schema.Struct({ title: Bilingual, use: Bilingual, ...Resource.fields }))
})
/** Everything a stand-in needs. */
export type Handbook = typeof Handbook.Type
