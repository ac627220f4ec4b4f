/**
 * What is known of the fans at the end of a span and of the one before, made of everything that was ever heard of them (`KnownFans`): who was seen first when cannot be
 * told from a part.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import { toNumber } from "../../calendar/CalendarDate.ts"
import type { Moment } from "../../calendar/Moment.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as AccountReading from "../../internal-system/fans/AccountReading.ts"
import * as FanFigures from "../../internal-system/fans/FanFigures.ts"
import * as FanLook from "../../internal-system/fans/FanLook.ts"
import * as LifeCycle from "../../internal-system/fans/LifeCycle.ts"
import type { Span, Spans } from "../../internal-system/reports/Material.ts"
import type { ObservationStore } from "../../observations/ObservationStore.ts"
import * as Observations from "../../observations/Observations.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import * as KnownFans from "../win-back/KnownFans.ts"
import * as Sightings from "../win-back/Sightings.ts"
import { WinBackSection } from "../win-back/WinBackSection.ts"

/** The figures of a span that was read. */
export type FansOf = (span: Span) => FanFigures.FanFigures

/** Reads what is known of the fans of a handbook's account in both spans. */
export const read = Effect.fn("FanReading.read")(function* (
  handbook: Handbook,
  asOf: Moment,
  { before, now }: Spans
): Effect.fn.Return<FansOf, StoreUnavailable, ObservationStore> {
  const books = new Map<string, FanFigures.FanFigures>()
  const spans = before === undefined ? [now] : [before, now]
  const gathered = yield* gather(handbook, asOf, spans)
  for (const [index, span] of spans.entries()) {
    const until = DateTime.min(asOf, span.until)
    const known = gathered[index]
    const rest = {
      account: handbook.account.id,
      followers: { before: yield* followersAt(handbook, span.from), after: yield* followersAt(handbook, until) },
      looks: yield* looksIn(handbook, { from: span.from, until })
    }
    if (known !== undefined) books.set(span.period.last, FanFigures.of({ ...rest, ...known }, span))
  }
  return (span) => {
    const figures = books.get(span.period.last)
    if (figures === undefined) throw new RangeError(`Nothing was read of the span that ends on ${span.period.last}`)
    return figures
  }
})

type Gathered = Pick<FanFigures.Known, "counts" | "ofNobody" | "heard">

const gather = Effect.fnUntraced(function* (handbook: Handbook, asOf: Moment, spans: ReadonlyArray<Span>) {
  const { account, timeZone } = handbook
  const { dayAt } = WallClock.make(timeZone)
  const { stages = LifeCycle.usual } = WinBackSection.find(handbook) ?? {}
  const until = DateTime.min(asOf, spans.at(-1)?.until ?? asOf)
  const house = { account: account.id, timeZone }
  // The first count is of all fans: others have their turn in between.
  while (yield* KnownFans.ask(house, asOf, ({ counts }) => counts(stages).countSome())) yield* Effect.yieldNow
  return yield* KnownFans.ask(house, asOf, ({ counts, ofNobody, ...fans }): ReadonlyArray<Gathered> => {
    const since = fans.since !== undefined && DateTime.isLessThan(fans.since, until) ? fans.since : asOf
    return spans.map(({ period }) => {
      const today = Math.min(dayAt(asOf.epochMilliseconds), toNumber(period.last))
      return {
        counts: counts(stages).asOf(today, period),
        ofNobody: ofNobody(today),
        heard: { kinds: Sightings.kinds.map(({ name }) => name), since }
      }
    })
  })
})

/** The number of followers then, by the last reading of the day before; a reading that is older says nothing of then. */
const followersAt = Effect.fnUntraced(function* ({ account: { id: account } }: Handbook, at: Moment) {
  const from = DateTime.subtract(at, { days: 1 })
  const asked = { account, from, until: at, order: "newest" as const, limit: readingsADay }
  const { observations } = yield* Observations.page(AccountReading.kind, asked)
  return observations.find(({ facts }) => facts.followers !== undefined)?.facts.followers
})

/** One an hour. */
const readingsADay = 24

/** Of each fan the last look counts. */
const looksIn = Effect.fnUntraced(function* (
  { account: { id: account } }: Handbook,
  span: Pick<Span, "from" | "until">
) {
  const looks = new Map<unknown, ReturnType<typeof FanLook.lookOf>>()
  const asked = { account, ...span, order: "oldest", limit: pageSize } as const
  yield* Observations.each(FanLook.kind, asked, ({ observations }) => {
    for (const { facts, personal, position } of observations)
      looks.set(personal?.fan ?? position, FanLook.lookOf(facts))
  })
  return [...looks.values()]
})

const pageSize = 1_000
