/**
 * What is known of the fans at the end of a span and of the one before, made of everything that was ever heard of them: who was seen first when cannot be told from a
 * part. It is read once, and after that what is new (`ObservationProjection`); what comes late counts on its own day, and who was erased is nobody.
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
import * as FanLife from "../../internal-system/fans/FanLife.ts"
import * as FanLook from "../../internal-system/fans/FanLook.ts"
import * as LifeCycle from "../../internal-system/fans/LifeCycle.ts"
import type { Span, Spans } from "../../internal-system/reports/Material.ts"
import type { RecordedOf } from "../../observations/Observation.ts"
import * as ObservationProjection from "../../observations/ObservationProjection.ts"
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
type Sighted = RecordedOf<(typeof Sightings.kinds)[number]>

/** What is kept between readings: of many observations of a fan, their days. */
interface Fans {
  readonly lives: ReturnType<typeof FanLife.gather>
  /** How many are of nobody known, by their day. */
  readonly ofNobody: Map<number, number>
  since: Moment | undefined
  /** What is said to happen later than it was read. */
  ahead: Array<Sighted>
}

const gather = ({ account: { id: account }, timeZone }: Handbook, asOf: Moment, spans: ReadonlyArray<Span>) => {
  const { dayAt } = WallClock.make(timeZone)
  const dayOf = (at: Moment) => dayAt(at.epochMilliseconds)
  const until = DateTime.min(asOf, spans.at(-1)?.until ?? asOf)
  const take = (fans: Fans, one: Sighted): void => {
    if (!DateTime.isLessThan(one.at, asOf)) return void fans.ahead.push(one)
    const day = dayOf(one.at)
    fans.since = DateTime.min(fans.since ?? one.at, one.at)
    const sighting = Sightings.of(one, day)
    if (sighting !== undefined) fans.lives.take(sighting)
    // A letter to somebody who is forgotten is no sight of anybody.
    if (one.personal === undefined && one.kind !== "Outreach") fans.ofNobody.set(day, (fans.ofNobody.get(day) ?? 0) + 1)
  }
  const answer = (fans: Fans): ReadonlyArray<Gathered> => {
    const { ahead } = fans
    fans.ahead = []
    for (const one of ahead) take(fans, one)
    const since = fans.since !== undefined && DateTime.isLessThan(fans.since, until) ? fans.since : asOf
    return spans.map(({ period }) => {
      const today = Math.min(dayOf(asOf), toNumber(period.last))
      return {
        today,
        ofNobody: [...fans.ofNobody].reduce((so, [day, count]) => so + (day <= today ? count : 0), 0),
        heard: { kinds: Sightings.kinds.map(({ name }) => name), since },
        lives: [...fans.lives.lives.values()]
      }
    })
  }
  const begin = (): Fans => ({ lives: FanLife.gather(), ofNobody: new Map(), since: undefined, ahead: [] })
  const name = `fans of ${account} by days of ${timeZone}`
  return ObservationProjection.ask({ name, account, kinds: Sightings.kinds, begin, take }, answer)
}

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
