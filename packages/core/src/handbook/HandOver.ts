/**
 * The hand-over: what this stand-in needs at this hour to carry on for this person, made of the handbook and of where every case stands.
 *
 * Every list is bounded and says how much it left out; what nobody has written down is a list of its own. Nobody's secret is in it: of a
 * credential it knows who holds it and where it is kept. Whether it was read is a case of `HandOverReceiptProcess`.
 *
 * @module
 */
import type { Holidays } from "../calendar/Holidays.ts"
import type { Moment } from "../calendar/Moment.ts"
import type { WorkingCalendar } from "../calendar/WorkingCalendar.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Finding } from "../finding/Finding.ts"
import type { Entry } from "../internal-system/planning/Plan.ts"
import type { StyleCard } from "../internal-system/positioning/StyleCard.ts"
import type { Credential } from "../internal-system/team/Credential.ts"
import type { Duty, DutyId } from "../internal-system/team/Duty.ts"
import type { Knowledge } from "../internal-system/team/Knowledge.ts"
import type { Contact } from "../internal-system/team/Person.ts"
import type { Standing } from "../operations/Caseload.ts"
import type { Edition } from "../operations/Editions.ts"
import type { PersonId } from "../process/Actor.ts"
import type { CaseId, HandbookVersion } from "../process/Case.ts"
import type { Handbook } from "./Handbook.ts"
import { lacking } from "./HandOverLack.ts"
import { papersOf } from "./HandOverPapers.ts"
import { workOf } from "./HandOverWork.ts"

/** The first of a list, and how many more there were. */
export interface Bounded<A> {
  readonly shown: ReadonlyArray<A>
  readonly leftOut: number
}

/** A person, and what they are called. */
export interface Who {
  readonly id: PersonId
  readonly name: string
}

/** A duty, and what one has to know for it. */
export interface DutyLine {
  readonly id: DutyId
  readonly duty: Duty
  readonly owner: Who
  readonly standIns: ReadonlyArray<Who>
  /** The calendar of its hours; none where it is `always`. */
  readonly calendar: WorkingCalendar | undefined
  readonly knowledge: ReadonlyArray<Knowledge>
}

/** Something of a process: its name in the declaration, and what people call it. */
export interface Named {
  readonly name: string
  readonly title: Bilingual
}

/** A step that the one who goes could take, and why the one who comes cannot, where that is so. */
export interface Way {
  readonly step: Named
  readonly refusal: Bilingual | undefined
}

/** A case that waits, what it is about in the words of whoever wrote it, and what was promised to whom. */
export interface OpenCase {
  readonly process: Named
  readonly id: CaseId
  readonly state: Named
  readonly about: Bilingual
  readonly promised: Bilingual | undefined
  readonly due: Moment | undefined
  readonly ways: ReadonlyArray<Way>
}

/** Something to look at: a deadline, or the warning before it. */
export interface Check {
  readonly at: Moment
  readonly process: Named
  readonly id: CaseId
  readonly deadline: Named
  readonly kind: "warning" | "deadline"
}

/** A person who may have to be reached, why, and how. */
export interface ContactLine {
  readonly who: Who
  readonly why: ReadonlyArray<Bilingual>
  readonly contact: Contact | undefined
}

/** Something planned, and whose it is. */
export interface ActivityLine {
  readonly entry: Entry
  readonly owner: Who
}

/** Who can get into a tool; never how. */
export interface Key {
  readonly tool: Bilingual
  readonly holders: ReadonlyArray<Who>
  readonly keptIn: Credential["keptIn"]
  readonly expires: Credential["expires"]
}

/** Everything that goes from one person to another at a moment. */
export interface HandOver {
  readonly brand: Bilingual
  readonly handbook: HandbookVersion
  readonly timeZone: string
  readonly out: Who
  readonly in: Who
  readonly at: Moment
  readonly until: Moment | undefined
  /** What the one who goes wants to say. */
  readonly note: string
  readonly duties: Bounded<DutyLine>
  readonly open: Bounded<OpenCase>
  readonly reviews: Bounded<OpenCase>
  readonly scheduled: Bounded<OpenCase>
  readonly checks: Bounded<Check>
  readonly style: StyleCard
  readonly banned: Bounded<string>
  readonly activities: Bounded<ActivityLine>
  readonly contacts: Bounded<ContactLine>
  readonly keys: Bounded<Key>
  readonly lacking: Bounded<Finding>
}

/** What a hand-over is made of. */
export interface Change {
  readonly handbook: Handbook
  /** Today's edition, and those that running cases began under. */
  readonly editions: readonly [Edition, ...ReadonlyArray<Edition>]
  readonly holidays: Holidays
  readonly standing: ReadonlyArray<Standing>
  readonly out: PersonId
  readonly in: PersonId
  readonly at: Moment
  readonly until?: Moment
  readonly note?: string
  /** How long a list may be; 20 unless said otherwise. */
  readonly most?: number
}

/** The hand-over of a change. */
export const of = (change: Change): HandOver => {
  const { at, handbook, in: comes, most = 20, note = "", out, until } = change
  const bounded = <A>(all: ReadonlyArray<A>): Bounded<A> => ({
    shown: all.slice(0, most),
    leftOut: Math.max(0, all.length - most)
  })
  const work = workOf(change)
  const papers = papersOf(change)
  return {
    brand: handbook.brand,
    handbook: handbook.version,
    timeZone: handbook.timeZone,
    out: whoIs(handbook, out),
    in: whoIs(handbook, comes),
    at,
    until,
    note,
    duties: bounded(papers.duties),
    open: bounded(work.open),
    reviews: bounded(work.reviews),
    scheduled: bounded(work.scheduled),
    checks: bounded(work.checks),
    style: handbook.positioning.style,
    banned: bounded(handbook.content.bannedWords ?? []),
    activities: bounded(papers.activities),
    contacts: bounded(papers.contacts),
    keys: bounded(papers.keys),
    lacking: bounded(lacking(change, papers, work))
  }
}

/** A duty with what one has to know for it. */
export const lineOf = (handbook: Handbook, duty: Duty): Omit<DutyLine, "id"> => ({
  duty,
  owner: whoIs(handbook, duty.owner),
  standIns: duty.standIns.map((one) => whoIs(handbook, one)),
  calendar: handbook.calendars[duty.hours],
  knowledge: (duty.knowledge ?? []).flatMap((piece) => handbook.team.knowledge?.[piece] ?? [])
})

/** The person with their name; somebody whom the handbook does not know is called by their id. */
export const whoIs = ({ team: { people } }: Handbook, id: PersonId): Who => ({ id, name: people[id]?.name ?? id })
