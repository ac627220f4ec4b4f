import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { NodeSqlite, SqlCursors, SqlQuotaLedger, SqlStore } from "@dualops/adapter-sql"
import { WeiboBudget, WeiboInteractions, WeiboQuotaLeft, WeiboReplies } from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { AnswerProcess, Intake, Interaction, Polling, ReplyCarriers } from "@dualops/core/interaction"
import {
  Carrier,
  Editions,
  EventLog,
  Operations,
  type Store,
  type StoreUnavailable,
  Worker
} from "@dualops/core/operations"
import { Quota } from "@dualops/core/planning"
import { Actor, Notify } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Logger } from "effect"
import { edition, lead } from "./answering.ts"
import * as house from "./house.ts"

const work = {
  processes: [AnswerProcess],
  carriers: [...ReplyCarriers.carriers, Carrier.make(Notify.notify, () => Effect.succeed({}))]
}

/** Calls for a whole day of listening at whatever hour of it the test runs: a plan that lacks some says so. */
const limits = { ...Quota.ordinary, callsPerDay: 1000 }

/** What the program has logged. */
const told: Array<string> = []
const logger = Logger.layer([Logger.make(({ message }) => void told.push(String(message)))])

/** One life of the program: it opens its file, works and listens, and is gone when the body has come to its end. */
const life = <A, E>(filename: string, body: Effect.Effect<A, E, Store | Editions.Editions>) =>
  Effect.gen(function* () {
    yield* Effect.forkScoped(Worker.run(work, "20 millis"))
    yield* Effect.forkScoped(Polling.run({ account: house.brand, limits }))
    return yield* body
  }).pipe(Effect.scoped, Effect.provide([stores(filename), logger]))

const stores = (filename: string) => {
  const database = NodeSqlite.layer({ filename })
  const ledger = SqlQuotaLedger.layer.pipe(Layer.provide(database))
  const weibo = Layer.mergeAll(
    WeiboInteractions.layer,
    WeiboReplies.layer({ rip: house.rip }),
    WeiboQuotaLeft.layer
  ).pipe(Layer.provide(WeiboBudget.layer({ limits }).pipe(Layer.provide([house.api(), ledger]))))
  const kept = Layer.mergeAll(SqlStore.layer, SqlCursors.layer).pipe(Layer.provide(database))
  return Layer.mergeAll(weibo, ledger, kept, Editions.layer(edition))
}

const file = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "dualops-"))),
  (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
).pipe(Effect.map((folder) => join(folder, "brand.db")))

/** Every case by the id of what the fan wrote, once for each time it was opened. */
const heard = Effect.gen(function* () {
  const store = yield* EventLog.EventLog
  const events = yield* store.log(0, 10_000)
  return events.flatMap(({ case: id, event }) => (Object(event).step === "Receive" ? [id.replace(/^.*\//, "")] : []))
})

const until = <R>(holds: Effect.Effect<boolean, StoreUnavailable, R>) =>
  Effect.repeat(Effect.delay(holds, "20 millis"), { until: (one) => one })

describe("A program that listens to Weibo", () => {
  it.live("hears each comment and mention once and answers once, however often it dies and starts again", () =>
    Effect.gen(function* () {
      const filename = yield* file
      const emulator = yield* Emulator.Emulator
      const fan = house.fans[0].uid
      // Written by a person on Weibo's own pages, which is no call of the app.
      const post = emulator.fans.post(house.brand, house.text(1))
      const comment = (number: number) => emulator.fans.comment(fan, post, `第 ${number} 个问题`)
      const hasHeard = (many: number) => Effect.map(heard, (all) => all.length >= many)

      // Given sixty comments, of which Weibo shows fifty before the line breaks and the program dies,
      const wrote = Array.from({ length: 60 }, (_, number) => comment(number))
      emulator.next("/2/comments/to_me.json", null, "reset before")
      yield* life(
        filename,
        until(Effect.sync(() => told.some((one) => one.startsWith("comments: It could not be read"))))
      )

      // when fans go on writing while nobody listens, and the program starts again,
      wrote.push(comment(60), emulator.fans.post(fan, `@${house.brandName} 在吗`))
      const [first = "none"] = wrote
      const id = Intake.caseOf(house.brand, Interaction.InteractionId.make(first))
      yield* life(
        filename,
        Effect.gen(function* () {
          yield* until(hasHeard(wrote.length))
          // and an answer goes out of which Weibo's confirmation is lost,
          emulator.next("/2/comments/reply.json", "reset after")
          const say = { key: "click", step: "Say", by: Actor.person(lead), input: { text: "门店九点开门。" } } as const
          yield* Operations.send(AnswerProcess, { ...say, case: id })
          const state = Effect.map(Operations.load(AnswerProcess, id), (one) => one?.state._tag)
          yield* until(Effect.map(state, (tag) => tag === "Answered"))
        })
      )

      // then there is one case for each and one answer, and one more start hears nothing that was heard.
      const before = told.length
      const all = yield* life(filename, Effect.andThen(Effect.sleep("200 millis"), heard))
      assert.deepEqual([...all].sort(), wrote.sort())
      const answers = emulator.happenings().filter((one) => one._tag === "Commented" && one.by === house.brand)
      assert.strictEqual(answers.length, 1)
      assert.deepEqual(told.slice(before), [])
      // Nobody else has the token: that every process counts its calls before it makes them is no reason to say so.
      assert.notInclude(told.join(), "something else uses the token")
    }).pipe(Effect.scoped, Effect.provide(house.emulator({ limits })))
  )
})
