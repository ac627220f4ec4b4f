/**
 * What every store does with what cases hold over others; a part of its suite.
 *
 * @module
 */
import { assert } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect } from "effect"
import type * as EventLog from "../operations/EventLog.ts"
import { OtherStanding } from "../operations/EventLog.ts"
import { PersonId } from "../process/Actor.ts"
import { CaseId, keyOf } from "../process/Case.ts"
import { action, commit, foreign, known, lease, moment, one, other, timer } from "./SampleCommit.ts"
import type { Test } from "./StoreWork.ts"

const held = (name: string, ...steps: ReadonlyArray<string>) => ({ name, terms: { steps } })
const names = ["suspends Sample ", "grants launch tea"]
const [hold, grant] = [held("suspends Sample ", "Publish"), held("grants launch tea")]
const against = (...found: ReadonlyArray<EventLog.Standing>) => ({ weighed: { names, found } })

/** The tests of what stands. */
export const keepsStandings = (test: Test): void => {
  test("what a case holds over others is found by its name until it holds something else", ({ log }) =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* log.standing(names), [])
      const [lin, zhou] = [PersonId.make("lin"), PersonId.make("zhou")]
      const terms = { steps: ["Publish"], except: [lin], heldBy: zhou, until: moment(9) }
      const excepting = { name: "suspends Sample ", terms }
      yield* log.append(commit(0, 1, { holds: [excepting, held("grants launch coffee")] }))
      yield* log.append({ ...commit(0, 1, { holds: [hold, grant] }), ...other })
      const mine = { ...one, ...excepting, since: 1 }
      const theirs = { ...other, ...hold, since: 1 }
      const granted = { ...other, ...grant, since: 1 }
      assertEquals(new Set(yield* log.standing(names)), new Set([mine, theirs, granted]))
      // A step after which it holds the same says nothing of it.
      yield* log.append(commit(1, 2))
      assertEquals(yield* log.standing(["suspends Sample "]), [mine, theirs])
      yield* log.append(commit(2, 3, { holds: [grant] }))
      assertEquals(yield* log.standing(["suspends Sample "]), [theirs])
      yield* log.append(commit(3, 4, { holds: [] }))
      assertEquals(new Set(yield* log.standing(names)), new Set([theirs, granted]))
      assert.deepStrictEqual(yield* log.standing([]), [])
    }))

  test("a step is stored if what stands is what it was weighed against, and else nothing of it is", ({ log, queue }) =>
    Effect.gen(function* () {
      const step = (more: Partial<EventLog.Commit>) => ({ ...commit(0, "step", more), ...foreign, key: "step" })
      yield* log.append(commit(0, 1, { holds: [hold] }))
      const [found] = yield* log.standing(names)
      const work = { actions: [action("publish", foreign)], timers: [timer("answer", 1, 1, foreign)], tags: ["tag:1"] }
      assertEquals(yield* Effect.flip(log.append(step({ ...work, ...against() }))), new OtherStanding(foreign))
      if (found !== undefined) {
        const wrong = [
          { ...found, since: 2 },
          { ...found, case: other.case },
          { ...found, process: "Errand" }
        ]
        for (const one of wrong)
          assertEquals(yield* Effect.flip(log.append(step({ ...work, ...against(one) }))), new OtherStanding(foreign))
        assertEquals(
          yield* Effect.flip(log.append(step({ ...work, ...against(found, { ...found, case: other.case }) }))),
          new OtherStanding(foreign)
        )
      }
      assert.deepStrictEqual(yield* log.read(foreign), [])
      assert.deepStrictEqual(yield* log.tagged("tag:1", 9), [])
      assert.deepStrictEqual(yield* queue.claim([foreign.process, ...known], moment(9), lease, 9), [])
      assert.deepStrictEqual(yield* queue.overdue([foreign.process, ...known], moment(9), 9), [])
      yield* log.append(step(found === undefined ? {} : against(found)))
      assert.deepStrictEqual(yield* log.read(foreign), ["step"])
      // A step that asks for other names is weighed against those.
      yield* log.append({ ...commit(0, 1, { weighed: { names: ["suspends Errand "], found: [] } }), ...other })
    }))

  test("what a case comes to hold lets no step through that is stored after it, however many are under way", ({
    log
  }) =>
    Effect.gen(function* () {
      const holder = { process: "Storm", case: CaseId.make("one") }
      const numbers = Array.from({ length: 240 }, (_, index) => index)
      const publish = (index: number) => ({ ...one, case: CaseId.make(`case ${index}`) })
      const all = Effect.forEach(
        numbers,
        (index) =>
          Effect.andThen(
            Effect.yieldNow,
            Effect.exit(log.append({ ...commit(0, "Publish", against()), ...publish(index) }))
          ),
        { concurrency: 12, discard: true }
      )
      const toggle = Effect.forEach([0, 1, 2, 3, 4, 5], (turn) =>
        Effect.gen(function* () {
          yield* Effect.forEach(Array.from({ length: 12 }), () => log.newest(1), { discard: true })
          yield* log.append({
            ...commit(turn, turn % 2 === 0 ? "Hold" : "Lift", { holds: turn % 2 === 0 ? [hold] : [] }),
            ...holder
          })
        })
      )
      yield* Effect.all([all, toggle], { concurrency: "unbounded" })
      let isHeld = false
      const slipped: Array<string> = []
      for (const { event, ...address } of yield* log.log(0, 1_000)) {
        if (event === "Publish" && isHeld) slipped.push(keyOf(address))
        if (event !== "Publish") isHeld = event === "Hold"
      }
      assert.deepStrictEqual(slipped, [])
    }))
}
