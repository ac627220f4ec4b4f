/**
 * Working hours: nobody is on the rosters for longer than the law and good sense allow, and nobody is counted on at all hours.
 *
 * Only the hours of the rosters are looked at, for only they say when somebody works; an owner without a roster is taken to be there in
 * all hours of the duty, and where that is more than anybody can be, the handbook is told so.
 *
 * Sources: Labour Law of the People's Republic of China, articles 36 (8 hours a day, 44 a week), 38 (a day of rest a week) and 41 (overtime
 * of 3 hours a day and 36 a month at the most); the rest between two days of work is that of Directive 2003/88/EC, article 3, for China's
 * law names none.
 *
 * @module
 */
import { Record } from "effect"
import { toNumber } from "../../calendar/CalendarDate.ts"
import * as Spans from "../../calendar/Spans.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import { type View, written } from "../../practice/View.ts"
import type { PersonId } from "../../process/Actor.ts"

const hour = 3_600_000
/** Article 36's 8 hours, and article 41's 3. */
const longestDay = 11 * hour
/** Article 36's 44 hours in each of four weeks, and article 41's 36 in a month. */
const mostInFourWeeks = (4 * 44 + 36) * hour
const shortestRest = 11 * hour

/** The rules of working hours. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "hours/day-too-long",
    severity: "error",
    demands: {
      zh: "排班每人每天不超过 11 小时（劳动法第三十六条八小时，第四十一条加班至多三小时）。",
      en: "Nobody is on the rosters for more than 11 hours a day (Labour Law, article 36: 8 hours; article 41: 3 of overtime)."
    },
    fix: { zh: "分成两班，由两个人值。", en: "Make two shifts of it, for two people." },
    find: (view) =>
      rostered(view).flatMap(({ days, person, roster }) => {
        const long = days.find(({ worked }) => worked > longestDay)
        return long === undefined
          ? []
          : [
              hit(
                ["team", "rosters", roster],
                `${person} 在 ${long.date} 排班 ${hours(long.worked)} 小时。`,
                `${person} is on the rosters for ${hours(long.worked)} hours on ${long.date}.`,
                person
              )
            ]
      })
  },
  {
    code: "hours/no-day-off",
    severity: "error",
    demands: {
      zh: "每人每周至少休息一日（劳动法第三十八条）。",
      en: "Everybody has a day of rest in every week (Labour Law, article 38)."
    },
    fix: { zh: "把其中一天排给别人。", en: "Give one of the days to somebody else." },
    find: (view) =>
      rostered(view).flatMap(({ days, person, roster }) => {
        const row = seventhInARow(days)
        return row === undefined
          ? []
          : [
              hit(
                ["team", "rosters", roster],
                `${person} 到 ${row} 已连续排班七天。`,
                `${person} is on the rosters for the seventh day in a row on ${row}.`,
                person
              )
            ]
      })
  },
  {
    code: "hours/too-much-overtime",
    severity: "error",
    demands: {
      zh: "四周内每人排班不超过 212 小时（劳动法第三十六条每周四十四小时，第四十一条每月加班至多三十六小时）。",
      en: "Nobody is on the rosters for more than 212 hours in four weeks (Labour Law, article 36: 44 a week; article 41: 36 of overtime a month)."
    },
    fix: { zh: "增加轮值的人。", en: "Let more people take turns." },
    find: (view) =>
      rostered(view).flatMap(({ days, person, roster }) => {
        const [most] = days
          .map(({ date }, index) => ({ date, worked: inFourWeeksFrom(days, index) }))
          .filter(({ worked }) => worked > mostInFourWeeks)
        return most === undefined
          ? []
          : [
              hit(
                ["team", "rosters", roster],
                `${person} 自 ${most.date} 起四周内排班 ${hours(most.worked)} 小时。`,
                `${person} is on the rosters for ${hours(most.worked)} hours in the four weeks from ${most.date} on.`,
                person
              )
            ]
      })
  },
  {
    code: "hours/rest-too-short",
    severity: "warning",
    demands: {
      zh: "两个工作日之间至少休息 11 小时。",
      en: "Between two days of work there are 11 hours of rest."
    },
    fix: {
      zh: "晚班之后排晚班，或换一个人值早班。",
      en: "Let another late shift follow a late one, or give the early one to somebody else."
    },
    find: (view) =>
      rostered(view).flatMap(({ days, person, roster }) => {
        const short = days.find(({ begins }, index) => begins - (days[index - 1]?.ends ?? -Infinity) < shortestRest)
        return short === undefined
          ? []
          : [
              hit(
                ["team", "rosters", roster],
                `${person} 在 ${written(view, short.begins)} 上班，离上一班结束不到 11 小时。`,
                `${person} begins at ${written(view, short.begins)}, less than 11 hours after the shift before.`,
                person
              )
            ]
      })
  },
  {
    code: "hours/owner-always-there",
    severity: "warning",
    demands: {
      zh: "没有排班的职责，其时段是一个人上得了的班：一天不超过 11 小时，一周不满七天。",
      en: "The hours of a duty without a roster are hours that one person can be there: no more than 11 a day, and not seven days a week."
    },
    fix: {
      zh: "为该职责排班，或缩短其时段。",
      en: "Give the duty a roster, or shorten its hours."
    },
    find: (view) =>
      Record.toEntries(view.handbook.duties).flatMap(([id, { hours: calendar, owner, roster }]) => {
        if (roster !== undefined) return []
        const days = workdays(view, view.cover.hours(calendar))
        const long = days.find(({ worked }) => worked > longestDay)
        const date = long?.date ?? seventhInARow(days)
        return date === undefined
          ? []
          : [
              hit(
                ["duties", id, "hours"],
                `「${id}」没有排班，检查时只好认为 ${owner} 在「${calendar}」的所有时段都在岗，${date} 就${long === undefined ? "已连续七天" : `有 ${hours(long.worked)} 小时`}。`,
                `${id} has no roster, so ${owner} is taken to be there in all hours of ${calendar}: ${long === undefined ? `${date} is the seventh day in a row` : `${hours(long.worked)} on ${date}`}.`,
                calendar
              )
            ]
      })
  }
]

/** What somebody works on a date; a shift past midnight belongs to the date on which it begins. */
interface Workday {
  readonly date: string
  readonly begins: number
  readonly ends: number
  readonly worked: number
}

