/**
 * Calendars: they open, they are used, and their holidays are known for as long as somebody plans.
 *
 * @module
 */
import { Record } from "effect"
import { fromNumber, toNumber } from "../../calendar/CalendarDate.ts"
import * as Spans from "../../calendar/Spans.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import { days, effort } from "../../practice/Workload.ts"

/** The rules of calendars and of working hours. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "calendar/unknown-year",
    severity: "warning",
    demands: { zh: "计划范围内的节假日已经公布。", en: "The holidays of the whole horizon have been announced." },
    fix: {
      zh: "等国务院公布后更新节假日数据，在此之前该年的期限都不作数。",
      en: "Bring the holidays up to date once they are announced; until then no deadline of that year is sure."
    },
    find: (view) =>
      Record.toEntries(view.handbook.calendars).flatMap(([id, { holidays }]) => {
        const unknown =
          holidays === undefined
            ? undefined
            : days(view).find(({ date }) => view.holidays.on(date).answer === "unknown year")
        return unknown === undefined
          ? []
          : [
              hit(
                ["calendars", id, "holidays"],
                `从 ${unknown.date} 起，节假日尚未公布。`,
                `From ${unknown.date} on, nobody knows the holidays yet.`,
                unknown.date
              )
            ]
      })
  },
  {
    code: "calendar/never-opens",
    severity: "error",
    demands: { zh: "每个日历有开放的时段。", en: "Every calendar opens some time." },
    fix: { zh: "写下工作时段。", en: "Write down when people work." },
    find: ({ handbook: { calendars } }) =>
      Record.toEntries(calendars)
        .filter(
          ([, { exceptions, week }]) =>
            week !== "24x7" &&
            [...Object.values(week), ...exceptions.map(({ windows }) => windows)].every(
              (windows) => windows.length === 0
            )
        )
        .map(([id]) =>
          hit(
            ["calendars", id],
            `日历「${id}」从不开放。`,
            `The calendar ${id} never opens, so what is counted on it never ends.`
          )
        )
  },
  {
    code: "calendar/unused",
    severity: "note",
    demands: { zh: "每个日历都被使用。", en: "Something is counted on every calendar." },
    fix: { zh: "删除，或使用它。", en: "Take it out, or use it." },
    find: ({ handbook }) => {
      const { calendars, ...rest } = handbook
      const used = new Set(namesOfCalendars(rest))
      return Record.toEntries(calendars)
        .filter(([id]) => !used.has(id))
        .map(([id]) => hit(["calendars", id], `日历「${id}」未被使用。`, `Nothing is counted on the calendar ${id}.`))
    }
  },
  {
    code: "calendar/other-zone",
    severity: "warning",
    demands: { zh: "日历与手册在同一时区。", en: "Calendars are in the handbook's time zone." },
    fix: {
      zh: "统一时区；确实不同的话，注销此条。",
      en: "Use one zone; if it really is another place, suppress this finding."
    },
    find: ({ handbook: { calendars, timeZone } }) =>
      Record.toEntries(calendars)
        .filter(([, calendar]) => calendar.timeZone !== timeZone)
        .map(([id, calendar]) =>
          hit(
            ["calendars", id, "timeZone"],
            `「${id}」在 ${calendar.timeZone}，手册在 ${timeZone}。`,
            `${id} is in ${calendar.timeZone}, the handbook in ${timeZone}.`,
            calendar.timeZone
          )
        )
  },
  {
    code: "calendar/exception-is-past",
    severity: "note",
    demands: { zh: "例外日期还没有过去一年。", en: "Exceptions of a calendar are not a year old." },
    fix: { zh: "删除过期的例外。", en: "Take old exceptions out." },
    find: ({ handbook: { calendars }, today }) =>
      today === undefined
        ? []
        : Record.toEntries(calendars).flatMap(([id, { exceptions }]) =>
            exceptions.flatMap(({ date }, index) =>
              date >= fromNumber(toNumber(today) - 365)
                ? []
                : [
                    hit(
                      ["calendars", id, "exceptions", index],
                      `例外日期 ${date} 早已过去。`,
                      `The exception of ${date} is long past.`,
                      date
                    )
                  ]
            )
          )
  },
  {
    code: "calendar/more-work-than-hours",
    severity: "error",
    demands: { zh: "一个人负责的工作量不超过其工作时间。", en: "Nobody owns more work than there are hours." },
    fix: { zh: "把职责分给别人，或降低频率。", en: "Give a duty to somebody else, or do it less often." },
    find: (view) => {
      const dates = days(view).length
      return view.cover.people.flatMap((person) => {
        const own = view.cover.duties.filter(([, { owner, roster }]) => owner === person && roster === undefined)
        const asked = own.reduce((sum, [, duty]) => sum + effort(duty, dates), 0)
        const has = Spans.length(view.cover.works(person))
        const [most] = own.toSorted(([, one], [, other]) => effort(other, 1) - effort(one, 1))
        return asked <= has || most === undefined
          ? []
          : [
              hit(
                ["duties", most[0], "effort"],
                `${person} 需要 ${hours(asked)} 小时，只有 ${hours(has)} 小时。`,
                `${person} owns ${hours(asked)} hours of work and has ${hours(has)}.`,
                person
              )
            ]
      })
    }
  }
]

const hours = (millis: number) => Math.round(millis / 3_600_000)

/** Every name of a calendar below a value: fields called `calendar` and `hours`. */
const namesOfCalendars = (value: unknown): ReadonlyArray<string> =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
        typeof inner === "string" ? (key === "calendar" || key === "hours" ? [inner] : []) : namesOfCalendars(inner)
      )
