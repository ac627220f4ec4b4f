/** What a report says of a change: no more than its numbers do. */
import { Change, Parts } from "@dualops/core/reports"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"

const named = (text: string) => ({ zh: text, en: text })
const week = { now: 7, before: 7 }
const said = (now: number, before: number, parts: ReadonlyArray<Change.Part> = [], days = week) =>
  Change.said(named("complaints"), { now, before, days }, parts).map(({ en }) => en)

describe("A count beside that of the period before", () => {
  it("that has doubled is said to be up, by how much, and of which parts", () => {
    const parts = [
      { title: named("leaks"), now: 50, before: 10 },
      { title: named("lids"), now: 30, before: 20 },
      { title: named("the rest"), now: 20, before: 20 }
    ]
    assert.deepStrictEqual(said(100, 50, parts), [
      "complaints: up from 50 to 100 (+100%).",
      "What the change is made of: “leaks” +40, 80% of it; “lids” +10, 20% of it."
    ])
  })

  it("whose parts go both ways has no hundredths of them", () => {
    const parts = [
      { title: named("leaks"), now: 90, before: 10 },
      { title: named("lids"), now: 10, before: 40 }
    ]
    assert.deepStrictEqual(said(100, 50, parts)[1], "What the change is made of: “leaks” +80; “lids” −30.")
  })

  it("that differs by what chance makes has changed in no way that can be said", () => {
    assert.match(said(12, 10).join(), /nothing can be said/)
    assert.lengthOf(said(12, 10, [{ title: named("leaks"), now: 12, before: 10 }]), 1)
  })

  it("of a shorter period is compared by the day", () => {
    assert.match(
      said(28, 31, [], { now: 28, before: 31 }).join(),
      /in 31 days and in 28; compared by the day\); chance/
    )
    assert.match(said(50, 62, [], { now: 7, before: 31 }).join(), /up from 62 to 50 \(\+257.1%\) \(in 31 days/)
  })

  it("whose parts are no division of it, or say nothing, has none of them told", () => {
    assert.lengthOf(
      said(100, 50, [
        { title: named("a"), now: 80, before: 10 },
        { title: named("b"), now: 80, before: 40 }
      ]),
      1
    )
    const posts = Array.from({ length: 100 }, (_, index) => ({ title: named(`${index}`), now: 1, before: 0 }))
    assert.lengthOf(said(100, 0, posts), 1)
    assert.deepStrictEqual(Parts.most([posts]), [])
  })

  it("is up where it is not down and the other way round, whichever period is called this one", () => {
    const count = fc.integer({ min: 0, max: 100_000 })
    const days = fc.record({ now: fc.integer({ min: 1, max: 366 }), before: fc.integer({ min: 1, max: 366 }) })
    const turned = { more: "fewer", fewer: "more", open: "open" } as const
    fc.assert(
      fc.property(count, count, days, (now, before, days) => {
        const one = Change.verdict({ now, before, days })
        const other = Change.verdict({ now: before, before: now, days: { now: days.before, before: days.now } })
        assert.strictEqual(other, turned[one])
        if (one !== "open") assert.strictEqual(one === "more", now / days.now > before / days.before)
      })
    )
  })
})

describe("A share beside that of the period before", () => {
  const share = (now: Change.Of, before: Change.Of) => Change.share(named("In time"), now, before).map(({ en }) => en)

  it("is said to rise or fall where the interval of the difference has no 0 in it", () => {
    assert.deepStrictEqual(share({ part: 60, whole: 100 }, { part: 90, whole: 100 }), [
      "In time fell: 60% (60/100), before 90% (90/100)."
    ])
    assert.match(share({ part: 3, whole: 4 }, { part: 4, whole: 4 }).join(), /nothing can be said/)
    assert.deepStrictEqual(share({ part: 0, whole: 0 }, { part: 4, whole: 4 }), [])
  })
})
