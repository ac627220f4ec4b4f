/** Rosters out to a calendar and back, on the command line. */
import { readFileSync } from "node:fs"
import { Dualops } from "@dualops/cli"
import { HandbookFile, TeamCalendarFile } from "@dualops/core"
import { describe, expect, it } from "@effect/vitest"
import { Result } from "effect"
import { surroundings } from "./surroundings.ts"

const yaml = readFileSync(new URL("../../../examples/handbooks/xinghe.yaml", import.meta.url), "utf8")
const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", yaml))

const roster = (args: ReadonlyArray<string>, ics: string | Uint8Array = "") =>
  Dualops.run(["roster", ...args], surroundings({ "xinghe.yaml": yaml, "team.ics": ics }))
const { out: calendar } = roster(["export", "xinghe.yaml"])

describe("dualops roster", () => {
  it("exports a year from today, every roster and the absences", () => {
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(calendar).toContain("X-DUALOPS-FROM;VALUE=TEXT:2026-09-01\r\nX-DUALOPS-UNTIL;VALUE=TEXT:2027-09-02")
    expect(calendar).toContain("SUMMARY:Interaction desk · 周舟")
    expect(calendar).toContain("SUMMARY:Training · 秦岚")
  })

  it("exports one roster, for the dates and in the language that are asked for", () => {
    const { out } = roster(
      ["export", "xinghe.yaml", "--roster", "desk", "--lang", "zh"].concat(
        "--from",
        "2026-09-07",
        "--until",
        "2026-09-08"
      )
    )
    expect(out.match(/^UID:shift.*$/gm)).toEqual(["UID:shift.desk.weekdays.20260907@1000000001.dualops"])
    expect(out).toContain("SUMMARY:互动值班 · 周舟")
  })

  it("imports what it has exported as the same piece of the handbook", () => {
    const { out } = roster(["import", "xinghe.yaml", "team.ics"], calendar)
    expect(out).toBe(
      TeamCalendarFile.piece({ rosters: handbook.team.rosters ?? {}, absences: handbook.team.absences ?? {} })
    )
    expect(out).toMatch(/^team:\n {2}rosters:\n {4}desk:\n/)
  })

  it("imports a calendar whose lines are folded within characters", () => {
    const event =
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:林夏\nDTSTART;VALUE=DATE:20261019\nEND:VEVENT\nEND:VCALENDAR\n"
    const bytes = [...new TextEncoder().encode(event)]
    bytes.splice(bytes.indexOf(0xe6) + 1, 0, ...new TextEncoder().encode("\n "))
    const { error, out } = roster(["import", "xinghe.yaml", "team.ics"], Uint8Array.from(bytes))
    expect(error).toBe("")
    expect(out).toContain("person: lin\n      from: 2026-10-19T00:00")
  })

  it("imports the calendar of another system, with what it calls people", () => {
    const ics = calendar.replace(
      "BEGIN:VEVENT",
      "BEGIN:VEVENT\r\nUID:pager\r\nSUMMARY:On call: U-7\r\nDTSTART:20260901T010000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\nBEGIN:VEVENT"
    )
    const { error, exit } = roster(["import", "xinghe.yaml", "team.ics"], ics)
    expect([exit, error.split("\n")[1]]).toEqual([1, '  "On call: U-7" does not say who of the handbook it is.'])
    const { out } = roster(["import", "xinghe.yaml", "team.ics", "--person", "U-7=lin", "--roster", "desk"], ics)
    expect(out).toContain("pager 2026-09-01T09:00:\n          person: lin")
  })

  it("ends with 1 where a file has findings, and prints no piece of it", () => {
    const { error, exit, out } = roster(
      ["import", "xinghe.yaml", "team.ics"],
      calendar.replace("BEGIN:VEVENT", "what\r\nBEGIN:VEVENT")
    )
    expect([exit, out]).toEqual([1, ""])
    expect(error).toMatch(/^team\.ics:\d+ error calendar-file\/broken-line\n/)
  })

  it("lets no name of a handbook reach the terminal as a command", () => {
    const hostile = yaml.replace("    desk:\n", '    "\\e[2J\\u202Edesk":\n')
    const { error } = Dualops.run(
      ["roster", "export", "h.yaml", "--roster", "none"],
      surroundings({ "h.yaml": hostile })
    )
    expect(error).toContain("[2J desk")
    expect(error).not.toMatch(/[^\n\P{C}]/u)
  })

  it("ends with 2 where nothing could be done, and says how it is used", () => {
    for (const args of [
      [],
      ["sing"],
      ["export"],
      ["export", "xinghe.yaml", "team.ics"],
      ["import", "xinghe.yaml"],
      ["import", "xinghe.yaml", "team.ics", "--person", "lin"],
      ["export", "xinghe.yaml", "--lang", "fr"],
      ["export", "xinghe.yaml", "--sing"]
    ]) {
      const { error, exit } = roster(args)
      expect([exit, /\ndualops roster|^A person is given/.test(error)]).toEqual([2, true])
    }
    expect(roster(["export", "none.yaml"])).toEqual({
      out: "",
      error: "none.yaml cannot be read: no such file\n",
      exit: 2
    })
    expect(roster(["export", "xinghe.yaml", "--roster", "dask"]).error).toBe(
      "The handbook has no roster dask, but desk, lookout.\n"
    )
    expect(roster(["export", "xinghe.yaml", "--roster", ""]).exit).toBe(2)
    expect(roster(["import", "xinghe.yaml", "team.ics", "--roster", ""], calendar).exit).toBe(2)
    expect(roster(["export", "xinghe.yaml", "--until", "9999-12-31"]).error).toBe(
      "Ten years are the most that is exported.\n"
    )
    expect(roster(["export", "xinghe.yaml", "--at", "2026-02-31"]).error).toMatch(/^2026-02-31 is not a date/)
    expect(roster(["export", "xinghe.yaml", "--from", "soon"]).error).toBe("soon is not a date as YYYY-MM-DD.\n")
    expect(roster(["export", "xinghe.yaml", "--from", "2026-09-02", "--until", "2026-09-02"]).exit).toBe(2)
  })
})
