/** Law: whatever goes wrong, a post that must go is gone, or in front of a person, and is never taken down a second time without a look. */
import { PostId } from "@dualops/core/account"
import { PostProcess, type Publication, Publisher } from "@dualops/core/content"
import { Operations } from "@dualops/core/operations"
import { Actor, Task } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Exit, Layer, Result } from "effect"
import * as house from "../house.ts"
import { begin, id, lead, order, settings, work } from "./PostCast.ts"
import { live, many, type People, type Schedule, under } from "./Schedule.ts"

const paths = ["/2/statuses/destroy.json", "/2/statuses/show.json"]
const schedules = many.schedules / 4

/** A publisher that notes when a post is taken down while nobody knows, and nobody has looked, whether it is gone already. */
const watched = ({ emulator }: Schedule) => {
  let isOpen = false
  let blind = 0
  const layer = Layer.effect(
    Publisher.Publisher,
    Effect.map(Publisher.Publisher, (port) => ({
      ...port,
      // How it got out is another law's.
      publish: ({ account, content: { text } }: Publication.Request) =>
        Effect.map(DateTime.now, (at) => ({
          post: PostId.make(emulator.fans.post(account, text)),
          text,
          at
        })),
      takeDown: (place: Publication.Place) =>
        Effect.suspend(() => {
          if (isOpen) blind++
          isOpen = true
          return Effect.onExit(Effect.result(port.takeDown(place)), (exit) =>
            Effect.sync(() => {
              if (!Exit.isSuccess(exit)) return
              isOpen = Result.isFailure(exit.value) && exit.value.failure._tag === "Writing.Unknown"
            })
          ).pipe(Effect.flatMap(Effect.fromResult))
        }),
      stands: (place: Publication.Place) =>
        Effect.tap(port.stands(place), () =>
          Effect.sync(() => {
            isOpen = false
          })
        )
    }))
  )
  return { blind: () => blind, layer }
}

/** The lead takes down what is out, tries again what is still out, twice, and looks with their own eyes where the machine has given up. */
const people = ({ emulator }: Schedule) => {
  let again = 2
  const takeDown = () => order(lead, { step: "TakeDown", input: { reason: "价格有误" } })
  return Effect.gen(function* () {
    const state = (yield* Operations.load(PostProcess, id))?.state
    switch (state?._tag) {
      case "Published":
        yield* takeDown()
        return "acted"
      case "Unconfirmed": {
        // The worker died behind the publication.
        if (state.nextLook !== undefined || state.looked < settings.looks.times) return "waiting"
        const [out] = emulator.posts()
        yield* out === undefined
          ? order(lead, { step: "GiveUp", input: {} })
          : order(lead, {
              step: "Find",
              input: { post: PostId.make(out.post), publishedAt: DateTime.makeUnsafe(out.at) }
            })
        return "acted"
      }
      case "Failed":
        return "over"
      case "StillOut":
        if (again-- <= 0) return "over"
        yield* takeDown()
        return "acted"
      case "MaybeGone": {
        if (state.nextLook !== undefined || state.looked < settings.looks.times) return "waiting"
        // Nobody looks so soon that a call which was cut off could still be on its way.
        yield* Effect.sleep("30 millis")
        yield* order(lead, { step: emulator.posts().length === 0 ? "FindGone" : "FindStanding", input: {} })
        return "acted"
      }
      case "TakenDown":
        return "over"
    }
    return "waiting"
  }).pipe(Effect.map((found): People => found))
}

const judge = ({ clock, emulator }: Schedule) =>
  Effect.gen(function* () {
    const current = yield* Operations.load(PostProcess, id)
    assert.isDefined(current)
    if (current === undefined) return "nothing"
    if (current.state._tag === "TakenDown") {
      assert.deepEqual(emulator.posts(), [])
      return "gone"
    }
    if (current.state._tag === "Failed") {
      assert.deepEqual(emulator.posts(), [])
      return "never out"
    }
    const at = DateTime.makeUnsafe(clock.now())
    const tasks = Task.tasks(PostProcess, current, Actor.person(lead), at, settings, () => true)
    assert.isNotEmpty(tasks, `${current.state._tag} is on nobody's desk`)
    assert.include(["StillOut", "MaybeGone"], current.state._tag)
    return current.state._tag
  })

describe("A post that must go", () => {
  it.live(
    `under ${schedules} schedules of faults is gone, or on somebody's desk, and is never taken down twice blindly`,
    () =>
      Effect.gen(function* () {
        const ends = yield* Effect.forEach(
          Array.from({ length: schedules }, (_, seed) => seed),
          (seed) =>
            under(seed, paths, settings, (schedule) => {
              const { blind, layer } = watched(schedule)
              const publisher = Layer.provide(
                layer,
                house.publisher({ writeWithin: "30 millis", readWithin: "30 millis" })
              )
              return Effect.gen(function* () {
                yield* begin(DateTime.makeUnsafe(schedule.clock.now() + 600_000))
                yield* live(schedule, work, people(schedule))
                yield* Effect.sleep("10 millis")
                assert.strictEqual(blind(), 0)
                return yield* judge(schedule)
              }).pipe(Effect.provide(publisher))
            }).pipe(Effect.mapError((error) => new Error(`seed ${seed}`, { cause: error }))),
          { concurrency: many.atOnce }
        )
        const gone = ends.filter((end) => end === "gone").length
        const left = ends.filter((end) => end === "StillOut" || end === "MaybeGone").length
        console.log(`taken down: ${gone} gone, ${left} left to people`)
        // A law that is never put to the test says nothing.
        assert.isAbove(gone, schedules / 2)
        assert.isAbove(left, 0)
      }),
    many.timeout
  )
})