const workdays = (view: View, spans: Spans.Spans): ReadonlyArray<Workday> => {
  const days: Array<Workday> = []
  for (let index = 0; index + 1 < spans.length; index += 2) {
    // Whoever works through midnight for days works on each of them.
    for (const [from, to] of [...byDay(spans[index] ?? 0, spans[index + 1] ?? 0)]) {
      const date = written(view, from).slice(0, 10)
      const last = days.at(-1)
      if (last?.date === date) days[days.length - 1] = { ...last, ends: to, worked: last.worked + to - from }
      else days.push({ date, begins: from, ends: to, worked: to - from })
    }
  }
  return days
}

function* byDay(from: number, to: number): Generator<readonly [from: number, to: number]> {
  for (let at = from; at < to; at += 24 * hour) yield [at, Math.min(to, at + 24 * hour)]
}

const known = new WeakMap<View, ReadonlyArray<Rostered>>()

interface Rostered {
  readonly person: PersonId
  /** The first roster that the person is on. */
  readonly roster: string
  readonly days: ReadonlyArray<Workday>
}

/** Everybody on a roster with their days of work, all rosters together; worked out once a view. */
const rostered = (view: View): ReadonlyArray<Rostered> => {
  const found =
    known.get(view) ??
    view.cover.people.flatMap((person): ReadonlyArray<Rostered> => {
      const own = Record.keys(view.handbook.team.rosters ?? {}).flatMap((roster) => {
        const spans = view.cover.turns(roster).get(person)
        return spans === undefined ? [] : [{ roster, spans }]
      })
      const [first] = own
      if (first === undefined) return []
      return [{ person, roster: first.roster, days: workdays(view, Spans.union(own.map(({ spans }) => spans))) }]
    })
  known.set(view, found)
  return found
}

const seventhInARow = (days: ReadonlyArray<Workday>): string | undefined =>
  days.find(({ date }, index) => {
    const first = days[index - 6]
    return first !== undefined && toNumber(date) - toNumber(first.date) === 6
  })?.date

const inFourWeeksFrom = (days: ReadonlyArray<Workday>, index: number): number => {
  const first = toNumber(days[index]?.date ?? "")
  return days
    .slice(index, index + 28)
    .reduce((sum, { date, worked }) => sum + (toNumber(date) < first + 28 ? worked : 0), 0)
}

const hours = (millis: number): number => Math.round(millis / hour)
