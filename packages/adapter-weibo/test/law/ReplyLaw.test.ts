/** Law: whatever goes wrong, a reply ends as exactly one reply, or as a case that waits for somebody. */
import { WeiboReplies } from "@dualops/adapter-weibo"
import {
  Actor,
  Allowance,
  Case,
  Interaction,
  Moment,
  Operations,
  Process,
  Publisher,
  Replies,
  ReplyCarriers,
  Task,
  type Worker
} from "@dualops/core"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Layer, Schema } from "effect"
import * as house from "../house.ts"
import { live, many, type People, type Schedule, under } from "./Schedule.ts"

/** The smallest process that replies: asked, on its way, out, or waiting for a person. */
const { reply, look } = ReplyCarriers
const asked = Replies.Request.fields
const sent = { ...asked, since: Moment.Moment }

const { deadline, opening, process, step } = Process.words({
  settings: {},
  states: {
    Replying: sent,
    Unconfirmed: { ...sent, looked: Schema.Int, nextLook: Schema.optionalKey(Moment.Moment) },
    Replied: { ...sent, reply: Replies.ReplyId },
    Failed: { ...sent, detail: Schema.String }
  },
  actions: { reply, look }
})

const requestOf = ({ account, comment, post, text }: Replies.Request): Replies.Request => ({
  account,
  post,
  text,
  ...(comment !== undefined && { comment })
})

const looks = 4

const Ask = opening({
  to: ["Replying"],
  by: "interaction.reply",
  input: asked,
  evolve: ({ at, facts }) => ({ _tag: "Replying", ...facts, since: at }),
  performs: { reply: requestOf }
})

const AskAgain = step({
  from: ["Failed"],
  to: ["Replying"],
  by: "interaction.reply",
  evolve: ({ detail: _, ...state }, { at }) => ({ ...state, _tag: "Replying", since: at }),
  performs: { reply: requestOf }
})

const Confirm = step({
  from: ["Replying", "Unconfirmed", "Failed"],
  to: ["Replied"],
  by: "world",
  input: { reply: Replies.ReplyId, repliedAt: Moment.Moment },
  evolve: (state, { facts }) => ({ ...requestOf(state), since: state.since, _tag: "Replied", reply: facts.reply })
})

const Refuse = step({
  from: ["Replying"],
  to: ["Failed"],
  by: "world",
  input: { code: Schema.String, detail: Schema.String },
  evolve: (state, { facts }) => ({ ...state, _tag: "Failed", detail: facts.detail })
})

const lookFor = {
  look: (state: Replies.Request & { readonly since: Moment.Moment }) => ({ ...requestOf(state), since: state.since })
}

const LoseSight = step({
  from: ["Replying"],
  to: ["Unconfirmed"],
  by: "world",
  input: { detail: Schema.String },
  evolve: (state) => ({ ...state, _tag: "Unconfirmed", looked: 0 }),
  performs: lookFor
})

const TimeOut = step({
  from: ["Replying"],
  to: ["Unconfirmed"],
  by: "clock",
  evolve: (state) => ({ ...state, _tag: "Unconfirmed", looked: 0 }),
  performs: lookFor
})

const NotSeen = step({
  from: ["Unconfirmed"],
  to: ["Unconfirmed"],
  by: "world",
  input: { detail: Schema.String },
  evolve: ({ nextLook: _, ...state }, { at }) => {
    const looked = state.looked + 1
    return { ...state, looked, ...(looked < looks && { nextLook: DateTime.addDuration(at, Duration.minutes(1)) }) }
  }
})

const LookAgain = step({
  from: ["Unconfirmed"],
  to: ["Unconfirmed"],
  by: "clock",
  evolve: ({ nextLook: _, ...state }) => state,
  performs: lookFor
})

const Find = step({
  from: ["Unconfirmed"],
  to: ["Replied"],
  by: "interaction.reply",
  input: { reply: Replies.ReplyId },
  evolve: ({ looked: _looked, nextLook: _next, ...state }, { facts }) => ({ ...state, _tag: "Replied", ...facts })
})

