import { Carrier, type Editions, EventLog, Operations, Worker } from "@dualops/core/operations"
import { type Actor, Allowance, Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { Announcement, Crisis, send } from "../process/Broadcast.ts"
import { ann, edition, inHouse, ben as spokesperson } from "./openHouse.ts"

const id = (name: number | string) => Case.CaseId.make(String(name))
const channels = ["weibo", "wechat"] as const

type Move = readonly ["write" | "send" | "declare" | "standDown" | "work" | "wait", number, number]
const move = fc.tuple(
  fc.constantFrom<Move[0]>("write", "write", "send", "declare", "standDown", "work", "wait"),
  fc.nat(5),
  fc.nat(1)
)

/** Takes a step, or is refused. */
const take = (step: Effect.Effect<unknown, unknown, EventLog.EventLog | Editions.Editions>) => Effect.isSuccess(step)

/** The crises that were ever declared. */
const crises = Effect.gen(function* () {
  const log = yield* EventLog.EventLog
  const entries = yield* log.log(0, 10_000)
  return entries.filter(({ process, version }) => process === "Crisis" && version === 1).map((one) => one.case)
})

/** Ends those of a channel, or all. */
const standDown = (channel?: string) =>
  Effect.gen(function* () {
    for (const one of yield* crises) {
      const state = (yield* Operations.load(Crisis, one))?.state
      if (state?._tag !== "Declared" || (channel !== undefined && state.channel !== channel)) continue
      yield* take(Operations.send(Crisis, { key: "over", by: ann, case: one, step: "StandDown", input: {} }))
    }
  })

/** Who has decided that it goes out stands in what goes out, behind its channel. */
const textOf = (channel: string, count: number, by: Actor.Person) => `${channel} ${count} ${by.person}`

/** What went out, and what has not when all is over. */
const play = (moves: ReadonlyArray<Move>) =>
  Effect.gen(function* () {
    const held = new Set<string>()
    const [sent, slipped]: [Array<string>, Array<string>] = [[], []]
    const carrier = Carrier.make(send, ({ about }) =>
      Effect.sync(() => {
        sent.push(about)
        if ([...held].some((channel) => about.startsWith(channel))) slipped.push(about)
        return {}
      })
    )
    const work = { processes: [Announcement, Crisis], carriers: [carrier] }
    for (const [count, [what, which, side]] of moves.entries()) {
      const channel = channels[side] ?? "weibo"
      const order = { key: String(count), by: ann } as const
      if (what === "write") {
        const input = { channel, about: textOf(channel, count, ann) }
        yield* take(Operations.send(Announcement, { ...order, case: id(count), step: "Write", input }))
      }
      if (what === "send") {
        const one = { ...order, case: id(Math.max(0, count - which)), step: "Send", input: {} } as const
        yield* take(Operations.send(Announcement, one))
      }
      if (what === "declare") {
        const input = { channel, spokesperson: spokesperson.person }
        yield* take(Operations.send(Crisis, { ...order, case: id(count), step: "Declare", input }))
        held.add(channel)
      }
      if (what === "standDown") {
        yield* standDown(channel)
        held.delete(channel)
      }
      if (what === "work") yield* Worker.round(work)
      if (what === "wait") yield* TestClock.adjust(`${which * 7 + 1} minutes`)
    }
    yield* standDown()
    held.clear()
    for (let round = 0; round < 5; round++) {
      yield* TestClock.adjust("21 minutes")
      yield* Worker.round(work)
    }
    const log = yield* EventLog.EventLog
    const written = (yield* log.log(0, 10_000)).filter(({ process }) => process === "Announcement")
    const states = yield* Effect.forEach(written, (one) => Operations.load(Announcement, one.case))
    return { sent, slipped, left: states.filter((one) => one?.state._tag !== "Sent") }
  })

const played = (moves: ReadonlyArray<Move>) =>
  inHouse(play(moves), edition({ every: Allowance.always("20 minutes") })).pipe(
    Effect.provide(TestClock.layer()),
    Effect.runPromise
  )

describe("What stands over others", () => {
  it("lets nothing out while it stands, whenever it was set, and loses nothing of what it holds", async () => {
    let [holds, outs] = [0, 0]
    const some = fc.array(move, { minLength: 10, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(some, async (moves) => {
        const { left, sent, slipped } = await played(moves)
        assert.deepStrictEqual({ left, slipped }, { left: [], slipped: [] })
        outs += sent.length
        holds += moves.filter(([what]) => what === "declare").length
      }),
      { numRuns: 100 }
    )
    assert.isAbove(outs, 200)
    assert.isAbove(holds, 200)
  })
})
