/** Small handbooks by chance: four people, three duties, a roster with turns, swaps and overrides, absences and loans. */
import type { Handbook } from "@dualops/core/handbook"
import * as fc from "fast-check"
import { bare, both, handbook } from "../written.ts"

const people = ["ann", "bo", "cai", "di"]
const person = fc.constantFrom(...people)
const permission = fc.constantFrom("content.compose", "content.approve", "interaction.reply")
const skill = fc.constantFrom("writing", "drawing")
const pad = (number: number) => String(number).padStart(2, "0")

/** Horizons of a week: one plain, and two in which the clocks of Berlin change. */
export const weeks = [
  { timeZone: "Asia/Shanghai", first: "2026-06-01", from: Date.parse("2026-05-31T16:00Z") },
  { timeZone: "Europe/Berlin", first: "2026-03-25", from: Date.parse("2026-03-24T23:00Z") },
  { timeZone: "Europe/Berlin", first: "2026-10-21", from: Date.parse("2026-10-20T22:00Z") }
] as const

const windows = fc
  .uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 4 })
  .map((marks) => marks.toSorted((one, other) => one - other))
  .map((marks) => marks.slice(0, marks.length - (marks.length % 2)))
  .map((marks) =>
    marks.flatMap((from, index) => {
      const to = marks[index + 1] ?? 0
      return index % 2 === 1 || from > 23 || to - from >= 24
        ? []
        : [{ from: `${pad(from)}:00`, to: to === 24 ? "24:00" : `${pad(to % 24)}:00` }]
    })
  )

const dated = (first: string) => {
  const midnight = Date.parse(`${first}T00:00Z`)
  const date = (days: number) => new Date(midnight + days * 86_400_000).toISOString().slice(0, 10)
  const period = fc
    .tuple(fc.integer({ min: -10, max: 160 }), fc.integer({ min: 1, max: 60 }))
    .map(([from, length]) => ({ from, until: from + length }))
    .map(({ from, until }) => ({
      from: `${date(Math.floor(from / 24))}T${pad(((from % 24) + 24) % 24)}:00`,
      until: `${date(Math.floor(until / 24))}T${pad(((until % 24) + 24) % 24)}:00`
    }))
  const rotation = fc
    .record(
      {
        people: fc.uniqueArray(person, { minLength: 1, maxLength: 4 }),
        from: fc.integer({ min: -9, max: 3 }).map(date),
        until: fc.integer({ min: 4, max: 8 }).map(date),
        days: fc.integer({ min: 1, max: 4 }),
        on: fc.constant(["monday", "tuesday", "thursday", "saturday"] as const),
        hours: windows
      },
      { requiredKeys: ["people", "from", "days", "hours"] }
    )
    // The generator gives at least one.
    .map((one) => ({ ...one, people: one.people as [string, ...Array<string>] }))
  const named = <A>(one: fc.Arbitrary<A>) =>
    fc.array(one, { maxLength: 2 }).map((all) => Object.fromEntries(all.map((each, index) => [`n${index}`, each])))
  return {
    roster: fc.record({
      title: fc.constant(both("轮班")),
      rotations: named(rotation),
      overrides: named(
        period.chain((at) => fc.record({ person }).map((who) => ({ ...at, ...who, reason: both("-") })))
      ),
      swaps: named(period.chain((at) => fc.record({ gives: person, takes: person }).map((who) => ({ ...at, ...who }))))
    }),
    absences: named(period.chain((at) => person.map((who) => ({ ...at, person: who, reason: "leave" as const })))),
    delegations: named(
      period.chain((at) =>
        fc
          .record({
            delegator: person,
            delegate: person,
            duties: fc.subarray(["one", "two", "three"]),
            permissions: fc.uniqueArray(permission, { maxLength: 2 })
          })
          .map((loan) => ({ ...loan, ...at, reason: both("-") }))
      )
    )
  }
}

const duty = fc
  .record(
    {
      owner: person,
      standIns: fc.uniqueArray(person, { maxLength: 3 }),
      roster: fc.constantFrom("desk", "night"),
      permissions: fc.uniqueArray(permission, { maxLength: 2 }),
      skills: fc.uniqueArray(skill, { maxLength: 1 }),
      knowledge: fc.constant(["codes"]),
      hours: fc.constantFrom("office", "always", "late")
    },
    { requiredKeys: ["owner", "standIns", "permissions", "hours"] }
  )
  .map((one) => ({
    ...one,
    title: both("职责"),
    function: "content" as const,
    cadence: "always" as const,
    procedure: []
  }))

const day = windows
const late = fc.record({ monday: day, tuesday: day, wednesday: day, friday: day, sunday: day }).filter((week) => {
  // A night may not run into the next date's hours.
  const ends = Object.values(week).flatMap((all) => all.filter(({ from, to }) => to <= from).map(({ to }) => to))
  const begins = Object.values(week).flatMap((all) => all.map(({ from }) => from))
  return ends.every((to) => begins.every((from) => to <= from))
})

/** A week of a small team. */
export const someTeam: fc.Arbitrary<{ readonly book: Handbook.Handbook; readonly from: number }> = fc
  .constantFrom(...weeks)
  .chain(({ first, from, timeZone }) => {
    const { absences, delegations, roster } = dated(first)
    const role = fc.uniqueArray(permission, { maxLength: 3 }).map((may) => ({ title: both("角色"), may }))
    const member = fc
      .record({
        roles: fc.uniqueArray(fc.constantFrom("editor", "lead"), { maxLength: 2 }),
        skills: fc.subarray(["writing", "drawing"])
      })
      .map((one) => ({ ...one, name: "某" }))
    return fc
      .record({
        duties: fc.record({ one: duty, two: duty, three: duty }),
        rosters: fc.record({ desk: roster, night: roster }),
        absences,
        delegations,
        roles: fc.record({ editor: role, lead: role }),
        people: fc.record({ ann: member, bo: member, cai: member, di: member }),
        knownBy: fc.subarray(people),
        late
      })
      .map(({ duties, knownBy, late, people, roles, ...team }) => ({
        from,
        book: handbook({
          ...bare,
          timeZone,
          duties,
          content: { ...bare.content, lead: "ann", review: { ...bare.content.review, approvers: ["ann"] } },
          // Somebody has every skill, so that each of them is known; nothing counts on them.
          team: {
            ...team,
            people: { ...people, eve: { name: "某", roles: [], skills: ["writing", "drawing"] } },
            roles,
            knowledge: { codes: { title: both("暗号"), knownBy } }
          },
          calendars: {
            office: {
              ...bare.calendars.office,
              timeZone,
              week: { monday: officeDay, tuesday: officeDay, friday: officeDay }
            },
            late: { timeZone, week: late }
          }
        })
      }))
  })

const officeDay = [{ from: "09:00", to: "18:00" }]
