import { AccountId, FanId, Tag } from "@dualops/core/account"
import { PostProcess } from "@dualops/core/content"
import { Bilingual } from "@dualops/core/finding"
import { Caseload, EventLog, Operations } from "@dualops/core/operations"
import { Case, Process } from "@dualops/core/process"
import { ResourceRequestProcess } from "@dualops/core/resources"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { account, approved, at9, lin, moon, send, tang } from "./house.ts"
import { reading } from "./reading.ts"

describe("A tag", () => {
  it("is what a state names, however deep, once each", () => {
    const title = Bilingual.same("Gift")
    const { process, start } = Process.define("Gift", {
      title,
      states: {
        Given: { title, account: AccountId, to: Schema.Array(Schema.Struct({ fan: FanId })), note: Schema.String }
      }
    })
    const to = ["林", "沈", "林"].map((fan) => ({ fan: FanId.make(fan) }))
    const state = { _tag: "Given", account: AccountId.make("1"), to, note: "林" } as const
    const Gift = process({
      about: () => title,
      steps: { Give: start({ title, to: ["Given"], by: "gift.give", input: {}, evolve: () => state }) },
      final: ["Given"]
    })
    assert.deepStrictEqual(Gift.tags(state), ["account:1", "fan:林", "fan:沈"])
  })

  it.effect("finds the cases of an account and of a resource, open or over, and no others", () =>
    at9(
      Effect.gen(function* () {
        yield* approved
        yield* send("Withdraw", tang, { reason: "the festival is off" })
        const about = (kind: string, id: string) =>
          Effect.map(Caseload.about([PostProcess, ResourceRequestProcess], Tag.of(kind, id)), (all) =>
            all.map(({ case: { id, state } }) => [id, state._tag])
          )
        assert.deepStrictEqual(yield* about("account", account), [[moon, "Withdrawn"]])
        assert.deepStrictEqual(yield* about("account", "another"), [])
        assert.deepStrictEqual(yield* about("resource", account), [])
      })
    )
  )
})

describe("A step", () => {
  it.effect("writes the tags that its case has not had, and no others", () =>
    at9(
      Effect.gen(function* () {
        const written: Array<ReadonlyArray<string>> = []
        const log = yield* EventLog.EventLog
        const watching = EventLog.EventLog.of({
          ...log,
          append: (commit) =>
            Effect.andThen(
              Effect.sync(() => written.push(commit.tags)),
              log.append(commit)
            )
        })
        yield* Effect.provideService(approved, EventLog.EventLog, watching)
        assert.deepStrictEqual(written, [[`account:${account}`], [], []])
      })
    )
  )
})

describe("A caseload", () => {
  it.effect("reads neither at its start nor at a look what was read before, however long the history is", () =>
    at9(
      Effect.gen(function* () {
        yield* approved
        const log = yield* EventLog.EventLog
        for (let number = 0; number < 2_000; number++) {
          const theirs = {
            process: "Errand",
            case: Case.CaseId.make(`${number}`),
            key: "only",
            expected: 0,
            event: number
          }
          yield* log.append({ ...theirs, state: "Done", tags: [], actions: [], timers: [] })
        }
        yield* Caseload.make([PostProcess]).cases
        const again = Caseload.make([PostProcess])
        assert.strictEqual(yield* reading(again.cases), 0)
        assert.strictEqual(yield* reading(again.desk(lin)), 0)
        assert.deepStrictEqual(
          (yield* again.cases).map(({ case: { id } }) => id),
          [moon]
        )
        yield* Operations.load(PostProcess, moon)
        yield* send("Withdraw", tang, { reason: "the festival is off" })
        assert.strictEqual(yield* reading(again.cases), 1)
        assert.deepStrictEqual(yield* again.cases, [])
      })
    )
  )
})
