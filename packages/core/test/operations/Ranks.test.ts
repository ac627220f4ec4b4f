import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { type Ranked, Ranks } from "../../src/operations/Ranks.ts"

const row = fc.record({
  key: fc.integer({ min: 0, max: 40 }).map(String),
  process: fc.constantFrom("Post", "Answer"),
  state: fc.constantFrom("Open", "Waiting"),
  handbook: fc.constantFrom("tea 1", "cups 1"),
  due: fc.integer({ min: 0, max: 9 })
})
const happening = fc.oneof(
  { weight: 8, arbitrary: fc.record({ place: row }) },
  { weight: 3, arbitrary: fc.record({ leave: fc.integer({ min: 0, max: 40 }).map(String) }) },
  { weight: 2, arbitrary: fc.record({ read: fc.array(fc.constantFrom<Array<string>>("Open", "Waiting")) }) }
)

describe("Cases in their ranks", () => {
  it("are read as if they had been put in order at that moment, whatever has come and left", () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 400 }), (happenings) => {
        const ranks = new Ranks()
        const there = new Map<string, Ranked>()
        let number = 0
        for (const one of happenings) {
          if ("place" in one) {
            const placed = { ...one.place, number: number++ }
            ranks.place(placed)
            there.set(placed.key, placed)
          } else if ("leave" in one) {
            ranks.leave(one.leave)
            there.delete(one.leave)
          } else {
            const wanted = [...there.values()].filter(
              ({ handbook, process, state }) => process === "Post" && handbook === "tea 1" && one.read.includes(state)
            )
            assert.deepStrictEqual(
              [
                ...ranks.pressing(
                  ({ handbook, process, state }) =>
                    process === "Post" && handbook === "tea 1" && one.read.includes(state)
                )
              ],
              wanted.sort((a, b) => a.due - b.due || a.number - b.number)
            )
          }
        }
      }),
      { numRuns: 300 }
    )
  })

  it("cost a reader little when a few of very many have come, and keep little of those that have left", () => {
    const ranks = new Ranks()
    const place = (key: number, due: number) =>
      ranks.place({ key: `${key}`, process: "Post", state: "Open", handbook: "1", due, number: key })
    for (let key = 0; key < 100_000; key++) place(key, (key * 7919) % 100_000)
    const first = () => ranks.pressing(() => true).next().value
    assert.strictEqual(first()?.due, 0)
    const begun = performance.now()
    for (let round = 0; round < 200; round++) {
      place(round, -round)
      assert.strictEqual(first()?.due, -round)
    }
    // Two hundred times in order anew would be ten seconds and more.
    assert.isBelow(performance.now() - begun, 4_000)
    assert.strictEqual([...ranks.pressing(() => true)].length, 100_000)
  })
})
