/** Law: whatever goes wrong, a reply ends as exactly one reply, or as a case that waits for somebody. */
import { WeiboReplies } from "@dualops/adapter-weibo"
import { FanId, PostId } from "@dualops/core/account"
import { type Answer, AnswerProcess, Interaction, type Replies, Reply, ReplyCarriers } from "@dualops/core/interaction"
import { Carrier, Operations, type Worker } from "@dualops/core/operations"
import { Actor, Allowance, Case, Notify, Task } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Layer } from "effect"
import * as house from "../house.ts"
import { live, many, type People, type Schedule, under } from "./Schedule.ts"

const agent = Actor.PersonId.make("service-agent")

const settings: Answer.Settings = {
  within: Allowance.always("2 hours"),
  lead: agent,
  attention: Allowance.always("1 day"),
  patience: Duration.minutes(5),
  looks: { every: Duration.minutes(1), times: 4 },
  rules: { route: "share" }
}

const work: Worker.Work<Carrier.AnyCarrier<Replies.Replies>> = {
  processes: [AnswerProcess],
  carriers: [...ReplyCarriers.carriers, Carrier.make(Notify.notify, () => Effect.succeed({}))]
}

const id = Case.CaseId.make("parcel")
const text = "抱歉让您久等，今天内给您答复。"

/** A fan's comment under a post that mentions the account, as it comes in, and its answer. */
const begin = ({ clock, emulator: { fans } }: Schedule) =>
  Effect.gen(function* () {
    const [{ name, uid }] = house.fans
    const post = PostId.make(fans.post(uid, `@${house.brandName} 等了三天`))
    const interaction: Interaction.Interaction = {
      kind: "mention in a comment",
      id: Interaction.InteractionId.make(fans.comment(uid, post, `还没有人理我 @${house.brandName}`)),
      post,
      from: { id: FanId.make(uid), name },
      text: `还没有人理我 @${house.brandName}`,
      at: DateTime.makeUnsafe(clock.now())
    }
    const input = { account: house.brand, interaction }
    yield* Operations.send(AnswerProcess, { key: "receive", case: id, step: "Receive", input, by: Actor.world })
    yield* say("say")
  })

const say = (key: string) =>
  Operations.send(AnswerProcess, { key, case: id, step: "Say", input: { text }, by: Actor.person(agent) })

/** People look with their own eyes where the machine has given up, and say it again where it failed, twice. */
const people = ({ clock, emulator }: Schedule) => {
  let again = 2
  return Effect.gen(function* () {
    const state = (yield* Operations.load(AnswerProcess, id))?.state
    const order = { key: `order ${again} ${state?._tag}`, case: id, by: Actor.person(agent) }
    if (state?._tag === "Answered") return "over"
    if (state?._tag === "Unconfirmed" && state.nextLook === undefined && state.looked >= settings.looks.times) {
      // Nobody looks so soon that a call which was cut off could still be on its way.
      yield* Effect.sleep("30 millis")
      const [out] = repliesOf(emulator)
      if (out === undefined) yield* Operations.send(AnswerProcess, { ...order, step: "GiveUp", input: {} })
      else {
        const input = { reply: Reply.ReplyId.make(out), repliedAt: DateTime.makeUnsafe(clock.now()) }
        yield* Operations.send(AnswerProcess, { ...order, step: "Find", input })
      }
      return "acted"
    }
    if (state?._tag === "Failed" && again-- > 0) {
      yield* say(order.key)
      return "acted"
    }
    return state?._tag === "Failed" ? "over" : "waiting"
  }).pipe(Effect.map((found): People => found))
}

const repliesOf = (emulator: Schedule["emulator"]): ReadonlyArray<string> =>
  emulator.happenings().flatMap((one) => (one._tag === "Commented" && one.by === house.brand ? [one.comment] : []))

const judge = ({ emulator, clock }: Schedule) =>
  Effect.gen(function* () {
    const current = yield* Operations.load(AnswerProcess, id)
    const out = repliesOf(emulator)
    assert.isAtMost(out.length, 1)
    assert.isDefined(current)
    if (current === undefined) return "nothing"
    if (current.state._tag === "Answered") {
      assert.deepEqual(out, [current.state.reply])
      return "answered"
    }
    if (current.state._tag === "Failed") assert.deepEqual(out, [])
    const at = DateTime.makeUnsafe(clock.now())
    const tasks = Task.tasks(AnswerProcess, current, Actor.person(agent), at, settings, () => true)
    assert.isNotEmpty(tasks, `${current.state._tag} is on nobody's desk`)
    return current.state._tag
  })

const paths = ["/2/comments/reply.json", "/2/comments/by_me.json"]
const slow = { writeWithin: "30 millis", readWithin: "30 millis" } as const
const replies = WeiboReplies.layer({ rip: house.rip }).pipe(Layer.provide(house.api(slow)))

describe("A reply", () => {
  it.live(
    "under 1,000 schedules of faults ends as exactly one reply, or failed or unconfirmed with a task",
    () =>
      Effect.gen(function* () {
        const ends = yield* Effect.forEach(
          Array.from({ length: many.schedules }, (_, seed) => seed),
          (seed) =>
            under(seed, paths, settings, (schedule) =>
              Effect.gen(function* () {
                yield* begin(schedule)
                yield* live(schedule, work, people(schedule))
                yield* Effect.sleep("10 millis")
                return yield* judge(schedule)
              }).pipe(Effect.provide(replies))
            ).pipe(Effect.mapError((error) => new Error(`seed ${seed}`, { cause: error }))),
          { concurrency: many.atOnce }
        )
        const answered = ends.filter((end) => end === "answered").length
        console.log(`replies: ${answered} out, ${ends.length - answered} left to people`)
        // A law that is never put to the test says nothing.
        assert.isAbove(answered, many.schedules / 2)
        assert.isBelow(answered, many.schedules)
      }),
    many.timeout
  )
})
