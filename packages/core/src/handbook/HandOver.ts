/**
 * The hand-over: what this stand-in needs at this hour to carry on for this person, made of the handbook and of where every case stands.
 *
 * Every list is bounded and says how much it left out; what nobody has written down is a list of its own. Nobody's secret is in it: of a
 * credential it knows who holds it and where it is kept. Whether it was read is a case of `HandOverReceiptProcess`.
 *
 * @module
 */
import type { Moment } from "../calendar/Moment.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Finding } from "../finding/Finding.ts"
import type { StyleCard } from "../internal-system/positioning/StyleCard.ts"
import type { HandbookVersion } from "../process/Case.ts"
import { type Who, whoIs } from "./Called.ts"
import type { DutyLine } from "./DutyLine.ts"
import { lacking } from "./HandOverLack.ts"
import type { ActivityLine, Bounded, Change, Check, ContactLine, Key, OpenCase } from "./HandOverLines.ts"
import { papersOf } from "./HandOverPapers.ts"
import { workOf } from "./HandOverWork.ts"

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
