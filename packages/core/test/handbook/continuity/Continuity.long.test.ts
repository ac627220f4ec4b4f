/** Continuity beside an oracle that asks every hour, and the story of an editor who is called away. */
import { ChineseHolidays } from "@dualops/core/calendar"
import { PostProcess } from "@dualops/core/content"
import { Continuity, Cover, Repair } from "@dualops/core/continuity"
import { describe, expect, it } from "@effect/vitest"
import { DateTime } from "effect"
import * as fc from "fast-check"
import { bare, both, handbook } from "../written.ts"
import { firstLapses, hoursOf } from "./slowOracle.ts"
import { someTeam } from "./someTeams.ts"

const week = 7 * 24 * 3_600_000

const layOut = (book: Cover.Scope["handbook"], from: number, length = week) =>
  Cover.make({
    handbook: book,
    holidays: ChineseHolidays.holidays,
    from: DateTime.makeUnsafe(from),
    until: DateTime.makeUnsafe(from + length)
  })

const byName = (lapses: ReadonlyArray<Continuity.Lapse>) =>
  Object.fromEntries(
    lapses.map(({ at, duty, gone }) => [[duty, ...gone].join(" without "), DateTime.toEpochMillis(at)])
  )

describe("Continuity", () => {
  it("agrees with an oracle that asks every hour of a week for every person and duty", () => {
    const walls = new Map<string, ReturnType<typeof hoursOf>>()
    fc.assert(
      fc.property(someTeam, ({ book, from }) => {
        const key = `${book.timeZone} ${from}`
        const hours = walls.get(key) ?? hoursOf(book.timeZone, from, from + week)
        walls.set(key, hours)
        const told = byName(Continuity.nMinusOne(layOut(book, from), [PostProcess]))
        expect(told).toEqual(firstLapses(book, hours, ["content.compose", "content.approve"]))
      }),
      { numRuns: 2000, seed: 20_261_123 }
    )
  })

  it("with two people gone nothing comes back, and what one alone stops is told as before", () => {
    fc.assert(
      fc.property(someTeam, ({ book, from }) => {
        const cover = layOut(book, from)
        const two = Continuity.nMinusTwo(cover, [PostProcess])
        expect(byName(two.filter(({ gone }) => gone.length < 2))).toEqual(
          byName(Continuity.nMinusOne(cover, [PostProcess]))
        )
      }),
      { numRuns: 200 }
    )
  })

  const team = (standIns: ReadonlyArray<string>) =>
    handbook({
      ...bare,
      duties: {
        replies: {
          title: both("回复"),
          function: "interaction",
          owner: "lin",
          standIns,
          permissions: ["interaction.reply"],
          skills: ["service"],
          hours: "office",
          cadence: "always",
          procedure: []
        }
      },
      team: {
        roles: { editor: { title: both("编辑"), may: ["interaction.reply"] } },
        people: {
          lin: { name: "林", roles: ["editor"], skills: ["service"] },
          wu: { name: "吴", roles: [], skills: ["service"] },
          he: { name: "何", roles: [] }
        }
      }
    })
  const monday = Date.parse("2026-06-01T00:00+08:00")

  it("an editor without a stand-in is missed from the first open hour on", () => {
    const [lapse, ...others] = Continuity.nMinusOne(layOut(team([]), monday))
    expect(others).toEqual([])
    expect(lapse?.gone).toEqual(["lin"])
    expect(DateTime.formatIso(lapse?.at ?? DateTime.makeUnsafe(0))).toBe("2026-06-01T01:00:00.000Z")
  })

  it("the smallest repair asks one thing of the one who lacks least", () => {
    const cover = layOut(team([]), monday)
    const [lapse] = Continuity.nMinusOne(cover)
    const repair = lapse && Repair.smallest(cover, lapse)
    expect(repair).toEqual({ person: "wu", needs: [{ kind: "stand-in", what: "replies" }] })
    expect(repair && Repair.inWords(repair).en).toBe("Let wu stand in for replies.")
    expect(Continuity.nMinusOne(layOut(team(["wu"]), monday))).toEqual([])
  })

  it("a stand-in who cannot do it is none, and naming one who can is the smallest repair", () => {
    const cover = layOut(team(["he"]), monday)
    const [lapse] = Continuity.nMinusOne(cover)
    expect(lapse && Repair.smallest(cover, lapse)).toEqual({
      person: "wu",
      needs: [{ kind: "stand-in", what: "replies" }]
    })
  })
})
