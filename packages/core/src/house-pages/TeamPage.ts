/**
 * The team today: who is there, who covers what in the next day, who is away and who may take their place, and what has been agreed for a time.
 *
 * @module
 */
import { DateTime, type Duration } from "effect"
import { onWall } from "../calendar/LocalTime.ts"
import type { Moment } from "../calendar/Moment.ts"
import * as WallClock from "../calendar/WallClock.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import { whoIs } from "../handbook/Called.ts"
import * as Coverage from "../handbook/Coverage.ts"
import * as Names from "../handbook/Names.ts"
import { presenceBy } from "../handbook/Presence.ts"
import { TakeoverProcess } from "../internal-system/team/TakeoverProcess.ts"
import { joined, nothing, type Section, type Text } from "../page/Page.ts"
import { tableSection } from "../page/Sections.ts"
import type { PersonId } from "../process/Actor.ts"
import type { Presence } from "../process/Presence.ts"
import type { Book } from "./Book.ts"
import type { HousePage, Look } from "./HousePage.ts"

/** The page. */
export const of = (book: Book): HousePage => {
  const { handbook } = book
  const title = { zh: "今日团队", en: "Team today" }
  return {
    name: "team",
    title,
    account: handbook.account.id,
    reads: { most: 200, of: ({ face }) => face.isArrangement },
    isListed: true,
    of: (look) => ({
      title,
      eyebrow: handbook.brand,
      under: [Names.clockOf(handbook.timeZone)(look.at)],
      sections: [people(book, look), duties(book, look), absences(book, look), arrangements(book, look)]
    })
  }
}

const people = ({ handbook, holidays }: Book, { at }: Look): Section => {
  const presence = presenceBy(handbook, holidays)
  const held = Coverage.at(Coverage.of(handbook, holidays, at, later(at, 1)), at.epochMilliseconds)
  return tableSection(
    "people",
    { zh: "谁在", en: "Who is there" },
    [
      { zh: "人员", en: "Who" },
      { zh: "此刻", en: "Now" },
      { zh: "正在值守", en: "Has at the moment" },
      { zh: "角色", en: "Roles" }
    ],
    Object.entries(handbook.team.people).map(([id, { name, roles }]) => {
      const own = held.filter(({ person }) => person === id).map(({ duty }) => handbook.duties[duty]?.title ?? duty)
      // The keys of the people are their ids.
      const now = presence(id as PersonId, at)
      return [
        { strong: name },
        { badge: presences[now], tone: now === "there" ? "good" : now === "off" ? "plain" : "warn" },
        own.length === 0 ? "—" : joined(own, "·"),
        joined(
          roles.map((role) => handbook.team.roles[role]?.title ?? role),
          "·"
        )
      ]
    })
  )
}

const presences: Readonly<Record<Presence, Bilingual>> = {
  there: { zh: "在岗", en: "there" },
  off: { zh: "不当班", en: "off" },
  away: { zh: "不在", en: "away" }
}

/** Who has each duty now, and who comes after them within a day. */
const duties = ({ handbook, holidays }: Book, { at }: Look): Section => {
  const held = Coverage.of(handbook, holidays, at, later(at, 24))
  const time = Names.clockOf(handbook.timeZone)
  const shown = (millis: number) => time(DateTime.makeUnsafe(millis))
  return tableSection(
    "duties",
    { zh: "谁负责什么（未来 24 小时）", en: "Who covers what, for a day" },
    [
      { zh: "职责", en: "Duty" },
      { zh: "此刻", en: "Now" },
      { zh: "接下来", en: "Then" }
    ],
    Object.entries(handbook.duties).map(([id, duty]) => {
      const all = held.filter((one) => one.duty === id).sort((one, other) => one.from - other.from)
      const [now, then] = [
        Coverage.at(all, at.epochMilliseconds),
        all.filter(({ from }) => from > at.epochMilliseconds)
      ]
      return [
        { strong: duty.title },
        now.length === 0
          ? { badge: { zh: "无人", en: "nobody" }, tone: all.length === 0 ? "warn" : "plain" }
          : joined(
              now.map(
                ({ person, to }): Text => [
                  whoIs(handbook, person).name,
                  { zh: `至 ${shown(to)}`, en: `until ${shown(to)}` }
                ]
              ),
              "·"
            ),
        then.length === 0
          ? "—"
          : joined(
              then.slice(0, 4).map(({ from, person }): Text => [{ strong: shown(from) }, whoIs(handbook, person).name]),
              "·"
            )
      ]
    })
  )
}

