/**
 * What the night stands on: everything in memory, and a clock that is put forward.
 *
 * @module
 */
import { MemoryPublisher, MemoryStore } from "@dualops/adapter-memory"
import { Actor, Carrier, Case, ChineseHolidays, Editions } from "@dualops/core"
import { PostCarriers } from "@dualops/core/content"
import { HandbookFile } from "@dualops/core/files"
import { Edition, Practices } from "@dualops/core/practices"
import { Notify } from "@dualops/core/process"
import { TakeoverRights } from "@dualops/core/team"
import { DateTime, Effect, Layer, Result } from "effect"
import type { VirtualClock } from "../clock/VirtualClock.ts"
import * as Worked from "../handbooks/Worked.ts"

/** The handbook of the house. */
export const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", Worked.withoutReports))

/** Today's edition. */
export const edition = Edition.edition(handbook, ChineseHolidays.holidays)

/** A moment on the wall in Shanghai. */
export const at = (time: string): DateTime.Utc => DateTime.makeUnsafe(`${time}:00+08:00`)

/** The people of the story. */
export const [lin, zhou, he] = (["lin", "zhou", "he"] as const).map((id) => Actor.PersonId.make(id)) as [
  // Three names make three people.
  Actor.PersonId,
  Actor.PersonId,
  Actor.PersonId
]

/** The name of a case. */
export const named = (id: string): Case.CaseId => Case.CaseId.make(id)

/** What was told to whom in the night. */
export const told: Array<string> = []

const tell = Carrier.make(Notify.notify, ({ message, to }) =>
  Effect.sync(() => {
    told.push(`${to}: ${message.en}`)
    return {}
  })
)

/** What the worker works on. */
export const work = { processes: Practices.processes(), carriers: [...PostCarriers.carriers, tell] }

/** Store, publisher, editions and clock. */
export const layer = (clock: VirtualClock) =>
  Layer.mergeAll(
    TakeoverRights.editions(Editions.layer(edition)).pipe(Layer.provideMerge(MemoryStore.layer)),
    MemoryPublisher.layer,
    clock.layer
  )
