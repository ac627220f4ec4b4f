import { PostId } from "@dualops/core/account"
import { Post, PostProcess } from "@dualops/core/content"
import {
  Carrier,
  type Editions,
  EventLog,
  Operations,
  StoreUnavailable,
  Worker,
  WorkQueue,
  Writing
} from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import {
  account,
  at9,
  content,
  lin,
  minutesAfterSlot,
  moon,
  published,
  scheduled,
  send,
  slot,
  state,
  tang,
  unclaimedOutcomes,
  until,
  work,
  zhou
} from "./house.ts"

const out = { post: PostId.make("501"), publishedAt: slot }
const atSlot = TestClock.setTime(slot.epochMilliseconds)
const others = work.carriers.filter(({ kind }) => kind.name !== "Publish")

/** A worker with another carrier of posts. */
const publishing = <R>(carry: Effect.Effect<typeof out, Carrier.Failure, R>) => ({
  ...work,
  carriers: [Carrier.make(Post.publish, () => carry), ...others]
})

/** The store, but for what is told. */
const store = (change: (store: EventLog.EventLog["Service"]) => Partial<EventLog.EventLog["Service"]>) =>
  Effect.updateService(EventLog.EventLog, (store) => ({ ...store, ...change(store) }))

/** So many posts, all for the same slot. */
const many = (count: number) =>
  Effect.forEach(
    Array.from({ length: count }, (_, index) => Case.CaseId.make(`post ${index}`)),
    Effect.fnUntraced(function* (id) {
      const text = content.text.replace("moon", id.replace(" ", "-"))
      const order = { case: id }
      const input = { account, content: { ...content, text }, slot }
      yield* Operations.send(PostProcess, { ...order, key: "1", step: "Compose", by: lin, input })
      yield* Operations.send(PostProcess, { ...order, key: "2", step: "Submit", by: lin, input: {} })
      yield* Operations.send(PostProcess, { ...order, key: "3", step: "Approve", by: zhou, input: {} })
      yield* Operations.send(PostProcess, { ...order, key: "4", step: "Schedule", by: tang, input: { slot } })
      return id
    })
  )
const tagOf = (id: Case.CaseId) => Effect.map(Operations.load(PostProcess, id), (post) => post?.state._tag)

describe("A worker that is killed", () => {
  it.effect("leaves no more unknown than it had in its hands", () =>
    at9(
      Effect.gen(function* () {
        const ids = yield* many(12)
        yield* atSlot
        yield* Effect.exit(Worker.round(publishing(Effect.interrupt)))
        yield* until(slot)
        const tags = yield* Effect.forEach(ids, tagOf)
        assert.lengthOf(
          tags.filter((tag) => tag === "Published"),
          8
        )
        yield* until(minutesAfterSlot(1))
        assert.lengthOf(yield* published, 8)
        assert.lengthOf(
          (yield* Effect.forEach(ids, tagOf)).filter((tag) => tag === "Unconfirmed"),
          4
        )
      })
    )
  )

  it.effect(
    "when it had opened an unclaimed outcome, and not yet settled its action, leaves one unclaimed outcome and not two",
    () =>
      at9(
        Effect.gen(function* () {
          yield* scheduled
          yield* atSlot
          const house = yield* Effect.context<EventLog.EventLog | Editions.Editions>()
          const changed = { content: { ...content, text: `${content.text}！` }, slot: minutesAfterSlot(600) }
          const movesOn = Effect.gen(function* () {
            yield* send("TimeOut", Actor.clock("patience"), {})
            for (const look of [1, 2, 3]) yield* send("NotSeen", Actor.world, { detail: "not there" }, `look ${look}`)
            yield* send("GiveUp", tang, {})
            yield* send("Edit", lin, changed)
          })
          const late = publishing(Effect.as(Effect.orDie(Effect.provideContext(movesOn, house)), out))
          yield* Worker.round(late).pipe(
            Effect.updateService(WorkQueue.WorkQueue, (queue) => ({ ...queue, settle: () => Effect.interrupt })),
            Effect.exit
          )
          assert.lengthOf(yield* unclaimedOutcomes, 1)
          yield* until(minutesAfterSlot(2))
          const [unclaimed, ...none] = yield* unclaimedOutcomes
          assert.isEmpty(none)
          assert.deepInclude(unclaimed, { outcome: "done", key: "Post/moon/5/publish" })
        })
      )
  )
})

