/**
 * What every store keeps of what was refused; a part of its suite.
 *
 * @module
 */
import { assert } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect } from "effect"
import type * as EventLog from "../operations/EventLog.ts"
import { keptFor } from "../operations/Refusals.ts"
import { CaseId, HandbookVersion } from "../process/Case.ts"
import { refusesNames } from "./HardNames.ts"
import { moment, one, other } from "./SampleCommit.ts"
import type { Test } from "./StoreWork.ts"

const refusal = (minute: number, more: Partial<EventLog.Refusal> = {}): EventLog.Refusal => ({
  ...one,
  step: "Publish",
  by: { _tag: "Person", person: "林" },
  why: "Process.NotPermitted",
  says: { zh: "林 没有权限。", en: "林 may not." },
  at: moment(minute),
  under: HandbookVersion.make("1"),
  ...more
})

/** The same, as it is kept. */
const kept = ({ at, ...all }: EventLog.Refusal, more: Partial<EventLog.Refused> = {}): EventLog.Refused => ({
  ...all,
  first: at,
  last: at,
  times: 1,
  ...more
})

/** The tests of what was refused. */
export const keepsRefusals = (test: Test): void => {
  test("what was refused is kept, the last one first, of one case or of all", ({ log }) =>
    Effect.gen(function* () {
      const all = [refusal(1), refusal(2, other), refusal(3, { step: "Approve" }), refusal(4, { why: "Post.Late" })]
      yield* Effect.forEach(all, log.refuse)
      const newest = all.map((one) => kept(one)).reverse()
      assertEquals(yield* log.refusals(undefined, 9), newest)
      assertEquals(yield* log.refusals(undefined, 2), newest.slice(0, 2))
      assertEquals(yield* log.refusals(other, 9), [kept(refusal(2, other))])
      assert.deepStrictEqual(yield* log.refusals({ ...one, process: "Errand" }, 9), [])
      assert.deepStrictEqual(yield* log.log(0, 9), [], "and is no event")
    }))

  test("what is refused to the same person again, for the same reason, is counted", ({ log }) =>
    Effect.gen(function* () {
      const somebody = refusal(2, { by: { _tag: "Person", person: "何" } })
      const again = refusal(3, {
        says: { zh: "林 仍没有权限。", en: "林 still may not." },
        under: HandbookVersion.make("2")
      })
      yield* Effect.forEach([refusal(1), somebody, again], log.refuse)
      assertEquals(yield* log.refusals(one, 9), [kept(again, { first: moment(1), times: 2 }), kept(somebody)])
    }))

  test("what was refused last longer ago than refusals are kept is forgotten", ({ log }) =>
    Effect.gen(function* () {
      const later = refusal(0, { ...other, at: DateTime.addDuration(moment(6), keptFor) })
      yield* Effect.forEach([refusal(5), refusal(7, { step: "Approve" }), later], log.refuse)
      assertEquals(yield* log.refusals(undefined, 9), [kept(later), kept(refusal(7, { step: "Approve" }))])
    }))

  test("a refusal of what no database can name is itself refused", ({ log }) =>
    Effect.gen(function* () {
      yield* refusesNames("case", (id) => log.refuse(refusal(1, { case: CaseId.make(id, { disableChecks: true }) })))
      yield* refusesNames("step", (step) => log.refuse(refusal(1, { step })))
      assert.deepStrictEqual(yield* log.refusals(undefined, 9), [])
    }))
}
