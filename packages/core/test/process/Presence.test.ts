import { Actor } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import * as Presence from "../../src/process/Presence.ts"

const people = ["a", "b", "c", "d", "e"].map((name) => Actor.PersonId.make(name))
const how = fc.constantFrom<Presence.Presence>("there", "off", "away")
const chain = fc
  .uniqueArray(fc.constantFrom(...people), { minLength: 1 })
  .map(([first, ...others]) => [first ?? people[0], ...others] as never)
const asked = fc.record({
  chain: chain as fc.Arbitrary<Parameters<typeof Presence.inOrder>[0]>,
  hows: fc.array(how, { minLength: 5, maxLength: 5 })
})
const presenceIn =
  (hows: ReadonlyArray<Presence.Presence>): Presence.PresenceOf =>
  (person) =>
    hows[people.indexOf(person)] ?? "there"

describe("A chain of people", () => {
  it("keeps everybody, and whoever is there comes before whoever is off, and those before whoever is away", () =>
    fc.assert(
      fc.property(asked, ({ chain, hows }) => {
        const presence = presenceIn(hows)
        const order = Presence.inOrder(chain, presence)
        const expected = (["there", "off", "away"] as const).flatMap((one) =>
          chain.filter((person) => presence(person) === one)
        )
        assert.deepStrictEqual([...order], expected)
      })
    ))

  it("has somebody who is told, and who is there if anybody of it is", () =>
    fc.assert(
      fc.property(asked, ({ chain, hows }) => {
        const presence = presenceIn(hows)
        const next = Presence.nextOf(chain, presence)
        assert.include(chain, next)
        assert.strictEqual(
          presence(next) === "there",
          chain.some((person) => presence(person) === "there")
        )
      })
    ))

  it("is told from its first on where nobody can say who is there", () => {
    assert.strictEqual(Presence.nextOf([Actor.PersonId.make("a"), Actor.PersonId.make("b")]), "a")
  })
})
