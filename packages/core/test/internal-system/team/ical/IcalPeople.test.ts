/** Whom an event concerns, and whom its title names. */
import { TeamCalendarFile } from "@dualops/core/files"
import { Actor } from "@dualops/core/process"
import { Roster } from "@dualops/core/team"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { absences, calendar, event, xinghe } from "./xinghe.ts"

const day = "DTSTART;VALUE=DATE:20260907"
const who = (...lines: ReadonlyArray<string>) =>
  absences(calendar(event(...lines, day))).map((line) => line.replace(/ 2026.*/, ""))
const attendee = (name: string, ...parameters: ReadonlyArray<string>) =>
  `ATTENDEE;${[`CN=${name}`, ...parameters].join(";")}:mailto:${encodeURIComponent(name)}@mail.example`

describe("an event concerns", () => {
  const training = "SUMMARY:Training"

  it("those who take part, may, or have not answered; not those who declined, sent another, or are only told", () => {
    for (const [parameter, away] of [
      ["PARTSTAT=ACCEPTED", true],
      ["PARTSTAT=TENTATIVE", true],
      ["PARTSTAT=NEEDS-ACTION", true],
      ["ROLE=OPT-PARTICIPANT", true],
      ["PARTSTAT=declined", false],
      ["PARTSTAT=DELEGATED", false],
      ["ROLE=NON-PARTICIPANT;PARTSTAT=ACCEPTED", false],
      ['PARTSTAT="DECLINED"', false]
    ] as const)
      assert.deepStrictEqual(who(training, attendee("林夏", parameter)), away ? ["lin"] : [], parameter)
  })

  it("each of those who take part, and nobody who is not of the team", () => {
    assert.deepStrictEqual(who(training, attendee("林夏"), attendee("周舟"), attendee("Guest")), ["lin", "zhou"])
    assert.deepStrictEqual(
      who(training, attendee("林夏", "PARTSTAT=DECLINED"), "ORGANIZER;CN=周舟:mailto:z@mail.example"),
      []
    )
  })

  it("nobody whom its title names and who has declined", () => {
    assert.deepStrictEqual(who("SUMMARY:林夏 培训", attendee("林夏", "PARTSTAT=DECLINED")), [])
    assert.deepStrictEqual(who("SUMMARY:周舟 培训", attendee("林夏", "PARTSTAT=DECLINED")), ["zhou"])
  })

  it("no room, though it was asked", () => {
    assert.deepStrictEqual(who(training, attendee("林夏", "CUTYPE=ROOM")), ["4 unknown-person"])
  })

  it("nobody who is free meanwhile, unless it is a shift", () => {
    assert.deepStrictEqual(who("SUMMARY:林夏 生日", "TRANSP:TRANSPARENT"), [])
    assert.deepStrictEqual(who("SUMMARY:National holiday", "TRANSP:TRANSPARENT"), [])
    assert.deepStrictEqual(who("SUMMARY:林夏 年假", "TRANSP:OPAQUE"), ["lin"])
    const shift = calendar(event("SUMMARY:周舟", "TRANSP:TRANSPARENT", day))
    const { rosters } = Result.getOrThrow(
      TeamCalendarFile.read("p.ics", shift, xinghe, { roster: Roster.RosterId.make("desk") })
    )
    assert.include(Object.keys(rosters.desk?.overrides ?? {}).join(), "1 2026-09-07T00:00")
  })

  it("one person, where it is a shift", () => {
    const shift = calendar(event(training, attendee("林夏"), attendee("周舟"), day))
    const read = TeamCalendarFile.read("p.ics", shift, xinghe, { roster: Roster.RosterId.make("desk") })
    assert.include(Result.getOrThrow(Result.flip(read))[0]?.code, "several-people")
  })
})

describe("a title names somebody", () => {
  it("by an id that stands apart, and not by one that is a word of a sentence", () => {
    for (const [title, person] of [
      ["Sick leave until he is well", undefined],
      ["He is on leave", undefined],
      ["she said he may be late", undefined],
      ["Training for the lin team", undefined],
      ["he", "he"],
      ["Sick leave: he", "he"],
      ["Leave (he)", "he"],
      ["On call - he", "he"],
      ["HE sick", "he"],
      ["annual leave lin", "lin"],
      ["lin 病假", "lin"],
      ["年假·lin", "lin"],
      ["zhou/leave", "zhou"]
    ] as const)
      assert.deepStrictEqual(who(`SUMMARY:${title}`), [person ?? "4 unknown-person"], title)
  })

  it("by a name, wherever it stands, and by what the other system is said to call people", () => {
    assert.deepStrictEqual(who("SUMMARY:林夏去上海出差了"), ["lin"])
    const people = { he: Actor.PersonId.make("zhou") }
    const read = TeamCalendarFile.read("p.ics", calendar(event("SUMMARY:until he is well", day)), xinghe, { people })
    assert.deepStrictEqual(
      Object.values(Result.getOrThrow(read).absences).map(({ person }) => person),
      [people.he]
    )
  })

  it("and the reason by a whole word: what will be is no illness", () => {
    const read = TeamCalendarFile.read("p.ics", calendar(event("SUMMARY:林夏 will be away", day)), xinghe)
    assert.deepStrictEqual(
      Object.values(Result.getOrThrow(read).absences).map(({ reason }) => reason),
      ["leave"]
    )
  })
})
