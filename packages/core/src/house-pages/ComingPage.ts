/**
 * What is coming, date by date: the deadlines of open cases, what has to begin by itself, what is planned, who is away, and the country's holidays.
 *
 * @module
 */
import { DateTime, Result } from "effect"
import { dayMillis, exists, fromNumber, toNumber, weekdayOf } from "../calendar/CalendarDate.ts"
import { onWall } from "../calendar/LocalTime.ts"
import type { Moment } from "../calendar/Moment.ts"
import * as WallClock from "../calendar/WallClock.ts"
import { whoIs } from "../handbook/Called.ts"
import * as Names from "../handbook/Names.ts"
import { type Inline, joined, nothing, pieces, type Section, type Text } from "../page/Page.ts"
import { world } from "../process/Actor.ts"
import type { Agenda, Opening } from "../process/Agenda.ts"
import { keyOf } from "../process/Case.ts"
import * as Face from "../process/Face.ts"
import * as Process from "../process/Process.ts"
import type { Book } from "./Book.ts"
import type { HousePage, Look } from "./HousePage.ts"

/** So many dates are shown. */
const span = 14

/** The page: from today on, or from the date that the address names as `from`. */
export const of = (book: Book, agenda: Agenda): HousePage => {
  const { handbook } = book
  const title = { zh: "日程", en: "Calendar" }
  return {
    name: "calendar",
    title,
    account: handbook.account.id,
    reads: { most: 1_000 },
    isListed: true,
    of: (look) => {
      const wall = WallClock.make(handbook.timeZone)
      const today = wall.dayAt(look.at.epochMilliseconds)
      const asked = look.asked.get("from") ?? ""
      const first = exists(asked) ? toNumber(asked) : today
      const begins = (day: number) => DateTime.makeUnsafe(wall.reaches(day * dayMillis))
      const lines = linesOf(book, agenda(begins(first), begins(first + span)), look, wall)
      const way = (day: number, link: Text): Inline => ({
        link,
        to: look.to.page("calendar", { from: fromNumber(day) })
      })
      return {
        title,
        eyebrow: handbook.brand,
        under: [
          joined(
            [
              way(first - span, { zh: "前两周", en: "two weeks earlier" }),
              way(today, { zh: "今天", en: "today" }),
              way(first + span, { zh: "后两周", en: "two weeks later" })
            ],
            "·"
          )
        ],
        sections: Array.from({ length: span }, (_, index) => dateSection(book, first + index, lines))
      }
    }
  }
}

/** Something on a date. */
interface Line {
  /** As the wall shows it, in milliseconds. */
  readonly from: number
  readonly until: number
  readonly says: Text
}

const dateSection = ({ holidays }: Book, day: number, lines: ReadonlyArray<Line>): Section => {
  const date = fromNumber(day)
  const { en, zh } = Names.weekdayName(weekdayOf(day))
  const own = lines
    .filter(({ from, until }) => from < (day + 1) * dayMillis && day * dayMillis < until)
    .sort((one, other) => one.from - other.from)
  const known = holidays.on(date)
  const off: ReadonlyArray<Text> =
    known.answer === "day off" && known.holiday !== undefined
      ? [{ badge: known.holiday, tone: "good" }]
      : known.answer === "workday" && known.makeUpFor !== undefined
        ? [{ badge: { zh: `${known.makeUpFor.zh}调休上班`, en: `worked for ${known.makeUpFor.en}` }, tone: "warn" }]
        : []
  const items = [
    ...off,
    ...own.map(({ from, says }): Text => {
      const begins = Math.floor(from / dayMillis) === day ? new Date(from).toISOString().slice(11, 16) : undefined
      return [...(begins === undefined ? [] : [{ strong: begins }]), ...pieces(says)]
    })
  ]
  return {
    id: `d${date}`,
    title: { zh: `${date} ${zh}`, en: `${en} ${date}` },
    count: own.length,
    blocks: [items.length === 0 ? nothing : { kind: "list", items }]
  }
}

const linesOf = (
  { handbook }: Book,
  openings: ReadonlyArray<Opening>,
  look: Look,
  wall: WallClock.WallClock
): ReadonlyArray<Line> => {
  const at = (moment: Moment) => wall.wallAt(moment.epochMilliseconds)
  const { cases, to } = look
  const open = new Set(cases.map(({ case: { id }, process }) => keyOf({ process: process.name, case: id })))
  const deadlines = cases.flatMap(({ sheet: { about, clocks, id, process } }) =>
    clocks.flatMap(({ due, title }): ReadonlyArray<Line> => {
      if (due === undefined) return []
      const link = { link: about, to: to.case({ process: process.name, case: id }) }
      return [{ from: at(due), until: at(due) + 1, says: [process.title, link, { badge: title, tone: "plain" }] }]
    })
  )
  const planned = Object.values(handbook.plan?.entries ?? {}).map(
    ({ from, owner, title, until }): Line => ({
      from: onWall(from),
      until: onWall(until),
      says: [{ badge: { zh: "计划", en: "plan" }, tone: "good" }, title, whoIs(handbook, owner).name]
    })
  )
  const away = Object.values(handbook.team.absences ?? {}).map(
    ({ from, person, until }): Line => ({
      from: onWall(from),
      until: onWall(until),
      says: [whoIs(handbook, person).name, { badge: { zh: "不在", en: "away" }, tone: "warn" }]
    })
  )
  const begins = openings
    .filter(({ case: id, process }) => !open.has(keyOf({ process: process.name, case: id })))
    .map(
      (one): Line => ({
        from: at(one.from),
        until: at(one.from) + 1,
        says: [one.process.title, ...pieces(aboutOf(one, look)), { badge: { zh: "开始", en: "begins" }, tone: "plain" }]
      })
    )
  return [...planned, ...away, ...deadlines, ...begins]
}

/** What a case is going to be about that has not begun yet. */
const aboutOf = ({ case: id, from: at, input, process, step }: Opening, { editions: [today] }: Look): Text => {
  const { calendars, entitled, version: handbook } = today
  const settings = today.settings(process)
  const attempt = { case: id, step, by: world, at, input, handbook, settings, entitled, calendars }
  return Result.match(Process.accept(process, undefined, attempt), {
    onSuccess: (event) => Face.about(process, Process.evolve(process, undefined, event), today),
    onFailure: () => ""
  })
}
