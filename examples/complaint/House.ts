/**
 * What the complaint stands on: the handbook of the tea house, with or without "Weibo first", everything in memory, and a clock that is put forward.
 *
 * @module
 */
import { MemoryFans, MemoryObservationStore, MemoryReplies, MemoryStore } from "@dualops/adapter-memory"
import { Actor, Carrier, ChineseHolidays, Editions, Worker } from "@dualops/core"
import { ReferralDesk } from "@dualops/core/complaints"
import { DeskFeed, TicketCarrier } from "@dualops/core/customer-desk"
import { HandbookFile } from "@dualops/core/files"
import { ReplyCarriers } from "@dualops/core/interaction"
import { WorkQueue } from "@dualops/core/operations"
import { Edition, Practices, triageOf } from "@dualops/core/practices"
import { Notify } from "@dualops/core/process"
import { BuiltIn, Triage } from "@dualops/core/triage"
import { DateTime, Effect, Layer, Result } from "effect"
import type { VirtualClock } from "../clock/VirtualClock.ts"
import * as Worked from "../handbooks/Worked.ts"

/** The handbook, with a ticket desk at customer service, at which Weibo goes first or does not. */
export const handbook = (weiboFirst: boolean) => {
  const desk = `complaints:\n  desks: [customer-service]\n  weiboFirst: ${weiboFirst}\n`
  return Result.getOrThrow(
    HandbookFile.read("xinghe.yaml", Worked.withoutReports.replace("complaints:\n  usual", `${desk}  usual`))
  )
}

/** A moment on the wall in Shanghai. */
export const at = (time: string): DateTime.Utc => DateTime.makeUnsafe(`${time}:00+08:00`)

/** Chen answers fans; Gao owns customer service. */
export const chen = Actor.person("chen")

/** What was told to whom. */
export interface Told {
  readonly at: DateTime.Utc
  readonly to: string
  readonly message: { readonly zh: string; readonly en: string }
}

// #region work
/** What the worker works on. */
export const work = (told: Array<Told>) => {
  const tell = Carrier.make(Notify.notify, ({ message, to }) =>
    Effect.map(DateTime.now, (at) => {
      told.push({ at, to, message })
      return {}
    })
  )
  return { processes: Practices.processes(), carriers: [...ReplyCarriers.carriers, TicketCarrier.carrier, tell] }
}
// #endregion

// #region layer
/** Store, platform, editions, triage and clock. */
export const layer = (
  clock: VirtualClock,
  weiboFirst: boolean,
  store: typeof MemoryStore.layer = MemoryStore.layer
) => {
  const stores = Layer.mergeAll(
    store,
    MemoryObservationStore.layer,
    Editions.layer(Edition.edition(handbook(weiboFirst), ChineseHolidays.holidays)),
    MemoryReplies.layer.pipe(Layer.provideMerge(MemoryFans.layer))
  )
  return Triage.layer(triageOf(handbook(weiboFirst))).pipe(
    Layer.provide(BuiltIn.layer()),
    Layer.provideMerge(stores),
    Layer.provideMerge(clock.layer)
  )
}
// #endregion

/** Lets time pass until this moment; whatever falls due on the way happens when it is due, and the desk is listened to. */
export const until = Effect.fnUntraced(function* (
  clock: VirtualClock,
  doing: ReturnType<typeof work>,
  moment: DateTime.Utc
) {
  const queue = yield* WorkQueue.WorkQueue
  while (true) {
    const { told } = yield* DeskFeed.poll("customer service", ReferralDesk.tell)
    const { carried, fired } = yield* Worker.round(doing)
    if (told + carried + fired > 0) continue
    const next = yield* queue.next
    if (next === undefined || DateTime.isGreaterThan(next, moment)) break
    clock.skipTo(next)
    yield* Effect.sleep("1 millis")
  }
  clock.skipTo(moment)
})
