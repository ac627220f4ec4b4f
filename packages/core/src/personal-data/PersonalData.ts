/**
 * What a house has of a fan: handed out, erased, and forgotten when it has been kept long enough.
 *
 * Erased is what fans wrote and what they are called, in cases that are over and in observations; that something happened, when, and what was decided stays. A
 * case that is open is needed until it is over. The fan's id at the platform stays in the log: without it nobody could tell that there is nothing left.
 *
 * @module
 */
import { Effect } from "effect"
import { type FanId, kind } from "../account/FanId.ts"
import * as Tag from "../account/Tag.ts"
import type { Moment } from "../calendar/Moment.ts"
import { ObservationStore, type Series } from "../observations/ObservationStore.ts"
import * as Observations from "../observations/Observations.ts"
import * as CaseSearch from "../operations/CaseSearch.ts"
import { EventLog, everyOne } from "../operations/EventLog.ts"
import { load } from "../operations/History.ts"
import { memoryOf } from "../operations/Replayed.ts"
import type { Address } from "../process/Case.ts"
import type { Any } from "../process/Process.ts"
import type { Copy, Erased } from "./Given.ts"
import { PersonalKeys } from "./PersonalKeys.ts"

/** The cases that bear the fan's tag, the latest first. */
const casesOf = (fan: FanId) => EventLog.use((log) => log.tagged(Tag.of(kind, fan), everyOne))

/** Everything that there is of a fan, of all cases and of the observations of these series. */
export const copyOf = Effect.fn("PersonalData.copyOf")(function* (
  fan: FanId,
  at: Moment,
  series: ReadonlyArray<Series>
) {
  const [log, store] = [yield* EventLog, yield* ObservationStore]
  const cases = yield* Effect.forEach(yield* casesOf(fan), (address) =>
    Effect.map(log.read(address), (events) => ({ ...address, events }))
  )
  const observations = yield* Effect.forEach(series, (one) =>
    Effect.map(store.page({ ...one, person: fan, order: "oldest", limit: everyOne }), (found) =>
      found.map(({ facts, key, personal = null }) => ({ ...one, key, facts, personal }))
    )
  )
  return { fan, at, cases, observations: observations.flat() } satisfies Copy
})

/**
 * Erases what there is of a fan, but for cases that are not over. Safe to repeat: what was erased stays erased. The case that asks for it is left as it is: it
 * has to be there to say that it was done.
 */
export const erase = Effect.fn("PersonalData.erase")(function* (
  processes: ReadonlyArray<Any>,
  fan: FanId,
  asking?: Address
) {
  const found = yield* casesOf(fan)
  const cases = found.filter((one) => one.case !== asking?.case || one.process !== asking.process)
  const open: Array<Address> = []
  let erased = 0
  for (const address of cases) {
    if (!(yield* isOver(processes, address))) open.push(address)
    else if (yield* destroy(processes, address)) erased += 1
  }
  const observations = yield* Observations.erase(fan)
  return { cases: erased, observations, open } satisfies Erased
})

/** Erases the personal data of cases that are over and whose first personal data came before a moment; answers of how many. */
export const forget = Effect.fn("PersonalData.forget")(function* (processes: ReadonlyArray<Any>, before: Moment) {
  const keys = yield* PersonalKeys
  let after: string | undefined
  let erased = 0
  while (true) {
    const page = yield* keys.madeBefore(before, pageSize, after)
    for (const address of page) {
      if ((yield* isOver(processes, address)) && (yield* destroy(processes, address))) erased += 1
    }
    after = page.at(-1)?.id
    if (page.length < pageSize) return erased
  }
})

const pageSize = 500

/** Of a case whose process nobody runs any more, nobody knows whether it is over: it stays. */
const isOver = Effect.fnUntraced(function* (processes: ReadonlyArray<Any>, { case: id, process: name }: Address) {
  const process = processes.find((one) => one.name === name)
  const state = process && (yield* load(process, id))?.state
  return process !== undefined && state !== undefined && process.final.includes(state._tag)
})

/** What this program remembers of the case goes with the key, and so does what it is found by. */
const destroy = Effect.fnUntraced(function* (processes: ReadonlyArray<Any>, address: Address) {
  const log = yield* EventLog
  const process = processes.find(({ name }) => name === address.process)
  if (process !== undefined) memoryOf(log, process).forget(address.case)
  const had = yield* PersonalKeys.use((keys) => keys.destroy(address))
  yield* CaseSearch.forget(address)
  return had
})
