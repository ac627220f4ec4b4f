/**
 * What both stories stand on: the handbook of the tea house, everything in memory, and a clock that moves only when it is told to.
 *
 * @module
 */
import {
  MemoryCustomerDesk,
  MemoryDrawRecords,
  MemoryFans,
  MemoryObservationStore,
  MemoryPublicRandomness,
  MemoryPublisher,
  MemoryRedemptions,
  MemoryReplies,
  MemoryStore
} from "@dualops/adapter-memory"
import { Actor, Carrier, ChineseHolidays, Editions, Worker } from "@dualops/core"
import { ComplaintProcess, ReferralDesk, ReferralProcess } from "@dualops/core/complaints"
import { PostCarriers, PostProcess } from "@dualops/core/content"
import { DeskFeed, TicketCarrier } from "@dualops/core/customer-desk"
import { HandbookFile } from "@dualops/core/files"
import type { Handbook } from "@dualops/core/handbook"
import { AnswerProcess, ReplyCarriers } from "@dualops/core/interaction"
import { Actions, Deadlines, WorkQueue } from "@dualops/core/operations"
import {
  CampaignBudgetProcess,
  CampaignProcess,
  CodeSeriesCarriers,
  CodeSeriesProcess,
  Edition,
  PrizeDeliveryProcess,
  PrizeDrawCarriers,
  PrizeDrawProcess,
  triageOf
} from "@dualops/core/practices"
import { Notify } from "@dualops/core/process"
import { EventNoticeProcess, ResourceRequestProcess } from "@dualops/core/resources"
import { BuiltIn, Triage } from "@dualops/core/triage"
import { DateTime, Effect, Layer, Redacted, Result } from "effect"
import type { VirtualClock } from "../clock/VirtualClock.ts"
import * as Worked from "../handbooks/Worked.ts"

/** Whoever plans the account draws, delivers and plans codes; whoever has the advertisements issues the codes in them. */
const permitted = Worked.withoutReports
  .replaceAll("planning.schedule,", "planning.schedule, promotion.draw, promotion.deliver, codes.plan,")
  .replace("resource.answer]", "resource.answer, codes.plan, codes.approve, codes.issue, codes.stop]")

const draws = `draws:
  attention: { time: 1 hour, calendar: always }
  settlesWithin: { time: 30 days, calendar: always }
  tellWithin: { time: 9 hours, calendar: office }
  claimWithin: { time: 3 days, calendar: always }
  sendWithin: { time: 27 hours, calendar: office }
  arriveWithin: { time: 10 days, calendar: always }
`
const codes = "codes: { approvers: [tang, xu], most: 5000, longest: 30 days }\n"

/** What is said of the codes where it was prepared. */
export const words = "在门店点单时报出暗号，第二杯半价；每个暗号用一次，十一月十五日前有效。喝口茶再走。"

const library = `library:
  codes:
    title: { zh: 神秘暗号, en: Mysterious codes }
    asked: [暗号怎么用, 暗号去哪里兑换, 暗号是什么活动]
    words: ${words}
    owner: chen
    validUntil: 2026-12-01
`

/** The handbook; without the dual system it has no prepared answer about the codes, and Weibo waits its turn at customer service. */
export const handbook = (isDual: boolean): Handbook.Handbook => (isDual ? books.dual : books.plain)

const read = (isDual: boolean) => {
  const desk = `complaints:\n  desks: [customer-service]\n  weiboFirst: ${isDual}\n`
  const text = permitted.replace("complaints:\n  usual", `${desk}  usual`)
  return Result.getOrThrow(HandbookFile.read("xinghe.yaml", `${text}\n${codes}${draws}${isDual ? library : ""}`))
}

const books = { dual: read(true), plain: read(false) }

/** A moment on the wall in Shanghai. */
export const at = (time: string): DateTime.Utc => DateTime.makeUnsafe(`${time}:00+08:00`)

/** Who they are stands in the handbook. */
export const people = {
  he: Actor.person("he"),
  lin: Actor.person("lin"),
  zhou: Actor.person("zhou"),
  gao: Actor.person("gao"),
  tang: Actor.person("tang"),
  xu: Actor.person("xu")
}

/** The secret of the codes, and that of the draw. */
export const secrets = {
  codes: Redacted.make("a secret of the house, from its vault and from nowhere else"),
  draws: Redacted.make(new Uint8Array(32).fill(7))
}

const tell = Carrier.make(Notify.notify, () => Effect.succeed({}))

/** The processes of the story. */
export const processes = [
  EventNoticeProcess,
  CampaignProcess,
  CampaignBudgetProcess,
  ResourceRequestProcess,
  PostProcess,
  CodeSeriesProcess,
  AnswerProcess,
  ComplaintProcess,
  ReferralProcess,
  PrizeDrawProcess,
  PrizeDeliveryProcess
] as const

const work = {
  processes,
  carriers: [
    ...PostCarriers.carriers,
    ...ReplyCarriers.carriers,
    ...CodeSeriesCarriers.carriers,
    ...PrizeDrawCarriers.carriers(secrets.draws),
    TicketCarrier.carrier,
    tell
  ]
}

/** What begins by the handbook's agenda; looked at once a day. */
export const opened = Worker.round(work)

/** Everything that there is to do now. */
export const worked = Effect.gen(function* () {
  const queue = yield* WorkQueue.WorkQueue
  while (true) {
    const { told } = yield* DeskFeed.poll("customer service", ReferralDesk.tell)
    const next = yield* queue.next
    if (told === 0 && (next === undefined || DateTime.isGreaterThan(next, yield* DateTime.now))) return
    yield* Deadlines.fireDue(work)
    yield* Actions.carryWaiting(work, 4)
  }
})

/** The edition of a handbook, by which the story runs. */
export const editionOf = (isDual: boolean): Editions.Edition =>
  Edition.edition(handbook(isDual), ChineseHolidays.holidays)

/** All that the story runs on. */
export type Services = Layer.Success<ReturnType<typeof layer>>

/** Something that is done in the story; what nobody expected to be refused ends it. */
export type Deed = Effect.Effect<unknown, never, Services>

/** Store, platform, tills, desk, editions, triage and clock. */
export const layer = (clock: VirtualClock, isDual: boolean) => {
  const book = handbook(isDual)
  const stores = Layer.mergeAll(
    MemoryStore.layer,
    MemoryObservationStore.layer,
    MemoryRedemptions.layer,
    MemoryDrawRecords.layer,
    MemoryPublicRandomness.layer,
    MemoryPublisher.layer,
    MemoryCustomerDesk.layer.pipe(Layer.provideMerge(MemoryCustomerDesk.desk)),
    Editions.layer(editionOf(isDual)),
    MemoryReplies.layer.pipe(Layer.provideMerge(MemoryFans.layer))
  )
  return Triage.layer(triageOf(book)).pipe(
    Layer.provide(BuiltIn.layer()),
    Layer.provideMerge(stores),
    Layer.provideMerge(clock.layer)
  )
}
