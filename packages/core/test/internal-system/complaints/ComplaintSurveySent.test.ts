import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { type Deed, live } from "./ComplaintLived.ts"

describe("The question, on its way", () => {
  const plain: ReadonlyArray<Deed> = [
    { does: "solve" },
    { does: "work" },
    { does: "confirm" },
    { does: "pass", hours: 2 },
    { does: "work" }
  ]

  it("reaches the fan", async () => assert.lengthOf(await live(plain, []), 1))

  it("reaches nobody whom another has claimed", async () => {
    const [solve, work, confirm, ...later] = plain
    if (solve === undefined || work === undefined || confirm === undefined) return assert.fail()
    assert.lengthOf(await live([solve, work, confirm, { does: "claim" }, ...later], []), 0)
  })

  const deed: fc.Arbitrary<Deed> = fc.oneof(
    fc.constantFrom<Deed>(...plain, { does: "write" }, { does: "mark" }, { does: "claim" }, { does: "release" }),
    fc.integer({ min: 1, max: 60 }).map((hours): Deed => ({ does: "pass", hours }))
  )
  /** One deed, or the complaint opened again and seen to its end again: only then could it be asked twice. */
  const again: ReadonlyArray<Deed> = [{ does: "write" }, ...plain]
  const episode: fc.Arbitrary<ReadonlyArray<Deed>> = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(deed) },
    { weight: 1, arbitrary: fc.constant(again) }
  )
  const fate = fc.constantFrom("out" as const, "later" as const, "lost" as const, "lost, and out" as const)
  it("reaches the fan at most once, whatever happens and whatever goes wrong", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(episode, { maxLength: 8 }),
        fc.array(fate, { maxLength: 8 }),
        async (episodes, fates) => {
          assert.isAtMost((await live([...plain, ...episodes.flat()], fates)).length, 1)
        }
      ),
      { numRuns: fc.readConfigureGlobal().numRuns ?? 60 }
    ))
})
