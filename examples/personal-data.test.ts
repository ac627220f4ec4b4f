import { MemoryCustomerDesk, MemoryPersonalKeys, MemoryStore } from "@dualops/adapter-memory"
import { EventLog } from "@dualops/core/operations"
import { SealedLog } from "@dualops/core/personal-data"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import * as VirtualClock from "./clock/VirtualClock.ts"
import * as House from "./complaint/House.ts"
import * as Story from "./complaint/Story.ts"
import { holds, outcome } from "./personal-data.ts"

const words = "请问我住长宁路一百号"

describe("a fan who asks to be forgotten", () => {
  it("is read until then, gets a copy, and is erased in cases and observations", () => {
    const { after, before, copy, state } = outcome
    assert.include(before, words)
    assert.include(before, "小林")
    const copied = JSON.stringify(copy.cases)
    assert.include(copied, words)
    assert.deepEqual(
      copy.observations.map((one) => JSON.stringify(one).includes(words)),
      [true]
    )
    assert.deepInclude(state, { _tag: "Erased", cases: 1, observations: 1 })
    assert.notInclude(after, words)
    assert.notInclude(after, "小林")
    assert.include(after, "（已删除 erased）")
    // What the account said stays.
    assert.include(after, "可以的，半小时送到。")
  })

  it("is found by their words until then, and the account's own answer also afterwards", () => {
    assert.deepEqual(outcome.foundBefore, [["Answer"], ["Answer"]])
    assert.deepEqual(outcome.foundAfter, [[], ["Answer"]])
  })

  it("is in no file of the log, not even in pages that were freed", () => {
    assert.isFalse(holds(words))
    assert.isFalse(holds("小林"))
    // The files are searched as they are: what is no fan's is found.
    assert.isTrue(holds("可以的，半小时送到。"))
  })
  it("has no word of a complaint in the log, whatever referral, ticket and answers are told", async () => {
    const stored: Array<string> = []
    const heard = Layer.effect(
      EventLog.EventLog,
      Effect.map(EventLog.EventLog, (log) => ({
        ...log,
        append: (commit: EventLog.Commit) => {
          stored.push(JSON.stringify([commit.event, commit.actions]))
          return log.append(commit)
        }
      }))
    )
    const below = heard.pipe(Layer.provideMerge(MemoryStore.layer))
    const store = SealedLog.layer.pipe(Layer.provideMerge(below), Layer.provide(MemoryPersonalKeys.layer))
    const clock = VirtualClock.make(House.at("2026-11-23T10:00"))
    const desk = MemoryCustomerDesk.layer.pipe(Layer.provide(MemoryCustomerDesk.desk))
    const house = Layer.merge(House.layer(clock, true, store), desk)
    const { state } = await Effect.runPromise(Effect.provide(Story.run(clock), house))
    assert.strictEqual(state, "Done")
    assert.isAbove(stored.length, 10)
    for (const said of ["外卖等了两个小时", '小林"']) {
      assert.deepEqual(
        stored.filter((one) => one.includes(said)),
        []
      )
    }
  })
})
