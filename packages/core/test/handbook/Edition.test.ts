import { Actor, Allowance, Case, ChineseHolidays, Process } from "@dualops/core"
import { type Handbook, Settings } from "@dualops/core/handbook"
import { AnswerProcess } from "@dualops/core/interaction"
import { Edition } from "@dualops/core/practices"
import { Due } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Record } from "effect"
import { wrote } from "../internal-system/interaction/AnswerCast.ts"
import { xinghe } from "./worked.ts"

const { he, lin, zhou, qin } = Object.fromEntries(
  Object.keys(xinghe.team.people).map((id) => [id, Actor.PersonId.make(id)])
) as Record<"he" | "lin" | "zhou" | "qin", Actor.PersonId>

const may = (person: Actor.Person, permission: Actor.Permission, at: string, handbook: Handbook.Handbook = xinghe) =>
  Edition.edition(handbook, ChineseHolidays.holidays).entitled(person, permission, DateTime.makeUnsafe(at))

const someday = "2026-09-15T12:00:00+08:00"

describe("Under an edition of the handbook", () => {
  it("a person may do what one of their roles may", () => {
    assert.isTrue(may(Actor.person(lin), "content.approve", someday))
    assert.isFalse(may(Actor.person(qin), "content.approve", someday))
  })

  it("a stand-in may do what the duty of one who is away needs, and nothing else of theirs", () => {
    const linOnLeave = "2026-10-13T12:00:00+08:00"
    assert.isTrue(may(Actor.inPlaceOf(zhou, lin), "content.compose", linOnLeave))
    assert.isFalse(may(Actor.inPlaceOf(zhou, lin), "interaction.route", linOnLeave))
    assert.isFalse(may(Actor.inPlaceOf(zhou, lin), "content.compose", someday))
  })

  it("nobody acts in the place of one whose stand-in they are not", () => {
    assert.isFalse(may(Actor.inPlaceOf(qin, lin), "content.compose", someday))
  })

  it("a delegation lends from its first moment until just before its last, on the wall of the handbook's zone", () => {
    const lent = (at: string) => may(Actor.inPlaceOf(zhou, he), "content.withdraw", at)
    assert.deepStrictEqual(
      [
        "2026-09-30T23:59:59.999+08:00",
        "2026-10-01T00:00+08:00",
        "2026-10-07T23:59+08:00",
        "2026-10-08T00:00+08:00"
      ].map(lent),
      [false, true, true, false]
    )
  })

  it("a delegation lends all that its duties need", () => {
    assert.isTrue(may(Actor.inPlaceOf(zhou, he), "content.approve", "2026-10-03T12:00:00+08:00"))
  })

  it("nobody lends what they may not do themselves", () => {
    const weak = {
      ...xinghe,
      team: { ...xinghe.team, people: { ...xinghe.team.people, [he]: { name: "何川", roles: [] } } }
    }
    assert.isFalse(may(Actor.inPlaceOf(zhou, he), "content.withdraw", "2026-10-03T12:00:00+08:00", weak))
  })
})

describe("What a handbook says of answers", () => {
  const settings = (handbook: Handbook.Handbook) =>
    Edition.edition(handbook, ChineseHolidays.holidays).settings(AnswerProcess)

  it("is the shortest promise of an answer, and its chain is told in turn: nobody knows yet what a fan wants", () => {
    assertEquals(settings(xinghe).within, Allowance.of("2 hours", "desk"))
    assert.strictEqual(settings(xinghe).lead, he)
    assert.deepStrictEqual(settings(xinghe).chain?.at(-1)?.to, he)
  })

  it("is the time in which somebody decides about a post, where nothing is promised", () => {
    const { promises: _, ...silent } = xinghe
    assertEquals(settings(silent).within, xinghe.content.attention)
    assert.strictEqual(settings(silent).lead, xinghe.content.lead)
  })

  it("warns after the part of the time that the promise says, and after four fifths where it says none", () => {
    const at = DateTime.makeUnsafe("2026-09-15T10:00:00+08:00")
    const warned = (warnAt: number | undefined) => {
      const promises = Record.map(xinghe.promises ?? {}, ({ warnAt: _, ...promise }) => ({
        ...promise,
        ...(warnAt !== undefined && { warnAt })
      }))
      const { calendars, settings, version } = Edition.edition({ ...xinghe, promises }, ChineseHolidays.holidays)
      const event = { case: Case.CaseId.make("a"), version: 1, step: "Receive", by: Actor.world, at, handbook: version }
      const facts = { account: xinghe.account.id, interaction: wrote() }
      const waiting = Process.evolve(AnswerProcess, undefined, { ...event, step: "Receive", facts })
      const [promise] = Due.due(AnswerProcess, waiting, settings(AnswerProcess), calendars)
      return promise && Duration.toMinutes(DateTime.distance(at, promise.warn))
    }
    assert.deepStrictEqual([0.5, 0.9, 1, undefined].map(warned), [60, 108, 120, 96])
  })

  it("has the rules of posts, and at least two people for every step", () => {
    assertEquals(settings(xinghe).rules, Settings.ofPosts(xinghe).rules)
    for (const { by } of Object.values(AnswerProcess.steps)) {
      if (by === "clock" || by === "world") continue
      const people = [he, lin, zhou, qin].filter((one) => may(Actor.person(one), by, someday))
      assert.isAtLeast(people.length, 2, by)
    }
  })
})
