/**
 * The editions of a house, of one handbook or of one for each account: each as long a history as it has.
 *
 * Editions are put into the store when a house starts, before anything can run under them; whatever case there is finds its own.
 *
 * @module
 */
import { DateTime, Effect, Layer, Result, Schema } from "effect"
import type { NonEmptyReadonlyArray } from "effect/Array"
import type { Holidays } from "../calendar/Holidays.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import { EditionStore } from "../operations/EditionStore.ts"
import { type Edition, Editions } from "../operations/Editions.ts"
import { EventLog, type Unstorable } from "../operations/EventLog.ts"
import { versionOf } from "../operations/History.ts"
import * as Operations from "../operations/Operations.ts"
import * as Projection from "../operations/Projection.ts"
import type { Snapshots } from "../operations/Snapshots.ts"
import type { StoreUnavailable } from "../operations/StoreUnavailable.ts"
import type { Practice } from "../practice/Practice.ts"
import { type Address, HandbookVersion, keyOf } from "../process/Case.ts"
import { type Any, isOver } from "../process/Process.ts"
import { edition } from "./Edition.ts"
import * as KeptEdition from "./KeptEdition.ts"
import { house, processes } from "./Practices.ts"

/** Puts an edition into the store. One that is kept and says something else is left as it is. */
export const keep = Effect.fn("KeptEditions.keep")(function* (
  handbook: Handbook,
  practices: ReadonlyArray<Practice> = house
) {
  const store = yield* EditionStore
  const changed = yield* Effect.forEach(KeptEdition.sections(handbook, practices), (section) =>
    Effect.map(store.keep(section), (kept) => KeptEdition.changed(kept, section, practices))
  )
  if (changed.flat().length > 0) {
    return yield* new KeptEdition.ChangedWithoutVersion({ version: handbook.version, changed: changed.flat() })
  }
})

/**
 * The editions of a house: today's of its handbook or of each of its handbooks, and every one that a start has put into the store before, also of another program on the same store. Today's
 * is put there first. A start is refused while cases are open whose edition the store does not have.
 */
export const layer = (
  handbooks: Handbook | NonEmptyReadonlyArray<Handbook>,
  holidays: Holidays,
  practices: ReadonlyArray<Practice> = house
): Layer.Layer<Editions, Refused | Unstorable | StoreUnavailable, EditionStore | EventLog | Snapshots> =>
  Layer.effect(
    Editions,
    Effect.gen(function* () {
      const store = yield* EditionStore
      const all = "version" in handbooks ? ([handbooks] as const) : handbooks
      yield* Effect.fromResult(KeptEdition.apart(all))
      const today = yield* Effect.forEach(all, (handbook) =>
        Effect.gen(function* () {
          yield* keep(handbook, practices)
          const since = yield* store.keep(KeptEdition.beginning(handbook.version, yield* DateTime.now))
          return { ...edition(handbook, holidays, practices), ...KeptEdition.begun(since) }
        })
      )
      const known = new Map<string, Edition>(today.map((one) => [one.version, one]))

      const find = Effect.fnUntraced(function* (version: HandbookVersion) {
        const before = known.get(version)
        if (before !== undefined) return Result.succeed(before)
        const read = KeptEdition.read(yield* store.find(version), version, holidays, practices)
        if (Result.isSuccess(read)) known.set(version, read.success)
        return read
      })

      yield* refuseLacking(processes(practices), find)
      return {
        today: Effect.succeed(today),
        edition: (version) =>
          Effect.flatMap(
            find(version),
            Result.match({
              onSuccess: Effect.succeed,
              onFailure: (why) => Effect.die(`Edition ${version} of the handbook ${why}`)
            })
          )
      }
    })
  )

/** The handbook by which the account was run last before this one; nothing where none is kept under which something has happened. */
export const before = Effect.fn("KeptEditions.before")(function* (
  { account, version: today }: Handbook,
  practices: ReadonlyArray<Practice> = house
) {
  const store = yield* EditionStore
  const versions = yield* Projection.follow(underWhich).states
  const all = yield* Effect.forEach(versions.keys(), (version) =>
    Effect.map(store.find(HandbookVersion.make(version, { disableChecks: true })), (kept) => {
      const { since } = KeptEdition.begun(kept.get("since"))
      return { handbook: Result.getOrUndefined(KeptEdition.handbookOf(kept, practices)), since }
    })
  )
  return all
    .flatMap(({ handbook, since }) => {
      const isEarlier = handbook !== undefined && handbook.version !== today && handbook.account.id === account.id
      return isEarlier ? [{ handbook, since: since?.epochMilliseconds ?? 0 }] : []
    })
    .reduce<{ readonly handbook: Handbook; readonly since: number } | undefined>(
      (last, one) => (last === undefined || one.since >= last.since ? one : last),
      undefined
    )?.handbook
})

/** Why a house cannot start. */
export type Refused =
  | KeptEdition.ChangedWithoutVersion
  | KeptEdition.NotTheirOwn
  | KeptEdition.OtherPerson
  | KeptEdition.Lacking

type Find = (version: HandbookVersion) => Effect.Effect<Result.Result<Edition, string>, StoreUnavailable>

/** Every edition under which something has happened. */
const underWhich = Projection.make({
  name: "editions under which something has happened",
  version: 1,
  state: Schema.Boolean,
  initial: false,
  subject: ({ event }) => versionOf(event),
  apply: () => true
})

/** A start reads what is new in the log, and more of it only where an edition is lacking. */
const refuseLacking = Effect.fnUntraced(function* (known: ReadonlyArray<Any>, find: Find) {
  const versions = yield* Projection.follow(underWhich).states
  const lacking = yield* Effect.forEach(versions.keys(), (version) =>
    // The version was an edition's when the event was stored.
    Effect.map(find(HandbookVersion.make(version, { disableChecks: true })), (found) =>
      Result.isFailure(found) ? [{ version, why: found.failure }] : []
    )
  )
  const refused = yield* Effect.forEach(lacking.flat(), ({ version, why }) =>
    Effect.map(
      Effect.flatMap(casesUnder(version), (cases) => Effect.filter(cases, (address) => isOpen(known, address))),
      ([first, ...others]) =>
        first === undefined ? [] : [{ version, why, cases: [told(first), ...others.map(told)] as const }]
    )
  )
  if (refused.flat().length > 0) return yield* new KeptEdition.Lacking({ lacking: refused.flat() })
})

const casesUnder = Effect.fnUntraced(function* (version: string) {
  const log = yield* EventLog
  const cases = new Map<string, Address>()
  let page = yield* log.log(0, pageSize)
  while (page.length > 0) {
    for (const { case: id, event, process } of page) {
      if (versionOf(event) === version) cases.set(keyOf({ process, case: id }), { process, case: id })
    }
    page = yield* log.log(page.at(-1)?.position ?? 0, pageSize)
  }
  return cases.values()
})

const told = ({ case: id, process }: Address): string => `${process} ${id}`

const pageSize = 2_000

/** A case of a process that nobody runs here is not this house's; one that cannot be read is open for all that anybody knows. */
const isOpen = (known: ReadonlyArray<Any>, address: Address) => {
  const process = known.find(({ name }) => name === address.process)
  if (process === undefined) return Effect.succeed(false)
  return Operations.load(process, address.case).pipe(
    Effect.map((current) => current !== undefined && !isOver(process, current)),
    Effect.catchDefect(() => Effect.succeed(true))
  )
}
