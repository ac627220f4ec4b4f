/**
 * The papers of a hand-over: duties, activities, contacts and keys, read off the handbook.
 *
 * @module
 */
import { DateTime, Order } from "effect"
import { onWall } from "../calendar/LocalTime.ts"
import * as WallClock from "../calendar/WallClock.ts"
import { lookInto } from "../finding/Annotated.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import * as Name from "../finding/Name.ts"
import type { Entry } from "../internal-system/planning/Plan.ts"
import type { DutyId } from "../internal-system/team/Duty.ts"
import type { PersonId } from "../process/Actor.ts"
import { whoIs } from "./Called.ts"
import * as Coverage from "./Coverage.ts"
import { type DutyLine, lineOf } from "./DutyLine.ts"
import type { Handbook } from "./Handbook.ts"
import type { HandbookSection } from "./HandbookSection.ts"
import type { ActivityLine, Change, ContactLine, Key } from "./HandOverLines.ts"
import { resembles } from "./References.ts"

/** What the handbook has for a hand-over. */
export interface Papers {
  readonly duties: ReadonlyArray<DutyLine>
  readonly activities: ReadonlyArray<ActivityLine>
  readonly contacts: ReadonlyArray<ContactLine>
  readonly keys: ReadonlyArray<Key>
}

/** Duties that the one who goes owns or has at this hour, and what belongs to them. */
export const papersOf = (change: Change): Papers => {
  const duties = dutiesOf(change)
  const activities = activitiesOf(change)
  return { duties, activities, contacts: contactsOf(change, duties, activities), keys: keysOf(change, duties) }
}

const dutiesOf = ({ at, handbook, holidays, out }: Change): ReadonlyArray<DutyLine> => {
  const now = Coverage.at(Coverage.of(handbook, holidays, at, DateTime.add(at, { hours: 1 })), at.epochMilliseconds)
  return (
    Object.entries(handbook.duties)
      .filter(([name, { owner }]) => owner === out || now.some(({ duty, person }) => duty === name && person === out))
      // The keys of the duties are their names.
      .map(([name, duty]) => ({ id: name as DutyId, ...lineOf(handbook, duty) }))
  )
}

/** What runs, or begins within a week. */
const activitiesOf = ({ at, handbook }: Change): ReadonlyArray<ActivityLine> => {
  const now = WallClock.make(handbook.timeZone).wallAt(at.epochMilliseconds)
  return Object.values(handbook.plan?.entries ?? {})
    .filter(({ from, until }) => now < onWall(until) && onWall(from) < now + 7 * 86_400_000)
    .sort(Order.mapInput(Order.String, ({ from }: Entry) => from))
    .map((entry) => ({ entry, owner: whoIs(handbook, entry.owner) }))
}

const contactsOf = (
  { handbook, in: comes, out, sections = [] }: Change,
  duties: ReadonlyArray<DutyLine>,
  activities: ReadonlyArray<ActivityLine>
): ReadonlyArray<ContactLine> => {
  const wanted: ReadonlyArray<readonly [PersonId, Bilingual]> = [
    [out, { zh: "交出工作的人", en: "hands over" }],
    [handbook.content.lead, { zh: "负责人", en: "the lead" }],
    ...handbook.content.review.approvers.map((one) => [one, { zh: "审核人", en: "approves posts" }] as const),
    ...duties.flatMap(({ duty, knowledge }) => [
      ...[duty.owner, ...duty.standIns].map((one) => [one, duty.title] as const),
      ...knowledge.flatMap(({ knownBy = [], title }) => knownBy.map((one) => [one, title] as const))
    ]),
    ...activities.flatMap(({ entry: { owner, title, uses = [] } }) => [
      [owner, title] as const,
      ...uses.flatMap((one) => {
        const resource = handbook.resources[one]
        return resource === undefined ? [] : ([[resource.owner, resource.title]] as const)
      })
    ]),
    ...sections.flatMap((section) => countedOn(section, handbook).map((one) => [one, section.title] as const))
  ]
  const people = [...new Set(wanted.map(([person]) => person))].filter((person) => person !== comes)
  return people.map((person) => {
    const why = wanted.flatMap(([one, reason]) => (one === person ? [reason] : []))
    const once = why.filter((reason, index) => why.findIndex(({ zh }) => zh === reason.zh) === index)
    return { who: whoIs(handbook, person), why: once, contact: handbook.team.people[person]?.contact }
  })
}

/** Everybody whom a section of the handbook counts on, as its schema says. */
const countedOn = ({ find, schema }: HandbookSection<unknown>, handbook: Handbook): ReadonlyArray<PersonId> => {
  const people = new Set<PersonId>()
  lookInto(schema, { marked: Name.markOf, isMember: resembles })?.(find(handbook), (name, { counted }) => {
    // Whoever is counted on is a person, and the section has been decoded.
    if (counted !== undefined) people.add(name as PersonId)
  })
  return [...people]
}

const keysOf = ({ handbook }: Change, duties: ReadonlyArray<DutyLine>): ReadonlyArray<Key> =>
  [...new Set(duties.flatMap(({ duty }) => duty.tools ?? []))].flatMap((id) => {
    const tool = handbook.team.tools?.[id]
    return tool?.credential === undefined
      ? []
      : [
          {
            tool: tool.title,
            holders: tool.credential.holders.map((one) => whoIs(handbook, one)),
            keptIn: tool.credential.keptIn,
            expires: tool.credential.expires
          }
        ]
  })
