/** Rosters out to a calendar and back, on the command line. */
import { readFileSync } from "node:fs"
import { HandbookFile, TeamCalendarFile } from "@dualops/core/files"
import { beforeAll, describe, expect, it } from "@effect/vitest"
import { Result } from "effect"
import { filesOf, folderOf, run } from "./run.ts"

const yaml = readFileSync(new URL("../../../examples/handbooks/xinghe.yaml", import.meta.url), "utf8")
const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", yaml))

const roster = (args: ReadonlyArray<string>, ics: string | Uint8Array = "") =>
  run(folderOf({ "xinghe.yaml": yaml, "team.ics": ics, "folder.ics/x": "" }), ["roster", ...args])

describe("dualops roster", () => {
  let calendar = ""
  beforeAll(async () => {
    calendar = (await roster(["export", "xinghe.yaml"])).out
  })

  it("exports a year from today, every roster and the absences", () => {
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(calendar).toMatch(/\r\nEND:VCALENDAR\r\n$/)
    expect(calendar).toContain("X-DUALOPS-FROM;VALUE=TEXT:2026-09-01\r\nX-DUALOPS-UNTIL;VALUE=TEXT:2027-09-02")
    expect(calendar).toContain("SUMMARY:Interaction desk · 周舟")
    expect(calendar).toContain("SUMMARY:Training · 秦岚")
  })

  it("exports one roster, for the dates and in the language that are asked for", async () => {
    const dates = ["--from", "2026-09-07", "--until", "2026-09-08"]
    const { out } = await roster(["export", "xinghe.yaml", "--roster", "desk", "--lang", "zh", ...dates])
    expect(out.match(/^UID:shift.*$/gm)).toEqual(
      ["weekdays", "weekdays-late"].map((turn) => `UID:shift.desk.${turn}.20260907@1000000001.dualops`)
    )
    expect(out).toContain("SUMMARY:互动值班 · 周舟")
  })

  it("puts the calendar into a file, over an earlier one, and says so", async () => {
    const folder = folderOf({ "xinghe.yaml": yaml, "team.ics": "before" })
    expect(await run(folder, ["roster", "export", "xinghe.yaml", "--out", "team.ics"])).toEqual({
      out: "team.ics\n",
      error: "",
      exit: 0
    })
    expect(filesOf(folder)["team.ics"]?.trimEnd()).toBe(calendar.trimEnd())
  })

  it("imports what it has exported as the same piece of the handbook", async () => {
    const { out } = await roster(["import", "xinghe.yaml", "team.ics"], calendar)
    expect(out).toBe(
      TeamCalendarFile.piece({ rosters: handbook.team.rosters ?? {}, absences: handbook.team.absences ?? {} })
    )
    expect(out).toMatch(/^team:\n {2}rosters:\n {4}desk:\n/)
  })

  it("imports a calendar whose lines are folded within characters", async () => {
    const event =
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:林夏\nDTSTART;VALUE=DATE:20261019\nEND:VEVENT\nEND:VCALENDAR\n"
    const bytes = [...new TextEncoder().encode(event)]
    bytes.splice(bytes.indexOf(0xe6) + 1, 0, ...new TextEncoder().encode("\n "))
    const { error, out } = await roster(["import", "xinghe.yaml", "team.ics"], Uint8Array.from(bytes))
    expect(error).toBe("")
    expect(out).toContain("person: lin\n      from: 2026-10-19T00:00")
  })

  it("imports nothing where a name is said to be a person's whom the handbook does not have", async () => {
    const { error, exit, out } = await roster(["import", "xinghe.yaml", "team.ics", "--person", "U 7=suu"], calendar)
    expect([out, exit]).toEqual(["", 2])
    expect(error).toMatch(/^The handbook has no suu, but .*lin/)
  })

  it("imports the calendar of another system, with what it calls people", async () => {
    const ics = calendar.replace(
      "BEGIN:VEVENT",
      "BEGIN:VEVENT\r\nUID:pager\r\nSUMMARY:On call: U-7\r\nDTSTART:20260901T010000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\nBEGIN:VEVENT"
    )
    const { error, exit } = await roster(["import", "xinghe.yaml", "team.ics"], ics)
    expect([exit, error.split("\n")[1]]).toEqual([1, '  "On call: U-7" does not say who of the handbook it is.'])
    const { out } = await roster(["import", "xinghe.yaml", "team.ics", "--person", "U-7=lin", "--roster", "desk"], ics)
    expect(out).toContain("pager 2026-09-01T09:00:\n          person: lin")
  })

  it("ends with 1 where a file has findings, and prints no piece of it", async () => {
    const { error, exit, out } = await roster(
      ["import", "xinghe.yaml", "team.ics"],
      calendar.replace("BEGIN:VEVENT", "what\r\nBEGIN:VEVENT")
    )
    expect([exit, out]).toEqual([1, ""])
    expect(error).toMatch(/^team\.ics:\d+ error calendar-file\/broken-line\n/)
  })

  it("lets no name of a handbook reach the terminal as a command", async () => {
    const hostile = yaml.replace("    desk:\n", '    "\\e[2J\\u202Edesk":\n')
    const { error } = await run(folderOf({ "h.yaml": hostile }), ["roster", "export", "h.yaml", "--roster", "none"])
    expect(error).toContain("[2J desk")
    expect(error).not.toMatch(/[^\n\P{C}]/u)
  })

  it("ends with 2 where nothing could be done, and says why", async () => {
    const mistakes = {
      "export xinghe.yaml --roster dask": "The handbook has no roster dask, but desk, lookout.",
      "export xinghe.yaml --until 2090-12-31": "Ten years are the most that is exported.",
      "export xinghe.yaml --from 2026-09-02 --until 2026-09-02": "2026-09-02 is not after 2026-09-02.",
      "export xinghe.yaml --at 2026-02-31": '--at is "2026-02-31", and should be a date that exists, as 2026-09-01.',
      "export xinghe.yaml --from soon": '--from is "soon", and should be a date that exists, as 2026-09-01.',
      "export xinghe.yaml --from 9999-12-31": '--from is "9999-12-31", and should be a date of the years 2009 to 2099.',
      "export xinghe.yaml --at 0001-01-01": '--at is "0001-01-01", and should be a date of the years 2009 to 2099.',
      "export xinghe.yaml --roster=":
        "--roster has no value: this roster only; may be repeated. It takes the name of a roster.",
      "export xinghe.yaml --out shifts.html":
        /--out is ".*shifts\.html", and should be the name of a file that ends with \.ics\.$/m,
      "export xinghe.yaml --out none/team.ics": "none/team.ics cannot be written: there is no such file or folder.",
      "export xinghe.yaml --out folder.ics": "folder.ics cannot be written: it is a folder, not a file.",
      "import team.ics xinghe.yaml": "The handbook comes first, and then the calendar: team.ics is a calendar.",
      "import xinghe.yaml team.ics --roster dask":
        "Neither the handbook nor the calendar has a roster dask, but desk, lookout.",
      "export xinghe.yaml team.ics": "Too many arguments: team.ics.",
      "export none.yaml": "none.yaml cannot be read: there is no such file or folder.",
      "import xinghe.yaml": "<calendar> is missing: a file, or - for standard input.",
      "import xinghe.yaml team.ics --person lin": '--person is "lin", and should be a name and an id, as U-7=lin.',
      "import xinghe.yaml team.ics --roster=": /^--roster has no value: .*\. It takes the name of a roster\./,
      "import - -": "Standard input can be read only once; write - only once."
    }
    for (const [args, said] of Object.entries(mistakes)) {
      const { error, exit, out } = await roster(args.split(" "), calendar)
      expect([exit, out]).toEqual([2, ""])
      if (said instanceof RegExp) expect(error).toMatch(said)
      else expect(error.split("\n")[0]).toBe(said)
    }
  })
})
