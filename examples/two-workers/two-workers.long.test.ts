import { assert, describe, it } from "@effect/vitest"
import { Array as Arrays, Effect } from "effect"
import * as House from "./House.ts"
import { inSeconds, scheduled, stage, states, steps, unclaimedOutcomes, until } from "./running.ts"

const carried = ({ said }: { readonly said: ReadonlyArray<string> }) =>
  said.filter((line) => line.startsWith("carries "))
const says = ({ said }: { readonly said: ReadonlyArray<string> }, line: string) =>
  Effect.sync(() => said.includes(line))
const areAll = (tag: string) => Effect.map(states, (all) => all.every(({ _tag }) => _tag === tag))
const orderly = ["Compose", "Submit", "Approve", "Schedule", "Publish", "Confirm"]

describe("two workers on one file", () => {
  it.live("share the work: each action is carried by one of them, and every post is out once", () =>
    Effect.gen(function* () {
      const { file, start, weibo } = yield* stage
      yield* Effect.gen(function* () {
        const workers = [start(10_000), start(10_000)] as const
        yield* until(
          Effect.map(Effect.all(workers.map((worker) => says(worker, "begins"))), (all) => all.every(Boolean))
        )
        weibo.next("/2/statuses/share.json", ...Arrays.makeBy(24, () => "slow" as const))
        const ids = yield* scheduled(24, yield* inSeconds(4))
        yield* until(areAll("Published"))
        assert.lengthOf(weibo.posts(), 24)
        const all = workers.flatMap(carried)
        assert.lengthOf(all, 24)
        assert.strictEqual(new Set(all).size, 24)
        for (const worker of workers) {
          assert.isNotEmpty(carried(worker), "neither does it alone")
          assert.strictEqual(worker.trouble(), "")
        }
        for (const id of ids) assert.deepStrictEqual(yield* steps(id), orderly)
      }).pipe(Effect.provide(House.store(file)))
    }).pipe(Effect.scoped)
  )

  it.live(
    "one that is killed before it has carried what it took leaves it unknown: it is looked for, and not sent",
    () =>
      Effect.gen(function* () {
        const { file, start, weibo } = yield* stage
        yield* Effect.gen(function* () {
          const id = Arrays.getUnsafe(yield* scheduled(1, yield* inSeconds(2)), 0)
          yield* Effect.promise(() => start(1_500, "dies before").ended)
          start(500)
          yield* until(Effect.map(states, ([post]) => post?._tag === "Unconfirmed" && post.looked === 3))
          assert.lengthOf(weibo.posts(), 0)
          assert.include(yield* steps(id), "LoseSight")
          assert.strictEqual(yield* unclaimedOutcomes, 0)
        }).pipe(Effect.provide(House.store(file)))
      }).pipe(Effect.scoped)
  )

  it.live("one that is killed after carrying, before it could say so, is no loss: the other finds it", () =>
    Effect.gen(function* () {
      const { file, start, weibo } = yield* stage
      yield* Effect.gen(function* () {
        const id = Arrays.getUnsafe(yield* scheduled(1, yield* inSeconds(2)), 0)
        yield* Effect.promise(() => start(1_500, "dies after").ended)
        assert.lengthOf(weibo.posts(), 1)
        start(500)
        yield* until(areAll("Published"))
        assert.lengthOf(weibo.posts(), 1)
        assert.deepStrictEqual((yield* steps(id)).slice(-3), ["Publish", "LoseSight", "Confirm"])
      }).pipe(Effect.provide(House.store(file)))
    }).pipe(Effect.scoped)
  )

  it.live("one that slept longer than its claim finds it settled by the other, and changes nothing", () =>
    Effect.gen(function* () {
      const { file, start, weibo } = yield* stage
      yield* Effect.gen(function* () {
        const id = Arrays.getUnsafe(yield* scheduled(1, yield* inSeconds(2)), 0)
        const sleeper = start(1_500, "sleeps after")
        yield* until(says(sleeper, "sleeps after"))
        const other = start(500)
        yield* until(areAll("Published"))
        const before = yield* steps(id)
        sleeper.process.kill("SIGCONT")
        yield* Effect.sleep("1 second")
        assert.deepStrictEqual(yield* steps(id), before)
        assert.lengthOf(weibo.posts(), 1)
        assert.strictEqual(yield* unclaimedOutcomes, 0)
        assert.isEmpty(carried(other).filter((line) => line.includes("publish")))
      }).pipe(Effect.provide(House.store(file)))
    }).pipe(Effect.scoped)
  )

  it.live("one that fell asleep before it began does not begin when its claim has run out", () =>
    Effect.gen(function* () {
      const { file, start, weibo } = yield* stage
      yield* Effect.gen(function* () {
        yield* scheduled(1, yield* inSeconds(2))
        const sleeper = start(1_500, "sleeps before")
        yield* until(says(sleeper, "sleeps before"))
        start(500)
        yield* until(Effect.map(states, ([post]) => post?._tag === "Unconfirmed"))
        sleeper.process.kill("SIGCONT")
        yield* until(Effect.map(states, ([post]) => post?._tag === "Unconfirmed" && post.looked === 3))
        assert.lengthOf(weibo.posts(), 0)
        assert.isEmpty(carried(sleeper).filter((line) => line.includes("publish")))
      }).pipe(Effect.provide(House.store(file)))
    }).pipe(Effect.scoped)
  )
})
