/**
 * Reads what was heard, and raises alarms: a program lets it `run` beside whoever listens, or calls `round` now and then. What it has learnt is kept beside the log, so that
 * it goes on where it stopped; a second alarm of a term that has one open, or had one judged of late, is not raised; beyond so many a day none is.
 *
 * @module
 */
import { DateTime, Duration, Effect, Schema, Semaphore } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { Holidays } from "../../calendar/Holidays.ts"
import type { TimeZone } from "../../calendar/TimeZone.ts"
import * as Burst from "../../internal-system/monitoring/Burst.ts"
import * as KindOfDay from "../../internal-system/monitoring/KindOfDay.ts"
import type { Mention } from "../../internal-system/monitoring/Mention.ts"
import * as Monitor from "../../internal-system/monitoring/Monitor.ts"
import * as Watching from "../../internal-system/monitoring/Watching.ts"
import * as Heard from "../../internal-system/triage/Heard.ts"
import type * as Observation from "../../observations/Observation.ts"
import * as Observations from "../../observations/Observations.ts"
import { Snapshots } from "../../operations/Snapshots.ts"
import * as AlarmRaising from "./AlarmRaising.ts"
import type { MonitoringSection } from "./MonitoringSection.ts"

/** What a program says of the account that it watches. */
export interface Watch {
  readonly account: AccountId
  readonly monitoring: MonitoringSection
  readonly zone: TimeZone
  readonly holidays: Holidays
}

/** What a round came to. */
export interface Round {
  readonly read: number
  readonly raised: number
  readonly updated: number
  /** Bursts that became no case: too soon after a judgement, or too many a day. */
  readonly heldBack: number
}

/** What is kept of all terms together. */
const Place = Schema.Struct({ read: Schema.Int })
const place = "read"

/** Watches an account. Keep it: it remembers what is still counted. */
export const make = ({ account, holidays, monitoring, zone }: Watch) => {
  const hourOf = KindOfDay.reader(holidays, zone)
  const bucket = Duration.toMillis(monitoring.bucket)
  const settings: Monitor.Settings = {
    ...Monitor.usual,
    bucket,
    lateness: bucket,
    burst: { ...Burst.usual, limit: monitoring.limit }
  }
  const fresh = (kept?: Monitor.Kept) => new Monitor.Monitor(settings, hourOf, kept)
  const watched = monitoring.terms.map((term) => ({ name: term.name, says: Watching.compile(term), monitor: fresh() }))
  const raising = AlarmRaising.make({ account, monitoring })
  const name = `monitor of ${account}`
  const turn = Semaphore.makeUnsafe(1)
  /** The first position of each bucket that is still counted: from there it is read again after a start. */
  const firsts = new Map<number, number>()
  let position: { safe: number; read: number; kept: number | undefined } | undefined

  const begin = Effect.gen(function* () {
    const snapshots = yield* Snapshots
    const kept = yield* snapshots.find(name)
    if (kept === undefined) return { safe: 0, read: 0, kept: undefined }
    for (const one of watched) {
      const state = Schema.decodeUnknownOption(Monitor.Kept)(kept.states.get(`term ${one.name}`))
      if (state._tag === "Some") one.monitor = fresh(state.value)
    }
    const read = Schema.decodeUnknownOption(Place)(kept.states.get(place))
    return { safe: kept.position, read: read._tag === "Some" ? read.value.read : kept.position, kept: kept.position }
  })

  /**
   * Takes in what was heard since the last round, and lets time pass. `isDeaf` says that nobody has listened since: then silence is not learnt as such.
   */
  const round = Effect.fn("AlarmWatch.round")(function* (isDeaf: boolean = false) {
    const at = position ?? (yield* begin)
    const now = (yield* DateTime.now).epochMilliseconds
    const news: Array<AlarmRaising.Told> = []
    let [after, read] = [at.safe, 0]
    while (true) {
      const page = yield* Observations.read([Heard.kind], after, pageSize)
      for (const one of page.observations) {
        if (one.account !== account) continue
        read++
        const mention = mentionOf(one)
        if (mention === undefined) continue
        const start = Math.floor(Math.min(mention.at, now) / bucket) * bucket
        for (const { monitor, name: term, says } of watched) {
          const settled = monitor.state.settled
          // Read again after a start: what was settled then has been counted.
          if (one.position <= at.read && settled !== undefined && start < settled) continue
          if (!says(mention.text)) continue
          if (settled === undefined || start >= settled)
            firsts.set(start, Math.min(firsts.get(start) ?? one.position, one.position))
          news.push(...monitor.hear(mention, now).map((told) => ({ ...told, term })))
        }
      }
      if (page.next === after) break
      after = page.next
    }
    let settled = Number.POSITIVE_INFINITY
    for (const { monitor, name: term } of watched) {
      const more = [...monitor.grown(), ...monitor.pass(now, isDeaf)]
      news.push(...more.map((told) => ({ ...told, term })))
      settled = Math.min(settled, monitor.state.settled ?? 0)
    }
    for (const start of firsts.keys()) if (start < settled) firsts.delete(start)
    const done = yield* raising.tell(news, now)
    position = { safe: after, read: after, kept: yield* keep(after, at.kept) }
    const result: Round = { read, ...done }
    return result
  })

  /** An alarm is in the log before what raised it is kept as done. */
  const keep = Effect.fnUntraced(function* (read: number, before: number | undefined) {
    const snapshots = yield* Snapshots
    const safe = Math.min(read, ...[...firsts.values()].map((first) => first - 1))
    const states = new Map<string, Schema.Json>([[place, { read }]])
    for (const { monitor, name: term } of watched)
      states.set(`term ${term}`, Schema.encodeSync(Schema.toCodecJson(Monitor.Kept))(monitor.state))
    const isKept = yield* Effect.orDie(snapshots.keep(name, { after: before, position: safe, states }))
    return isKept ? safe : before
  })

  return {
    /** A round; one at a time. */
    round: (isDeaf?: boolean) => turn.withPermit(round(isDeaf))
  }
}

/**
 * Watches for as long as it runs: a round every minute, unless it is said otherwise. Whoever listens catches up before the first, and silence from before
 * it, or while the machine stood still, is not learnt as such. A store that does not answer is asked again.
 */
export const run = Effect.fn("AlarmWatch.run")(function* (watch: Watch, every: Duration.Input = "1 minute") {
  const { round } = make(watch)
  const longest = Math.max(Duration.toMillis(watch.monitoring.bucket), 2 * Duration.toMillis(every))
  let before = Number.NEGATIVE_INFINITY
  const turn = Effect.gen(function* () {
    const now = (yield* DateTime.now).epochMilliseconds
    yield* round(now - before > longest)
    before = now
  })
  const patient = Effect.catch(turn, ({ message }) => Effect.logWarning(message))
  return yield* Effect.forever(Effect.andThen(Effect.sleep(every), patient))
})

const pageSize = 1_000

/** What was said in public, and is not erased. */
const mentionOf = ({ at, facts, personal }: Observation.RecordedOf<typeof Heard.kind>): Mention | undefined =>
  personal === undefined || facts.kind === "private message" || facts.label === "spam"
    ? undefined
    : {
        id: facts.interaction,
        author: personal.fan,
        at: at.epochMilliseconds,
        text: personal.text,
        medium: facts.kind,
        post: facts.post,
        name: personal.name,
        isNegative: facts.label === "complaint" || facts.label === "attack"
      }