const GiveUp = step({
  from: ["Unconfirmed"],
  to: ["Failed"],
  by: "interaction.reply",
  evolve: ({ looked: _looked, nextLook: _next, ...state }) => ({ ...state, _tag: "Failed", detail: "a person looked" })
})

const AnswerProcess = process("Answer", {
  steps: { Ask, AskAgain, Confirm, Refuse, LoseSight, TimeOut, NotSeen, LookAgain, Find, GiveUp },
  final: ["Replied"],
  deadlines: {
    patience: deadline({ while: ["Replying"], within: () => Allowance.always("5 minutes"), fires: "TimeOut" }),
    nextLook: deadline({ while: ["Unconfirmed"], at: ({ nextLook }) => nextLook, fires: "LookAgain" })
  },
  outcomes: {
    reply: { done: "Confirm", refused: "Refuse", unknown: "LoseSight" },
    look: { done: "Confirm", refused: "NotSeen", unknown: "NotSeen" }
  },
  separate: [],
  invariants: {}
})

const agent = Actor.person(Actor.PersonId.make("service-agent"))
const work: Worker.Work<Replies.Replies> = { processes: [AnswerProcess], carriers: ReplyCarriers.carriers }
const id = Case.CaseId.make("parcel")

/** People look with their own eyes where the machine has given up, and try again what failed, twice. */
const people = ({ emulator }: Schedule) => {
  let again = 2
  return Effect.gen(function* () {
    const state = (yield* Operations.load(AnswerProcess, id))?.state
    const order = { key: `order ${again} ${state?._tag}`, case: id, by: agent }
    if (state?._tag === "Replied") return "over"
    if (state?._tag === "Unconfirmed" && state.nextLook === undefined && state.looked >= looks) {
      // Nobody looks so soon that a call which was cut off could still be on its way.
      yield* Effect.sleep("30 millis")
      const [out] = repliesOf(emulator)
      if (out === undefined) yield* Operations.send(AnswerProcess, { ...order, step: "GiveUp", input: {} })
      else {
        const reply = Replies.ReplyId.make(out)
        yield* Operations.send(AnswerProcess, { ...order, step: "Find", input: { reply } })
      }
      return "acted"
    }
    if (state?._tag === "Failed" && again-- > 0) {
      yield* Operations.send(AnswerProcess, { ...order, step: "AskAgain", input: {} })
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
    if (current.state._tag === "Replied") {
      assert.deepEqual(out, [current.state.reply])
      return "replied"
    }
    if (current.state._tag === "Failed") assert.deepEqual(out, [])
    const at = DateTime.makeUnsafe(clock.now())
    const tasks = Task.tasks(AnswerProcess, current, agent, at, {}, () => true)
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
            under(seed, paths, {}, (schedule) =>
              Effect.gen(function* () {
                const { fans } = schedule.emulator
                const post = Publisher.PostId.make(fans.post(house.fans[0].uid, `@${house.brandName} 等了三天`))
                const comment = Interaction.InteractionId.make(fans.comment(house.fans[0].uid, post, "还没有人理我"))
                const input = { account: house.brand, post, comment, text: "抱歉让您久等，今天内给您答复。" }
                yield* Operations.send(AnswerProcess, { key: "ask", case: id, step: "Ask", input, by: agent })
                yield* live(schedule, work, people(schedule))
                yield* Effect.sleep("10 millis")
                return yield* judge(schedule)
              }).pipe(Effect.provide(replies))
            ).pipe(Effect.mapError((error) => new Error(`seed ${seed}`, { cause: error }))),
          { concurrency: many.atOnce }
        )
        const replied = ends.filter((end) => end === "replied").length
        console.log(`replies: ${replied} out, ${ends.length - replied} left to people`)
        // A law that is never put to the test says nothing.
        assert.isAbove(replied, many.schedules / 2)
        assert.isBelow(replied, many.schedules)
      }),
    many.patience
  )
})