describe("A worker whose store does not answer", () => {
  const outage = new StoreUnavailable({ cause: new Error("database or disk is full") })

  it.effect("lets its other hands finish what they are doing, and forgets nothing that it knows", () =>
    at9(
      Effect.gen(function* () {
        const ids = yield* many(4)
        yield* atSlot
        let calls = 0
        const carry = Effect.suspend(() =>
          ++calls === 1
            ? Effect.fail(new Writing.Refused({ code: "20021", detail: "illegal content" }))
            : Effect.as(Effect.sleep("1 second"), { ...out, post: PostId.make(`${calls}`) })
        )
        let isAway = true
        const working = yield* Worker.round(publishing(carry)).pipe(
          store((store) => ({
            append: (commit) => (isAway && commit.settles !== undefined ? Effect.fail(outage) : store.append(commit))
          })),
          Effect.forkChild
        )
        yield* TestClock.adjust("20 seconds")
        isAway = false
        yield* TestClock.adjust("5 seconds")
        yield* Fiber.join(working)
        const tags = yield* Effect.forEach(ids, tagOf)
        assert.deepStrictEqual(tags, ["Failed", "Published", "Published", "Published"])
      })
    )
  )
})

describe("An outcome", () => {
  it.effect("is told to its case, however many others take steps of it meanwhile", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        yield* atSlot
        const refused = publishing(Effect.fail(new Writing.Refused({ code: "20021", detail: "illegal content" })))
        let races = 0
        const working = yield* Worker.round(refused).pipe(
          store((store) => ({
            append: (commit) =>
              commit.settles !== undefined && races++ < 30
                ? Effect.fail(new EventLog.VersionConflict({ process: "Post", case: moon, expected: commit.expected }))
                : store.append(commit)
          })),
          Effect.forkChild
        )
        yield* TestClock.adjust("5 seconds")
        yield* Fiber.join(working)
        assert.strictEqual((yield* state)?._tag, "Failed")
        assert.strictEqual(races, 31)
      })
    )
  )
})

describe("An action that this worker cannot carry", () => {
  const without = { ...work, carriers: others }

  it.effect("is left to one that can, as something that was never begun", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        yield* atSlot
        yield* Worker.round(without)
        assert.strictEqual((yield* state)?._tag, "Publishing")
        yield* until(minutesAfterSlot(1))
        assert.strictEqual((yield* state)?._tag, "Published")
      })
    )
  )

  it.effect("stays cut off if it was cut off before: nobody begins it again", () =>
    at9(
      Effect.gen(function* () {
        yield* scheduled
        yield* atSlot
        const lease = "20 seconds"
        yield* Effect.exit(Worker.round({ ...publishing(Effect.interrupt), lease }))
        yield* TestClock.setTime(DateTime.add(slot, { seconds: 20 }).epochMilliseconds)
        yield* Worker.round({ ...without, lease })
        // Before the patience of its case is over, which is looked for then in any case.
        yield* until(DateTime.add(slot, { seconds: 81 }))
        assert.isEmpty(yield* published)
        assert.strictEqual((yield* state)?._tag, "Unconfirmed")
      })
    )
  )
})

describe("A worker that runs", () => {
  it.effect("carries on with the others while one carrier takes its time, and outlives what breaks", () =>
    at9(
      Effect.gen(function* () {
        const ids = yield* many(20)
        yield* atSlot
        let calls = 0
        const carry = Effect.suspend(() =>
          ++calls === 1 ? Effect.never : Effect.succeed({ ...out, post: PostId.make(`${calls}`) })
        )
        let breaks = 3
        const working = yield* Worker.run(publishing(carry)).pipe(
          Effect.updateService(WorkQueue.WorkQueue, (queue) => ({
            ...queue,
            claim: (...asked) => (breaks-- > 0 ? Effect.die("what nobody thought of") : queue.claim(...asked))
          })),
          Effect.forkChild
        )
        yield* TestClock.adjust("30 seconds")
        const tags = yield* Effect.forEach(ids, tagOf)
        assert.lengthOf(
          tags.filter((tag) => tag === "Published"),
          19
        )
        yield* Fiber.interrupt(working)
      })
    )
  )
})
