/**
 * What is known of the fans at the end of a span and of the one before, read from what was heard and counted: all of it, for who was seen first when cannot be told
 * from a part. Of many observations of a fan, their days are kept.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import { dayMillis, toNumber } from "../../calendar/CalendarDate.ts"
import type { Moment } from "../../calendar/Moment.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as AccountReading from "../../internal-system/fans/AccountReading.ts"
import * as FanFigures from "../../internal-system/fans/FanFigures.ts"
import * as FanLife from "../../internal-system/fans/FanLife.ts"
import * as FanLook from "../../internal-system/fans/FanLook.ts"
import * as LifeCycle from "../../internal-system/fans/LifeCycle.ts"
import type { Span, Spans } from "../../internal-system/reports/Material.ts"
import type { RecordedOf } from "../../observations/Observation.ts"
import type { ObservationStore } from "../../observations/ObservationStore.ts"
import * as Observations from "../../observations/Observations.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
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
    const {
      account,
      stages = LifeCycle.usual,
      ...rest
    } = {
      account: handbook.account.id,
      stages: WinBackSection.find(handbook)?.stages,
      followers: { before: yield* followersAt(handbook, span.from), after: yield* followersAt(handbook, until) },
      looks: yield* looksIn(handbook, { from: span.from, until })
    }
    const known = gathered[index]
    if (known !== undefined) books.set(span.period.last, FanFigures.of({ account, stages, ...rest, ...known }, span))
  }
  return (span) => {
    const figures = books.get(span.period.last)
    if (figures === undefined) throw new RangeError(`Nothing was read of the span that ends on ${span.period.last}`)
    return figures
  }
})

type Gathered = Pick<FanFigures.Known, "today" | "lives" | "ofNobody" | "heard">

const gather = Effect.fnUntraced(function* (
  { account: { id: account }, timeZone }: Handbook,
  asOf: Moment,
  spans: ReadonlyArray<Span>
) {
  const { wallAt } = WallClock.make(timeZone)
  const dayOf = (at: Moment) => Math.floor(wallAt(at.epochMilliseconds) / dayMillis)
  const books = spans.map(({ period }) => ({
    today: Math.min(dayOf(asOf), toNumber(period.last)),
    fans: FanLife.gather(),
    ofNobody: 0
  }))
  let since: Moment = asOf
  const until = DateTime.min(asOf, spans.at(-1)?.until ?? asOf)
  const take = (one: RecordedOf<(typeof Sightings.kinds)[number]>) => {
    const day = dayOf(one.at)
    since = DateTime.min(since, one.at)
    const sighting = Sightings.of(one, day)
    for (const book of books) {
      if (day > book.today) continue
      // A letter to somebody who is forgotten is no sight of anybody.
      if (one.personal === undefined) book.ofNobody += one.kind === "Outreach" ? 0 : 1
      else if (sighting !== undefined) book.fans.take(sighting)
    }
  }
  const asked = { account, until, order: "oldest", limit: pageSize } as const
  for (const kind of Sightings.kinds)
    yield* Observations.each<(typeof Sightings.kinds)[number]>(kind, asked, ({ observations }) => {
      observations.forEach(take)
    })
  const heard = { kinds: Sightings.kinds.map(({ name }) => name), since }
  return books.map(
    ({ fans, ofNobody, today }): Gathered => ({ today, ofNobody, heard, lives: [...fans.lives().values()] })
  )
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
