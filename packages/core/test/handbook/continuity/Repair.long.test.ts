/** A repair is worth what it mends: given what it asks for, the person takes over at that very hour. */
import { ChineseHolidays, Spans } from "@dualops/core/calendar"
import { PostProcess } from "@dualops/core/content"
import { Continuity, Cover, Repair } from "@dualops/core/continuity"
import type { Handbook } from "@dualops/core/handbook"
import { describe, expect, it } from "@effect/vitest"
import { DateTime } from "effect"
import * as fc from "fast-check"
import { someTeam } from "./someTeams.ts"

const both = (text: string) => ({ zh: text, en: text })

/** The handbook with what the repair asks for; a shift is a roster of the person's own. */
const mended = (book: Handbook.Handbook, { duty }: Continuity.Lapse, { needs, person }: Repair.Repair) => {
  const asks = (kind: Repair.Missing["kind"]) => needs.filter((one) => one.kind === kind).map(({ what }) => what)
  const written = structuredClone(book) as unknown as Mutable
  if (asks("stand-in").length > 0) written.duties[duty]?.standIns.push(person)
  const member = written.team.people[person]
  member?.skills?.push(...asks("skill"))
  member?.roles.push("given")
  written.team.roles.given = { title: both("授权"), may: asks("permission") }
  for (const what of asks("knowledge")) written.team.knowledge?.[what]?.knownBy?.push(person)
  if (asks("shift").length > 0) {
    const turns = { people: [person], from: "2026-01-01", days: 1, hours: [{ from: "00:00", to: "24:00" }] }
    written.team.rosters = { ...written.team.rosters, given: { title: both("值班"), rotations: { turns } } }
  }
  // The same handbook again, with lists that were added to.
  return written as unknown as Handbook.Handbook
}

/** What is changed of a handbook here, without what the schema knows of its names. */
interface Mutable {
  readonly duties: Record<string, { standIns: Array<string> }>
  readonly team: {
    readonly people: Record<string, { roles: Array<string>; skills?: Array<string> }>
    readonly roles: Record<string, unknown>
    readonly knowledge?: Record<string, { knownBy?: Array<string> }>
    rosters?: Record<string, unknown>
  }
}

describe("Repair", () => {
  it("mends the hour that it was made for", () => {
    fc.assert(
      fc.property(someTeam, ({ book, from }) => {
        const scope = {
          holidays: ChineseHolidays.holidays,
          from: DateTime.makeUnsafe(from),
          until: DateTime.makeUnsafe(from + 7 * 86_400_000)
        }
        const cover = Cover.make({ ...scope, handbook: book })
        for (const lapse of Continuity.nMinusOne(cover, [PostProcess])) {
          const repair = Repair.smallest(cover, lapse)
          if (repair === undefined || lapse.conflict !== undefined) continue
          expect(repair.needs.length).toBeGreaterThan(0)
          const after = Cover.make({ ...scope, handbook: mended(book, lapse, repair) })
          const duty = after.duties.find(([id]) => id === lapse.duty)
          const line = duty && Cover.line(after, repair.person, duty[0], duty[1])
          expect(Spans.has(line ?? [], DateTime.toEpochMillis(lapse.at))).toBe(true)
        }
      }),
      { numRuns: 300 }
    )
  })
})
