/**
 * What stops when somebody is gone, asked of a big team for a year: every person, every duty, every hour.
 *
 * @module
 */
import { ChineseHolidays } from "@dualops/core/calendar"
import { Continuity, Cover } from "@dualops/core/continuity"
import { Handbook } from "@dualops/core/handbook"
import { Practices } from "@dualops/core/practices"
import { DateTime, Result } from "effect"
import * as Bench from "./Bench.ts"

const both = (text: string) => ({ zh: text, en: text })
const pick = <A>(from: ReadonlyArray<A>, index: number): A => from[index % from.length] as A
const times = <A>(count: number, one: (index: number) => A) => Array.from({ length: count }, (_, index) => one(index))
const office = [
  { from: "09:00", to: "12:00" },
  { from: "13:00", to: "18:00" }
]
const permissions = ["content.compose", "content.approve", "interaction.reply", "monitoring.look"] as const
const skills = ["writing", "service", "law", "film"]

/** A team in which every fifth duty has a roster of its own: day and night, seven people taking turns. */
const team = (people: number, duties: number): Handbook.Handbook => {
  const names = times(people, (index) => `p${index}`)
  return Result.getOrThrow(
    Handbook.make({
      version: "1",
      brand: both("星河"),
      account: { id: "1", name: "星河", route: "business", safeDomains: [] },
      positioning: { style: { persona: both("小编"), mustSay: [], neverSay: [] } },
      content: {
        review: { approvers: ["p0"], needs: "any", within: { time: "4 hours", calendar: "office" } },
        lead: "p0",
        attention: { time: "1 hour", calendar: "always" },
        tolerance: "10 minutes",
        patience: "2 minutes",
        looks: { every: "1 minute", times: 5 }
      },
      duties: Object.fromEntries(
        times(duties, (index) => [
          `d${index}`,
          {
            title: both(`d${index}`),
            function: "content" as const,
            owner: pick(names, index * 7),
            standIns: [pick(names, index * 7 + 3), pick(names, index * 7 + 11)],
            ...(index % 5 === 0 && { roster: `r${index}` }),
            permissions: [pick(permissions, index)],
            skills: [pick(skills, index)],
            hours: index % 5 === 0 ? "always" : pick(["office", "late", "weekend"], index),
            cadence: "always" as const,
            procedure: [both("-")]
          }
        ])
      ),
      team: {
        roles: { editor: { title: both("编辑"), may: [...permissions] } },
        people: Object.fromEntries(
          names.map((name, index) => [
            name,
            { name, roles: ["editor"], skills: skills.filter((_, i) => i !== index % 9) }
          ])
        ),
        rosters: Object.fromEntries(
          times(Math.ceil(duties / 5), (index) => [
            `r${index * 5}`,
            {
              title: both("轮班"),
              rotations: {
                day: turn(names, index, "08:00", "20:00"),
                night: turn(names, index + 3, "20:00", "08:00")
              }
            }
          ])
        ),
        absences: Object.fromEntries(
          names.map((person, index) => {
            const month = String((index % 12) + 1).padStart(2, "0")
            return [
              person,
              { person, from: `2026-${month}-05T00:00`, until: `2026-${month}-15T00:00`, reason: "leave" as const }
            ]
          })
        )
      },
      calendars: {
        office: { week: weekOf(office), holidays: {} },
        late: { week: weekOf([{ from: "14:00", to: "23:00" }]), holidays: {} },
        weekend: { week: { saturday: office, sunday: office } }
      },
      resources: {}
    })
  )
}

const turn = (names: ReadonlyArray<string>, index: number, from: string, to: string) => ({
  people: [pick(names, index), ...times(6, (next) => pick(names, index + (next + 1) * 5))] as const,
  from: "2025-12-29",
  days: 1,
  hours: [{ from, to }]
})

const weekOf = (day: typeof office) => ({ monday: day, tuesday: day, wednesday: day, thursday: day, friday: day })

const ask = (handbook: Handbook.Handbook, days: number, how: typeof Continuity.nMinusOne) => {
  const from = DateTime.makeUnsafe("2025-12-31T16:00:00Z")
  const until = DateTime.add(from, { days })
  return how(Cover.make({ handbook, holidays: ChineseHolidays.holidays, from, until }), Practices.processes()).length
}
const contender = (name: string, people: number, duties: number, days: number, how = Continuity.nMinusOne) => {
  const handbook = team(people, duties)
  return { name, units: 1, once: () => ask(handbook, days, how) }
}

const whole = "N-1: 50 people, 60 duties, 365 days"
const two = "N-2: 50 people, 60 duties, 365 days"
const half = { people: "half the people", duties: "half the duties", days: "half the days" }
const outcomes = Bench.race([
  contender(whole, 50, 60, 365),
  contender(two, 50, 60, 365, Continuity.nMinusTwo),
  contender(half.people, 25, 60, 365),
  contender(half.duties, 50, 30, 365),
  contender(half.days, 50, 60, 182)
])
const milliseconds = (name: string) => 1000 / Bench.speedOf(outcomes, name)
// How the time grows when one of them doubles: 1 is in proportion, 2 is with the square.
const power = (smaller: string) => Number(Math.log2(milliseconds(whole) / milliseconds(smaller)).toFixed(2))

Bench.report({
  name: "verify",
  unit: "handbooks",
  about:
    "Who is missed when: for every person, duty and hour of a year, whether the duty is still done with that person (N-1) or with any two " +
    "people (N-2) gone. Every round lays out calendars, rosters and absences anew. Growth is the power of the time in each of the three, " +
    "from half of it to the whole; the duties that must be in two hands are compared in pairs, so duties grow most.",
  outcomes,
  packages: ["effect"],
  figures: {
    n1Milliseconds: Number(milliseconds(whole).toFixed(1)),
    n2Seconds: Number((milliseconds(two) / 1000).toFixed(3)),
    growth: Math.max(power(half.people), power(half.duties), power(half.days)),
    growthWithPeople: power(half.people),
    growthWithDuties: power(half.duties),
    growthWithDays: power(half.days)
  }
})
