/** Briefs for tests: a tea house's year, and briefs by chance. */
import { ChineseHolidays } from "@dualops/core"
import { CalendarDate, WorkingCalendar } from "@dualops/core/calendar"
import { ContentMix } from "@dualops/core/content"
import { type Brief, ContentPlan } from "@dualops/core/content-plan"
import { DateTime, Duration, Record, Result, Schema } from "effect"
import * as fc from "fast-check"

export const mixOf = Schema.decodeUnknownSync(ContentMix.ContentMix)
export const category = (name: string) => ContentMix.CategoryId.make(name)
export const words = (text: string) => ({ zh: text, en: text })
export const every = CalendarDate.weekdays
export const workdays = CalendarDate.weekdays.slice(0, 5)
export const dateAfter = (date: string, days: number) => CalendarDate.fromNumber(CalendarDate.toNumber(date) + days)
export const at = (local: string) => DateTime.makeUnsafe(`${local}:00+08:00`)

/** Four categories, three slots a day and a fourth at weekends; from Monday the second of March 2026. */
export const teaHouse: Brief.Brief = {
  from: "2026-03-02",
  until: "2026-03-30",
  timeZone: "Asia/Shanghai",
  mix: mixOf({
    categories: {
      tea: { title: words("茶"), share: 40 },
      fans: { title: words("粉丝"), share: 30 },
      activity: { title: words("活动"), share: 20 },
      service: { title: words("服务"), share: 10 }
    },
    quantity: { least: 2, most: 4, per: "day" },
    slots: [
      { on: workdays, at: "08:30", category: "tea" },
      { on: every, at: "12:00" },
      { on: every, at: "15:30" },
      { on: every, at: "18:00" },
      { on: ["saturday", "sunday"], at: "20:00", category: "activity" }
    ]
  }),
  occasions: {},
  blackouts: {},
  given: []
}

export const review: Brief.Review = {
  hours: Schema.decodeUnknownSync(WorkingCalendar.WorkingCalendar)({
    week: Object.fromEntries(workdays.map((day) => [day, [{ from: "09:00", to: "18:00" }]])),
    holidays: {}
  }),
  holidays: ChineseHolidays.holidays,
  within: Duration.hours(4)
}

export const plan = (brief: Brief.Brief) => Result.getOrThrow(ContentPlan.make(brief))
export const stands = ({ entries }: ContentPlan.ContentPlan) =>
  entries.map(
    ({ category, date, occasion, time }) => `${date} ${time} ${category}${occasion === undefined ? "" : ` ${occasion}`}`
  )

/** Small briefs by chance, with occasions, silence, free slots and reviewers' hours. */
export const someBrief = (mostDays: number): fc.Arbitrary<Brief.Brief> =>
  fc
    .record({
      days: fc.integer({ min: 2, max: mostDays }),
      shares: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }),
      slots: fc.array(fc.record({ week: fc.boolean(), kept: fc.option(fc.nat(3)) }), { minLength: 1, maxLength: 4 }),
      perDay: fc.boolean(),
      free: fc.nat(2),
      occasions: fc.array(
        fc.record({
          first: fc.nat(mostDays),
          days: fc.integer({ min: 1, max: 5 }),
          posts: fc.nat(3),
          of: fc.option(fc.nat(3))
        }),
        { maxLength: 3 }
      ),
      silence: fc.option(fc.record({ first: fc.nat(mostDays), of: fc.option(fc.nat(3)) })),
      reviewed: fc.boolean()
    })
    .map(({ days, free, occasions, perDay, reviewed, shares, silence, slots }) => {
      const from = "2026-03-02"
      const whole = shares.reduce((sum, share) => sum + share, 0)
      const name = (index: number) => `c${index % shares.length}`
      const mix = mixOf({
        categories: Object.fromEntries(
          shares.map((share, index) => [name(index), { title: words(name(index)), share: (share * 100) / whole }])
        ),
        quantity: perDay
          ? { least: 1, most: slots.length, per: "day" }
          : { least: 3, most: slots.length * 5, per: "week" },
        slots: slots.map(({ kept, week }, index) => ({
          on: week ? every : workdays,
          at: `${String(9 + index * 3).padStart(2, "0")}:00`,
          ...(kept === null ? {} : { category: name(kept) })
        }))
      })
      const of = (index: number | null) => (index === null ? {} : { categories: [category(name(index))] })
      return {
        from,
        until: dateAfter(from, days),
        timeZone: "Asia/Shanghai",
        mix,
        free: { slots: free, per: "week" },
        occasions: Record.fromEntries(
          occasions.map((one, index) => {
            const first = dateAfter(from, one.first % days)
            return [
              `o${index}`,
              {
                title: words(`o${index}`),
                from: first,
                until: dateAfter(first, one.days),
                posts: one.posts,
                ...of(one.of)
              }
            ]
          })
        ),
        blackouts:
          silence === null
            ? {}
            : {
                silence: {
                  title: words("静默"),
                  from: dateAfter(from, silence.first % days),
                  until: dateAfter(from, (silence.first % days) + 1),
                  ...of(silence.of)
                }
              },
        given: [],
        ...(reviewed ? { review, now: at("2026-03-02T10:00") } : {})
      }
    })
