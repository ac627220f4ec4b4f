/**
 * Begins the cases that the agendas of today's editions say, each once, however many workers look at it.
 *
 * @module
 */
import { Clock, DateTime, Effect } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import { world } from "../process/Actor.ts"
import type { Opening } from "../process/Agenda.ts"
import { caseFor } from "../process/CaseName.ts"
import type { Any, InputOf } from "../process/Process.ts"
import { type Edition, Editions } from "./Editions.ts"
import type { EventLog } from "./EventLog.ts"
import * as Handbooks from "./Handbooks.ts"
import * as Operations from "./Operations.ts"
import { once } from "./OwnCases.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

type Opened = Effect.Effect<number, StoreUnavailable, EventLog | Editions>

/**
 * Begins what is due by today's editions, of these processes; answers how many cases there were to begin. Where nobody was there for a while,
 * what has been missed since the last case of its series is begun as well, a week back; a series that has none begins with what is now. So
 * another edition changes only what lies ahead.
 */
export const open = (processes: ReadonlyArray<Any>): Opened => openUnless(processes, new Set())

/** The same for a worker: it looks once a minute, and remembers what there is. */
export const make = (processes: ReadonlyArray<Any>): Effect.Effect<Opened> =>
  Effect.sync(() => {
    const known = new Set<string>()
    let next = Number.NEGATIVE_INFINITY
    return Effect.gen(function* () {
      const now = Number((yield* Clock.monotonicTimeNanos) / 1_000_000n)
      if (now < next) return 0
      const begun = yield* openUnless(processes, known)
      next = now + betweenLooks
      return begun
    })
  })

const openUnless = Effect.fnUntraced(function* (processes: ReadonlyArray<Any>, known: Set<string>) {
  const all = yield* (yield* Editions).today
  let begun = 0
  for (const today of all) begun += yield* openBy(today, all.length === 1, processes, known)
  return begun
})

const openBy = Effect.fnUntraced(function* (
  today: Edition,
  isOnly: boolean,
  processes: ReadonlyArray<Any>,
  known: Set<string>
) {
  const { agenda } = today
  if (agenda === undefined) return 0
  const now = yield* DateTime.now
  const due = agenda(DateTime.subtract(now, { days: mostDays }), now)
    .filter(({ process }) => processes.includes(process))
    .map((one) => (isOnly ? one : ownOf(today, one)))
  let begun = 0
  for (const series of Map.groupBy(due, ({ series }) => series).values()) {
    for (const one of yield* missed(series, known, now)) {
      yield* begin(one, today)
      known.add(one.case)
      begun++
    }
  }
  return begun
})

/** Two handbooks may call a round alike, and each has its own. */
const ownOf = ({ accounts: [account = ""] }: Edition, one: Opening): Opening => ({
  ...one,
  case: caseFor(`${account}/${one.case}`)
})

/** How many days back what was missed is begun. */
const mostDays = 7
/** In milliseconds, of a clock that only measures. */
const betweenLooks = 60_000

/** Those of a series that are to be begun, the earliest first. */
const missed = Effect.fnUntraced(function* (series: ReadonlyArray<Opening>, known: Set<string>, now: Moment) {
  const left: Array<Opening> = []
  for (const one of series.toReversed()) {
    if (known.has(one.case) || (yield* Operations.load(one.process, one.case)) !== undefined) {
      known.add(one.case)
      return left.toReversed()
    }
    left.push(one)
  }
  return left.filter(({ until }) => DateTime.isGreaterThan(until, now)).toReversed()
})

const begin = ({ case: id, input, process, step }: Opening, today: Edition) =>
  once(
    process,
    id,
    // An opening is made with the input of its own step.
    Operations.send(process, {
      key: "agenda",
      case: id,
      step,
      by: world,
      input: input as InputOf<Any, string>,
      ...Handbooks.accountOf(today)
    })
  )
