/**
 * What the log says for reports, read from its beginning, for a case that is open began when it did; and after that what is new. Of another account, it is not read.
 *
 * @module
 */
import { Array as Arrays, DateTime, Effect, Option, Schema } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import * as Solutions from "../../internal-system/complaints/Solutions.ts"
import * as Worked from "../../internal-system/reports/Worked.ts"
import { type Edition, Editions } from "../../operations/Editions.ts"
import { type Entry, EventLog } from "../../operations/EventLog.ts"
import { versionOf } from "../../operations/History.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import type { HandbookVersion } from "../../process/Case.ts"

/** What a log says, as it was known then. */
export interface Read {
  readonly worked: Worked.Worked
  readonly solutions: Pick<ReturnType<typeof Solutions.follow>, "between">
  /** When the first thing happened in it. */
  readonly since: Moment | undefined
}

/** A reading of the log, which reads on each time it is run, one at a time: what happened from a moment on, and as things are known as of another. */
export const make = (account: AccountId, reader: Omit<Worked.Reader, "edition" | "isOwn">) => {
  const known = new Map<HandbookVersion, Edition | undefined>()
  // Of an edition that is not kept, nobody can tell whose it is where a house has several handbooks.
  let isAlone = false
  const isOwn = (version: HandbookVersion) => known.get(version)?.accounts.includes(account) ?? isAlone
  const solutions = Solutions.follow()
  const following = Worked.follow({ ...reader, edition: (version) => known.get(version), isOwn })
  let [position, since]: [number, Moment | undefined] = [0, undefined]
  const take = (page: ReadonlyArray<Entry>) => {
    following.take(page)
    const own = page.filter(({ event }) => {
      const version = versionOf(event)
      return version !== undefined && isOwn(version)
    })
    solutions.take(own)
    since ??= Arrays.head(own).pipe(
      Option.flatMap(({ event }) => momentOf(event)),
      Option.map(({ at }) => at),
      Option.getOrUndefined
    )
    position = page.at(-1)?.position ?? position
  }
  return Effect.fn("LogReading.read")(function* (
    from: Moment,
    asOf: Moment
  ): Effect.fn.Return<Read, StoreUnavailable, EventLog | Editions> {
    const log = yield* EventLog
    const editions = yield* Editions
    isAlone = (yield* editions.today).length === 1
    for (let isMore = true; isMore; ) {
      const page = yield* log.log(position, pageSize)
      for (const version of new Set(page.map(({ event }) => versionOf(event))))
        if (version !== undefined && known.get(version) === undefined)
          // Of an edition that is not kept, no clock is read; steps are counted all the same.
          known.set(version, yield* Effect.catchDefect(editions.edition(version), () => Effect.undefined))
      take(page)
      isMore = page.length === pageSize
    }
    return { worked: following.worked(from, DateTime.min(asOf, reader.until)), solutions, since }
  })
}

const momentOf = Schema.decodeUnknownOption(Schema.Struct({ at: Moment }))

const pageSize = 5_000