/** Whoever is away now or within a fortnight, with who may take their place. */
const absences = ({ handbook }: Book, { at, person, to }: Look): Section => {
  const wall = WallClock.make(handbook.timeZone)
  const { absences: all = {}, takeover } = handbook.team
  const time = Names.clockOf(handbook.timeZone)
  const near = Object.values(all).filter(
    ({ from, until }) =>
      wall.reaches(onWall(until)) > at.epochMilliseconds &&
      wall.reaches(onWall(from)) < later(at, 14 * 24).epochMilliseconds
  )
  /** As the wall shows it: the end of the absence, or of the longest takeover that begins now. */
  const atMost = (until: string, most: Duration.Duration) =>
    [until, wallText(wall, DateTime.addDuration(at, most))].sort()[0] ?? until
  const standIns = (absent: PersonId) =>
    new Set(Object.values(handbook.duties).flatMap((duty) => (duty.owner === absent ? duty.standIns : [])))
  return tableSection(
    "absences",
    { zh: "不在与替补", en: "Away, and who stands in" },
    [
      { zh: "人员", en: "Who" },
      { zh: "时间", en: "When" },
      { zh: "替补与交接", en: "Stand-ins, and the hand-over" }
    ],
    near.map(({ from, person: absent, until }) => {
      const ways: ReadonlyArray<Text> = [
        ...Array.from(
          standIns(absent),
          (one): Text => ({
            link: { zh: `交接给 ${whoIs(handbook, one).name}`, en: `hand over to ${whoIs(handbook, one).name}` },
            to: to.page("hand-over", { out: absent, in: one, until })
          })
        ),
        ...(takeover === undefined || !standIns(absent).has(person.person)
          ? []
          : [
              {
                link: { zh: "由我接手", en: "take over" },
                to: to.begin(TakeoverProcess.name, "Take", {
                  absent,
                  taker: person.person,
                  until: atMost(until, takeover.most)
                })
              }
            ])
      ]
      const shown = (local: string) => time(DateTime.makeUnsafe(wall.reaches(onWall(local))))
      return [
        { strong: whoIs(handbook, absent).name },
        { zh: `${shown(from)} 至 ${shown(until)}`, en: `${shown(from)} until ${shown(until)}` },
        ways.length === 0 ? { zh: "手册没有写替补", en: "the handbook names nobody" } : joined(ways, "·")
      ]
    })
  )
}

/** Takeovers, claims and what else holds for a time. */
const arrangements = ({ handbook }: Book, { cases, to }: Look): Section => ({
  id: "arrangements",
  title: { zh: "眼下的安排", en: "What holds for a time" },
  count: cases.length,
  blocks:
    cases.length === 0
      ? [nothing]
      : [
          {
            kind: "list",
            items: cases.map(({ sheet: { about, due, id, process } }) => [
              process.title,
              { link: about, to: to.case({ process: process.name, case: id }) },
              ...(due === undefined
                ? []
                : [Names.clockOf(handbook.timeZone)(due)].map((time) => ({ zh: `至 ${time}`, en: `until ${time}` })))
            ])
          }
        ]
})

/** The date and time that the wall shows, as handbooks and forms write it. */
const wallText = (wall: WallClock.WallClock, at: Moment): string =>
  new Date(wall.wallAt(at.epochMilliseconds)).toISOString().slice(0, 16)

const later = (at: Moment, hours: number): Moment => DateTime.add(at, { hours })
