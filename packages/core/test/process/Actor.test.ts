import { Actor } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

const ann = Actor.person("Ann")
const cleo = Actor.inPlaceOf("Cleo", "Ann")

describe("Who acts", () => {
  it("is named as a reader would name them", () => {
    assert.deepStrictEqual(
      [ann, cleo, Actor.clock("review"), Actor.clock("review", 2), Actor.world].map(Actor.describe),
      ["Ann", "Cleo in the place of Ann", "the deadline review", "rung 2 of the deadline review", "the world"]
    )
  })

  it("acts with their own authority, or with that of the one whose place they take", () => {
    assert.deepStrictEqual([ann, cleo].map(Actor.authority), [ann.person, ann.person])
  })

  it("answers for it together with the one whose place they take", () => {
    assert.deepStrictEqual([ann, cleo].map(Actor.answerable), [[ann.person], [cleo.person, ann.person]])
  })

  it("joins a list of people once, with the one whose place they take, after those who are in it", () => {
    const lists = [[], [ann.person], [cleo.person], [ann.person, cleo.person]]
    assert.deepStrictEqual(
      lists.map((people) => Actor.withAnswerable(people, cleo)),
      [
        [cleo.person, ann.person],
        [ann.person, cleo.person],
        [cleo.person, ann.person],
        [ann.person, cleo.person]
      ]
    )
    const self = Actor.inPlaceOf("Ann", "Ann")
    assert.deepStrictEqual(Actor.withAnswerable([], self), [ann.person])
  })

  it("needs a permission that names a chapter and a verb", () => {
    const isPermission = Schema.is(Actor.Permission)
    assert.deepStrictEqual(["content.approve", "approve", ".approve", "content.", ""].map(isPermission), [
      true,
      false,
      false,
      false,
      false
    ])
  })

  it("has a name", () => {
    assert.isFalse(Schema.is(Actor.Actor)({ _tag: "Person", person: "" }))
    assert.isTrue(Schema.is(Actor.Actor)({ _tag: "Person", person: "Ann" }))
  })
})
