/**
 * One of several workers on one file: `node worker.ts FILE URL LEASE [FAULT]`.
 *
 * The worker says every action that it carries, and its fault. With a fault it ends itself (`dies`) or falls asleep (`sleeps`), either when it has taken a publication and
 * seen that it is still asked for (`before`), or when Weibo has just answered (`after`): exactly there, which nobody could do from outside.
 *
 * @module
 */
import { writeSync } from "node:fs"
import { Carrier, Worker } from "@dualops/core"
import { PostCarriers, PostProcess } from "@dualops/core/content"
import { EventLog, WorkQueue } from "@dualops/core/operations"
import { Notify } from "@dualops/core/process"
import { Context, Duration, Effect, Layer } from "effect"
import * as House from "./House.ts"

const [, , file = ":memory:", url = "", lease = "1000", fault = ""] = process.argv

// At once and not through a stream: what is killed after this line has said it.
const say = (line: string) => writeSync(1, `${line}\n`)

const meet = (moment: "before" | "after") =>
  Effect.sync(() => {
    if (fault.endsWith(moment)) say(fault)
    if (fault === `dies ${moment}`) process.kill(process.pid, "SIGKILL")
    if (fault === `sleeps ${moment}`) process.kill(process.pid, "SIGSTOP")
  })

const faulty = Effect.gen(function* () {
  const log = yield* EventLog.EventLog
  const queue = yield* WorkQueue.WorkQueue
  let hasTaken = false
  const taking = WorkQueue.WorkQueue.of({
    ...queue,
    claim: (...asked) =>
      Effect.tap(queue.claim(...asked), (claimed) =>
        Effect.sync(() => {
          hasTaken ||= claimed.some(({ name }) => name === "publish")
        })
      )
  })
  const reading = EventLog.EventLog.of({
    ...log,
    read: (address) => Effect.tap(log.read(address), () => (hasTaken ? meet("before") : Effect.void))
  })
  return Context.make(EventLog.EventLog, reading).pipe(Context.add(WorkQueue.WorkQueue, taking))
})

const spoken = <R>(carrier: Carrier.AnyCarrier<R>): Carrier.AnyCarrier<R> => ({
  ...carrier,
  carry: (request, key, asked) =>
    Effect.sync(() => say(`carries ${key}`)).pipe(
      Effect.andThen(carrier.carry(request, key, asked)),
      Effect.tap(carrier.kind.name === "Publish" ? meet("after") : Effect.void)
    )
})

const tell = Carrier.make(Notify.notify, () => Effect.succeed({}))

const work = {
  processes: [PostProcess],
  carriers: [...PostCarriers.carriers, tell].map((one) => spoken(one)),
  lease: Duration.millis(Number(lease))
}

const store = Layer.effectContext(faulty).pipe(Layer.provideMerge(House.store(file)))
say("begins")
await Effect.runPromise(Effect.provide(Worker.run(work, "50 millis"), Layer.merge(store, House.publisher(url))))
