/**
 * Cases as they stand now, read from their events.
 *
 * @module
 */
import { Effect } from "effect"
import { type Address, addressOf, type Case, keyOf } from "../process/Case.ts"
import type * as Process from "../process/Process.ts"
import { EventLog } from "./EventLog.ts"
import { tagOf } from "./Family.ts"
import { load } from "./History.ts"
import { withOwn } from "./Housekeeping.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** A case and the process it is a run of. */
export interface AnyCase {
  readonly process: Process.Any
  readonly case: Case<{ readonly _tag: string }>
}

/** Every case that was ever begun, as it stands now: for a report, for each time it reads the whole log. */
export const everyCase = Effect.fnUntraced(function* (processes: ReadonlyArray<Process.Any>) {
  const all = withOwn(processes)
  const log = yield* EventLog
  const keys = new Set<string>()
  let page = yield* log.log(0, pageSize)
  while (page.length > 0) {
    for (const entry of page) keys.add(keyOf(entry))
    page = yield* log.log(page.at(-1)?.position ?? 0, pageSize)
  }
  return yield* at(all, Array.from(keys, addressOf))
})

/** The cases of these processes, open or over, that bear the tag, the newest first: `about([AnswerProcess], Tag.of("fan", id))`. */
export const about = Effect.fnUntraced(function* (
  processes: ReadonlyArray<Process.Any>,
  tag: string,
  most = 1_000
): Effect.fn.Return<ReadonlyArray<AnyCase>, StoreUnavailable, EventLog> {
  const log = yield* EventLog
  return yield* at(processes, yield* log.tagged(tag, most))
})

/** The cases of these processes, open or over, that this one has begun, the newest first, at most so many. */
export const children = (
  processes: ReadonlyArray<Process.Any>,
  parent: Address,
  most?: number
): Effect.Effect<ReadonlyArray<AnyCase>, StoreUnavailable, EventLog> => about(processes, tagOf(parent), most)

/** The cases at these addresses, open or over; none where nobody has begun one, or where it cannot be read. */
export const at = (
  processes: ReadonlyArray<Process.Any>,
  addresses: ReadonlyArray<Address>
): Effect.Effect<ReadonlyArray<AnyCase>, StoreUnavailable, EventLog> =>
  Effect.map(
    Effect.forEach(addresses, (address) => caseOf(processes, address)),
    (all) => all.filter((one) => one !== undefined)
  )

/** The case at that address; nothing where nobody has begun it, or where it cannot be read. */
export const caseOf = Effect.fnUntraced(
  function* (processes: ReadonlyArray<Process.Any>, { case: id, process: name }: Address) {
    const process = processes.find((one) => one.name === name)
    const current = process && (yield* load(process, id))
    return process && current && { process, case: current }
  },
  (reading, _, { case: id, process }) =>
    // A case that cannot be read must not take everybody's desk away.
    Effect.catchDefect(reading, (defect) =>
      Effect.as(Effect.logError(`${process} ${id} cannot be read`, defect), undefined)
    )
)

const pageSize = 500

/** The cases that have begun these. */
export const parentsOf = Effect.fnUntraced(function* (
  processes: ReadonlyArray<Process.Any>,
  cases: ReadonlyArray<AnyCase>
) {
  const addresses = new Map(cases.flatMap(({ case: { parent } }) => (parent ? [[keyOf(parent), parent] as const] : [])))
  const parents = yield* Effect.forEach([...addresses.values()], (address) => caseOf(processes, address))
  return parents.filter((one) => one !== undefined)
})
