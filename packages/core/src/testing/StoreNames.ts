/**
 * Which names every store keeps, and which it refuses before it tries; a part of its suite.
 *
 * @module
 */
import { assert } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect } from "effect"
import type * as EventLog from "../operations/EventLog.ts"
import { longest } from "../operations/Storable.ts"
import { CaseId } from "../process/Case.ts"
import { refusesNames, scrambled } from "./HardNames.ts"
import { action, commit, lease, moment, one, timer } from "./SampleCommit.ts"
import type { Test } from "./StoreWork.ts"

/** Made without its checks, as by a program that has none. */
const unchecked = (id: string) => CaseId.make(id, { disableChecks: true })

/** The same commit with a name in each place where one is found by it. */
const places: Readonly<Record<string, (name: string) => Partial<EventLog.Commit>>> = {
  process: (process) => ({ process }),
  case: (id) => ({ case: unchecked(id) }),
  key: (key) => ({ key }),
  state: (state) => ({ state }),
  tag: (tag) => ({ tags: ["account:1", tag] }),
  thing: (owns) => ({ owns }),
  "action's key": (key) => ({ actions: [action(key)] }),
  standing: (name) => ({ holds: [{ name, terms: { steps: [] } }] }),
  "asking step": (step) => ({ actions: [{ ...action("publish"), step }] }),
  action: (name) => ({ actions: [{ ...action("publish"), name }] }),
  deadline: (name) => ({ timers: [timer(name, 1)] }),
  step: (fires) => ({ timers: [{ ...timer("answer", 1), fires }] })
}

/** The tests of what it keeps. */
export const keepsNames = (test: Test): void => {
  test("what a database cannot store is refused before it is tried", ({ log }) =>
    Effect.gen(function* () {
      for (const [what, withName] of Object.entries(places)) {
        yield* refusesNames(what, (name) => log.append({ ...commit(0, 1), ...withName(name) }))
      }
      assert.deepStrictEqual(yield* log.log(0, 9), [])
    }))

  test("names as long as they may be are stored and found again, in whatever script", ({ log, queue }) =>
    Effect.gen(function* () {
      const address = { process: scrambled(longest.process, 1), case: CaseId.make(scrambled(longest.case, 2)) }
      const name = (seed: number) => scrambled(longest.name, seed)
      const waiting = { ...action(name(3), address), name: name(4), step: name(11) }
      const due = { ...timer(name(5), 1, 1, address), fires: name(6) }
      const held = { name: scrambled(longest.standing, 12), terms: { steps: [name(13)] } }
      const named = { key: name(7), state: name(8), tags: [name(9)], owns: name(10) }
      const long = { ...named, holds: [held], actions: [waiting], timers: [due] }
      yield* log.append({ ...commit(0, "kept"), ...address, ...long })
      assert.strictEqual(yield* log.recall(address, name(7)), "kept")
      assert.deepStrictEqual(yield* log.tagged(name(9), 9), [address])
      assert.deepStrictEqual(
        (yield* queue.claim([address.process], moment(0), lease, 9)).map(({ key }) => key),
        [name(3)]
      )
      assertEquals(yield* log.standing([held.name]), [{ ...address, ...held, since: 1 }])
      assertEquals(yield* queue.claimOverdue([address.process], moment(1), lease, 9), [due])
    }))

  test("of a name that cannot be stored there is nothing, and asking for it is no outage", ({ log, queue }) =>
    Effect.gen(function* () {
      const nobody = { ...one, case: unchecked("a\u0000b") }
      assert.deepStrictEqual(yield* log.read(nobody), [])
      assert.strictEqual(yield* log.recall(one, "a\u0000b"), undefined)
      assert.deepStrictEqual(yield* log.tagged("a\u0000b", 9), [])
      assert.deepStrictEqual(yield* log.standing(["a\u0000b"]), [])
      yield* queue.cancel(timer("a\u0000b", 1))
      assert.deepStrictEqual(yield* queue.claim(["a\u0000b"], moment(0), lease, 9), [])
    }))
}
