import type { Moment } from "@dualops/core/calendar"
import { PostProcess } from "@dualops/core/content"
import { Entitlement, Handbook } from "@dualops/core/handbook"
import { Actor, Process } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import * as fc from "fast-check"
import { edition, id, teaHouse, wall, written, zhouAway } from "./teaHouse.ts"

const may = (by: Actor.Person, permission: Actor.Permission, at: Moment.Moment) => edition.entitled(by, permission, at)
const night = wall("2026-09-18T23:30")
const approve = "content.approve"

describe("who may do what", () => {
  it("is said by their roles, at any time", () => {
    assert.isTrue(may(Actor.person(id("zhou")), approve, night))
    assert.isFalse(may(Actor.person(id("lin")), approve, night))
  })

  it("is nothing any more for a person who has left", () => {
    assert.isTrue(may(Actor.person(id("wu")), "content.compose", wall("2026-09-14T23:59")))
    assert.isFalse(may(Actor.person(id("wu")), "content.compose", wall("2026-09-15T00:00")))
  })

  it("is what a duty needs, in the place of an owner who is away, for a stand-in", () => {
    const instead = (by: Actor.Person, permission: Actor.Permission) => zhouAway.entitled(by, permission, night)
    assert.isTrue(instead(Actor.inPlaceOf(id("qin"), id("zhou")), approve))
    assert.isFalse(instead(Actor.inPlaceOf(id("qin"), id("zhou")), "planning.schedule"))
    assert.isFalse(instead(Actor.inPlaceOf(id("zhou"), id("qin")), approve))
  })

  it("is nothing in the place of an owner who is there, from the first moment until just before the last of an absence", () => {
    const qin = Actor.inPlaceOf(id("qin"), id("zhou"))
    assert.isFalse(may(qin, approve, night))
    assert.deepStrictEqual(
      ["2026-09-18T22:29", "2026-09-18T22:30", "2026-09-19T05:59", "2026-09-19T06:00"].map((time) =>
        zhouAway.entitled(qin, approve, wall(time))
      ),
      [false, true, true, false]
    )
  })

  it("is what a duty needs for a stand-in to whom its roster gives the hour, while the owner is off", () => {
    const he = Actor.inPlaceOf(id("he"), id("lin"))
    assert.deepStrictEqual(
      ["2026-09-15T08:59", "2026-09-15T09:00", "2026-09-15T21:00", "2026-09-16T10:00"].map((time) =>
        may(he, "content.compose", wall(time))
      ),
      [false, true, false, false]
    )
  })

  it("goes from hand to hand with a duty that is lent on: zhou, qin, he", () => {
    assert.isTrue(zhouAway.entitled(Actor.inPlaceOf(id("he"), id("zhou")), approve, night))
    assert.isFalse(zhouAway.entitled(Actor.inPlaceOf(id("lin"), id("zhou")), approve, night))
  })

  it("begins with the first moment of a delegation, and ends just before its last", () => {
    const he = Actor.inPlaceOf(id("he"), id("qin"))
    const at = ["2026-09-18T21:59", "2026-09-18T22:00", "2026-09-19T05:59", "2026-09-19T06:00"]
    assert.deepStrictEqual(
      at.map((time) => may(he, approve, wall(time))),
      [false, true, true, false]
    )
  })

  it("is written down: the event names both", () => {
    const by = Actor.inPlaceOf(id("he"), id("lin"))
    const event = Process.accept(PostProcess, undefined, {
      case: "morning" as never, // a case's name needs no check here
      step: "Compose",
      input: { account: teaHouse.account.id, content: { text: "早。", pictures: [] }, slot: wall("2026-09-19T08:00") },
      by,
      at: wall("2026-09-15T10:00"),
      handbook: edition.version,
      settings: edition.settings(PostProcess),
      entitled: edition.entitled
    })
    assert.deepStrictEqual(Result.getOrThrow(event).by, by)
  })
})

const people = Object.keys(written.team.people)
const delegation = fc.record({
  delegator: fc.constantFrom(...people),
  delegate: fc.constantFrom(...people),
  duties: fc.subarray(["write", "review"]),
  permissions: fc.subarray<Actor.Permission>(["content.approve", "content.compose", "planning.schedule"]),
  hour: fc.integer({ min: 0, max: 20 })
})
const lent = fc.array(delegation, { maxLength: 8 }).map((all) => {
  const delegations = Object.fromEntries(
    all.map(({ hour, ...one }, index) => {
      const at = (hours: number) => `2026-09-18T${String(hours).padStart(2, "0")}:00`
      return [`d${index}`, { ...one, from: at(hour), until: at(hour + 3), reason: { zh: "替班", en: "cover" } }]
    })
  )
  return Result.getOrThrow(Handbook.make({ ...written, team: { ...written.team, delegations } }))
})
const moment = fc
  .integer({ min: 0, max: 24 * 60 })
  .map((minutes) => DateTime.add(wall("2026-09-18T00:00"), { minutes }))
const someone = fc.constantFrom(...people).map((name) => Actor.PersonId.make(name))
const permission = fc.constantFrom<Actor.Permission>("content.approve", "content.compose", "planning.schedule")

describe("delegation, however people lend to each other", () => {
  it("ends, and never grants more than the one in whose place somebody acts may do themselves", () => {
    fc.assert(
      fc.property(lent, someone, someone, permission, moment, (handbook, one, other, asked, at) => {
        const entitled = Entitlement.entitledBy(handbook)
        if (!entitled(Actor.inPlaceOf(one, other), asked, at)) return
        assert.notStrictEqual(one, other)
        const { people, roles } = handbook.team
        assert.isTrue(people[other]?.roles.some((role) => roles[role]?.may.includes(asked)))
      })
    )
  })

  it("gives nobody rights of their own", () => {
    fc.assert(
      fc.property(lent, someone, permission, moment, (handbook, one, asked, at) => {
        const without = { ...handbook, team: { ...handbook.team, delegations: {} } }
        assert.strictEqual(
          Entitlement.entitledBy(handbook)(Actor.person(one), asked, at),
          Entitlement.entitledBy(without)(Actor.person(one), asked, at)
        )
      })
    )
  })

  it("cannot break the separation of writing and approving", () => {
    fc.assert(
      fc.property(lent, someone, someone, someone, moment, (handbook, author, one, other, at) => {
        const entitled = Entitlement.entitledBy(handbook)
        const idea = {
          account: handbook.account.id,
          content: { text: "早。", pictures: [] },
          slot: wall("2026-09-30T08:00")
        }
        const occasion = { case: "p" as never, at, handbook: handbook.version, settings: edition.settings(PostProcess) } // as above
        const anybody = { ...occasion, entitled: () => true }
        const composed = Process.accept(PostProcess, undefined, {
          ...anybody,
          step: "Compose",
          input: idea,
          by: Actor.person(author)
        })
        const draft = Process.evolve(PostProcess, undefined, Result.getOrThrow(composed))
        const submitted = Process.accept(PostProcess, draft, {
          ...anybody,
          step: "Submit",
          input: {},
          by: Actor.person(author)
        })
        const inReview = Process.evolve(PostProcess, draft, Result.getOrThrow(submitted))
        const by = one === other ? Actor.person(one) : Actor.inPlaceOf(one, other)
        const approved = Process.accept(PostProcess, inReview, {
          ...occasion,
          entitled,
          step: "Approve",
          input: {},
          by
        })
        if (Result.isSuccess(approved)) assert.notInclude([one, other], author)
      })
    )
  })
})
