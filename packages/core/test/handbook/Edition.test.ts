import { Actor, ChineseHolidays, Edition, type Handbook } from "@dualops/core"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"
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
