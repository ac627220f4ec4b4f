import { MemoryPlacementCheck } from "@dualops/adapter-memory"
import { PlacementProcess } from "@dualops/core/channels"
import { Caseload, Operations } from "@dualops/core/operations"
import { ResourceRequestProcess } from "@dualops/core/resources"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import fc from "fast-check"
import { answer, asking, hours, id, inHouse, lin, page, pass, state, take, tang, told, xu } from "./PlacementCast.ts"

/** What may happen in an hour; nothing, where it cannot. */
const moves = {
  granted: answer("Grant", xu),
  grantedBySponsor: answer("Grant", tang),
  refused: answer("Refuse", xu),
  withdrawn: take("Withdraw", lin, {}),
  placed: take("Place", xu, { page }),
  printed: take("Place", tang, {}),
  seen: take("Report", lin, { isThere: true }),
  notSeen: take("Report", lin, { isThere: false }),
  takenDown: take("TakeDown", lin, { reason: "换季" }),
  linked: Effect.flatMap(state, (one) => change((pages) => pages.set(page, [one?.link ?? ""]))),
  unlinked: change((pages) => pages.set(page, [])),
  away: change((pages) => pages.delete(page)),
  nothing: Effect.void,
  aDay: pass(24)
}
function change(turn: (pages: Map<string, ReadonlyArray<string>>) => void) {
  return Effect.map(MemoryPlacementCheck.Pages, (pages) => void turn(pages))
}
const reached = new Set<string>()

/** Where the request of the placement stands. */
const request = Effect.gen(function* () {
  const parent = { process: PlacementProcess.name, case: id }
  const [one] = yield* Caseload.children([ResourceRequestProcess], parent)
  return one && (yield* Operations.load(ResourceRequestProcess, one.case.id))?.state._tag
})

const holds = (some: ReadonlyArray<keyof typeof moves>) =>
  inHouse(
    Effect.gen(function* () {
      yield* take("Ask", lin, { ...asking, until: hours(24 * 30) })
      for (const one of some) {
        yield* Effect.ignore(moves[one])
        yield* pass(1)
      }
      // From now on nobody does anything.
      yield* pass(9)
      const asked = yield* request
      const now = (yield* state)?._tag ?? ""
      reached.add(now)
      if (now === "Asked") assert.strictEqual(asked, "Escalated")
      else assert.notStrictEqual(asked, "Asked")
      if (asked === "Escalated") assert.isTrue(told.some((one) => one.startsWith("tang: xu has not answered lin")))
      if (now === "Missing") assert.isTrue(told.some((one) => /^xu: .*(?:is missing|is still missing)/.test(one)))
      if (now === "Granted") assert.isTrue(told.some((one) => /^tang: .*granted and not placed/.test(one)))
      yield* pass(24 * 30)
      const end = (yield* state)?._tag ?? ""
      assert.include(["Asked", "Removed", "Refused", "Withdrawn"], end)
    })
  )

describe("Links in channels, whatever people do and however late", () => {
  it("are granted, refused or at the sponsor; of each that is missing or not placed its owner was told", async () => {
    const names = Object.keys(moves) as ReadonlyArray<keyof typeof moves>
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...names), { minLength: 2, maxLength: 9 }), (some) =>
        Effect.runPromise(Effect.provide(holds(some), TestClock.layer()))
      ),
      {
        numRuns: 15,
        examples: [[["granted", "linked", "placed", "unlinked", "aDay"]], [["nothing"]], [["granted"]], [["refused"]]]
      }
    )
    for (const tag of ["Asked", "Granted", "Missing", "Refused"]) assert.isTrue(reached.has(tag), tag)
  })
})
