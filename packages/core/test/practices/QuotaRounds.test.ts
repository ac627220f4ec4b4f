/** The day's posts on the planner's desk. */
import { readFileSync } from "node:fs"
import { ChineseHolidays } from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import { Practices } from "@dualops/core/practices"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import { at } from "../internal-system/content-plan/briefs.ts"

const yaml = readFileSync(new URL("../../../../examples/handbooks/xinghe.yaml", import.meta.url), "utf8")
const section = '\ncontentPlan: { planner: zhou, checkAt: "10:00" }\n'
const rounds = "\nrounds: { reminds: { time: 2 hours, calendar: office } }\n"
const openings = (text: string, from: string, until: string) =>
  Practices.agenda(Result.getOrThrow(HandbookFile.read("xinghe.yaml", text)), ChineseHolidays.holidays)(
    at(from),
    at(until)
  ).filter(({ series }) => series === "content-plan/day")

describe("The day's posts", () => {
  const text = /^rounds:/m.test(yaml) ? yaml : `${yaml}${rounds}`

  it("come onto the planner's desk at the hour that the handbook names, once a day, with the slots of the day", () => {
    const [monday, ...others] = openings(`${text}${section}`, "2026-09-07T11:00", "2026-09-07T12:00")
    assert.deepStrictEqual(others, [])
    assert.strictEqual(monday?.case, "round/content-plan/day/day/2026-09-07")
    assert.strictEqual(DateTime.formatIso(monday?.from ?? at("2000-01-01T00:00")), "2026-09-07T02:00:00.000Z")
    const { people, procedure, what } = (monday?.input ?? {}) as {
      people: ReadonlyArray<string>
      procedure: ReadonlyArray<{ en: string }>
      what: { en: string }
    }
    assert.strictEqual(what.en, "See that today's posts are there: 3 to 5")
    assert.strictEqual(people[0], "zhou")
    assert.deepStrictEqual(
      procedure.map(({ en }) => en),
      ["08:30: Tea and novelties", "12:00: Stories of fans", "15:30: by the plan, or what the mix is short of"]
    )
  })

  it("are no case before that hour, nor where the handbook has no rounds", () => {
    assert.deepStrictEqual(openings(`${text}${section}`, "2026-09-07T08:00", "2026-09-07T09:00"), [])
    assert.deepStrictEqual(
      openings(`${yaml.replace(/^rounds:.*\n( .*\n)*/m, "")}${section}`, "2026-09-07T11:00", "2026-09-07T12:00"),
      []
    )
  })
})
