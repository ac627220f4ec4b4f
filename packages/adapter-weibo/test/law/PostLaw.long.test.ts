/** Law: whatever goes wrong, a post ends as exactly one post, or as a case that waits for somebody. The emulator's record judges. */
import { PostId } from "@dualops/core/account"
import { PostProcess } from "@dualops/core/content"
import { Operations } from "@dualops/core/operations"
import { Actor, Task } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import * as house from "../house.ts"
import { begin, id, lead, order, settings, work } from "./PostCast.ts"
import { live, many, type People, type Schedule, under } from "./Schedule.ts"

/** People look with their own eyes where the machine has given up, and try again what failed, twice. */
const people = ({ clock, emulator }: Schedule) => {
  let again = 2
  return Effect.gen(function* () {
    const current = yield* Operations.load(PostProcess, id)
    const state = current?.state
    if (state?._tag === "Published") return "over"
    if (state?._tag === "Unconfirmed" && state.nextLook === undefined && state.looked >= settings.looks.times) {
      // Nobody looks so soon that a call which was cut off could still be on its way.
      yield* Effect.sleep("30 millis")
      const out = emulator.posts()[0]
      const publishedAt = DateTime.makeUnsafe(out?.at ?? 0)
      yield* out === undefined
        ? order(lead, { step: "GiveUp", input: {} })
        : order(lead, { step: "Find", input: { post: PostId.make(out.post), publishedAt } })
      return "acted"
    }
    if (state?._tag === "Failed" && again-- > 0) {
      const slot = DateTime.makeUnsafe(clock.now() + 600_000)
      yield* order(lead, { step: "Schedule", input: { slot } })
      return "acted"
    }
    return state?._tag === "Failed" ? "over" : "waiting"
  }).pipe(Effect.map((found): People => found))
}

const judge = ({ emulator, clock }: Schedule) =>
  Effect.gen(function* () {
    const current = yield* Operations.load(PostProcess, id)
    const posts = emulator.posts().map(({ post }) => post)
    assert.isAtMost(posts.length, 1)
    // Out for so long that it was archived meanwhile is out.
    if (current?.state._tag === "Published" || current?.state._tag === "Archived") {
      assert.deepEqual(posts, [current.state.post])
      return "published"
    }
    assert.isDefined(current)
    if (current === undefined) return "nothing"
    if (current.state._tag === "Failed") assert.deepEqual(posts, [])
    const at = DateTime.makeUnsafe(clock.now())
    const tasks = Task.tasks(PostProcess, current, Actor.person(lead), at, settings, () => true)
    assert.isNotEmpty(tasks, `${current.state._tag} is on nobody's desk`)
    return current.state._tag
  })

describe("A post", () => {
  it.live(
    "under 1,000 schedules of faults ends as exactly one post, or failed or unconfirmed with a task",
    () =>
      Effect.gen(function* () {
        const ends = yield* Effect.forEach(
          Array.from({ length: many.schedules }, (_, seed) => seed),
          (seed) =>
            under(seed, [house.share, "/2/statuses/user_timeline.json"], settings, (schedule) =>
              Effect.gen(function* () {
                yield* begin(DateTime.makeUnsafe(schedule.clock.now() + 600_000))
                yield* live(schedule, work, people(schedule))
                yield* Effect.sleep("10 millis")
                return yield* judge(schedule)
              }).pipe(Effect.provide(house.publisher({ writeWithin: "30 millis", readWithin: "30 millis" })))
            ).pipe(Effect.mapError((error) => new Error(`seed ${seed}`, { cause: error }))),
          { concurrency: many.atOnce }
        )
        const published = ends.filter((end) => end === "published").length
        console.log(`posts: ${published} published, ${ends.length - published} left to people`)
        // A law that is never put to the test says nothing.
        assert.isAbove(published, many.schedules / 2)
        assert.isBelow(published, many.schedules)
      }),
    many.timeout
  )
})
