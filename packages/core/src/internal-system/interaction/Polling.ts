/**
 * Polling for ever: each source is read as often as the handbook's promise of an answer asks, and as the day's calls allow.
 *
 * One program listens for an account. A second one opens no case twice, but spends calls of the same day.
 *
 * @module
 */
import { DateTime, Duration, Effect, Option } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { Moment } from "../../calendar/Moment.ts"
import { current, type Editions } from "../../operations/Editions.ts"
import type { EventLog } from "../../operations/EventLog.ts"
import { isUnavailable } from "../../operations/StoreUnavailable.ts"
import * as Quota from "../planning/Quota.ts"
import { QuotaLedger } from "../planning/QuotaLedger.ts"
import * as QuotaLeft from "../planning/QuotaLeft.ts"
import * as QuotaPlan from "../planning/QuotaPlan.ts"
import { AnswerProcess } from "./AnswerProcess.ts"
import type { Cursors } from "./Cursors.ts"
import * as Intake from "./Intake.ts"
import { type Failure, type Interactions, nameOf, type Source } from "./Interactions.ts"
import * as News from "./News.ts"
import { Unread } from "./Unread.ts"

/** Who listens, and where. */
export interface Options {
  readonly account: AccountId
  /** Everything that came to the account, unless told; the reposts of a post are heard only where they are named. */
  readonly sources?: ReadonlyArray<Source>
  /**
   * What was written before then is passed over; nothing is, unless told. For an account that is not new: all that the platform still shows
   * would become cases, and cost the calls to read it.
   */
  readonly from?: Moment
  /** What the platform allows the app; an ordinary app's quotas unless told. */
  readonly limits?: Quota.Limits
  /** Posts and answers of a day for which calls are kept; 10 unless told. */
  readonly writes?: number
}

/** Everything that comes to an account, without being asked for one post after the other. */
export const everywhere: ReadonlyArray<Source> = ["comments", "mentions", "mentions in comments"]

/**
 * Listens for ever, to each source by itself. What goes wrong is logged, and the source is heard again when there is something to hope for: a
 * platform that is busy, or whose calls are used up, when it says so or at the next turn; one that has to be authorised anew at the next turn, for nobody says when a person
 * has done it; one that does not show a source when the next day begins. While the store does not answer, nothing is read that could not be kept.
 *
 * Where the program provides `Unread`, each source is read in time for the promise, and the calls that are left go to counting: what a count says
 * may be new is read at once.
 */
export const run = (
  options: Options
): Effect.Effect<never, never, Cursors | QuotaLedger | QuotaLeft.QuotaLeft | EventLog | Interactions | Editions> =>
  Effect.gen(function* () {
    const sources = options.sources ?? everywhere
    const unread = Option.getOrUndefined(yield* Effect.serviceOption(Unread))
    const news = News.make(sources, unread !== undefined)
    const listener: Listener = { ...options, news, unauthorised: new Map() }
    const turns = sources.map((source) => Effect.forever(turn(listener, source)))
    const counting = unread === undefined ? [] : [Effect.forever(count(listener, unread))]
    yield* Effect.all([...turns, ...counting], { concurrency: "unbounded", discard: true })
    return yield* Effect.never
  })

/** Whoever listens, with what they have found out. */
interface Listener extends Options {
  readonly news: News.News
  /** Sources that cannot be read before a person has authorised the account, and in which words that was said. */
  readonly unauthorised: Map<string, string>
}

/** Hears whatever there is, unless the platform would not let anything be read, and rests until the next turn. */
const turn = (options: Listener, source: Source) =>
  Effect.flatMap(left(options), ({ calls }) =>
    calls !== undefined && calls.left <= 0
      ? Effect.void
      : Effect.flatMap(hearAll(options, source), (found) => {
          options.unauthorised.delete(nameOf(source))
          return options.news.read(source, found)
        })
  ).pipe(
    Effect.as(undefined),
    Effect.catch((failure) => restAfter(options, failure, nameOf(source))),
    Effect.flatMap((rest) =>
      rest === undefined ? Effect.raceFirst(restByPlan(options, source), options.news.wait(source)) : Effect.sleep(rest)
    ),
    Effect.catchDefect((defect) =>
      Effect.andThen(
        Effect.logError(`${nameOf(source)} cannot be heard; it is tried again in an hour`, defect),
        Effect.sleep(anHour)
      )
    )
  )

const anHour = Duration.hours(1)

/** Counts once, when the plan says; where it has no calls for that, it may in an hour. */
const count = Effect.fnUntraced(function* (options: Listener, unread: Unread["Service"]) {
  const rest = options.news.pause() ?? (yield* planned(options, ({ count }) => count)).rest
  yield* Effect.sleep(rest ?? anHour)
  if (rest === undefined) return
  const counts = yield* unread.count(options.account).pipe(
    Effect.tapError(({ message }) => Effect.logDebug(`what is unread cannot be counted: ${message}`)),
    Effect.orElseSucceed(() => undefined),
    Effect.catchDefect((defect) => Effect.as(Effect.logError("what is unread cannot be counted", defect), undefined))
  )
  yield* options.news.take(counts)
})

/**
 * Rests as the plan of the calls that are left says. That a rest is longer than was promised is true of one moment only: somebody else's clock
 * may have begun its day later, or calls may have come back. So it is asked again, at growing pauses, for asking costs no call.
 */
const restByPlan = Effect.fnUntraced(function* (options: Listener, source: Source) {
  const first = yield* interval(options, source)
  yield* Effect.forEach(first.findings, ({ message }) => Effect.logWarning(message.en), { discard: true })
  let now = yield* DateTime.now
  let due = DateTime.addDuration(now, first.rest)
  let pause = Duration.isGreaterThan(first.rest, first.within) ? QuotaPlan.shortest : first.rest
  while (DateTime.isGreaterThan(due, now)) {
    yield* Effect.sleep(Duration.min(pause, DateTime.distance(now, due)))
    now = yield* DateTime.now
    pause = Duration.min(Duration.times(pause, 2), anHour)
    if (DateTime.isGreaterThan(due, now)) {
      due = DateTime.min(due, DateTime.addDuration(now, (yield* interval(options, source)).rest))
    }
  }
})

/** One piece after the other. What was read has cost a call: while the store does not answer, it is held, and not read again. */
const hearAll = Effect.fnUntraced(function* ({ account, from }: Options, source: Source) {
  let [more, found] = [true, false]
  while (more) {
    const piece = yield* patiently(Intake.next(account, source))
    const heard = yield* patiently(Intake.takeIn(account, source, piece, from))
    if (heard.cases.length > 0) yield* Effect.logInfo(`${nameOf(source)}: ${heard.cases.length} heard`)
    more = heard.more
    found ||= heard.cases.length > 0
  }
  return found
})

const patiently = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  effect.pipe(
    Effect.tapError((error) =>
      isUnavailable(error) ? Effect.andThen(Effect.logWarning(error.message), Effect.sleep("5 seconds")) : Effect.void
    ),
    Effect.retry({ while: isUnavailable })
  )

/** How long to leave a source alone, where that is not for the plan to say. */
const restAfter = Effect.fnUntraced(function* ({ unauthorised }: Listener, failure: Failure, name: string) {
  const says = `${name}: ${failure.message}`
  switch (failure._tag) {
    case "Reading.TryLater":
      yield* Effect.logWarning(says)
      return failure.after && Duration.max(failure.after, QuotaPlan.shortest)
    case "Reading.Unauthorised": {
      // Every turn of every source finds the same dead grant: said once is enough.
      const known = [...unauthorised.values()].includes(failure.message)
      unauthorised.set(name, failure.message)
      if (!known) yield* Effect.logError(says)
      return undefined
    }
    case "Reading.CursorIgnored":
      // What could not be read is a person's by now, and what is newer waits.
      yield* Effect.logError(says)
      return QuotaPlan.shortest
    case "Reading.NotShown": {
      yield* Effect.logError(says)
      const now = yield* DateTime.now
      return DateTime.distance(now, DateTime.addDuration(Quota.dayOf(now), "1 day"))
    }
  }
})

/** How long a source rests by the plan of the calls that are left at this moment, what was promised of it, and what the plan finds out. */
const interval = (options: Listener, source: Source) =>
  Effect.map(
    planned(options, ({ every }) => every[nameOf(source)]),
    ({ findings, plan, rest, within }) => ({
      within,
      rest: rest ?? within,
      findings: [...findings, ...plan.findings.filter(({ where }) => where.path === `watches.${nameOf(source)}`)]
    })
  )

/** The plan at this moment, and what of it is asked for. */
const planned = Effect.fnUntraced(function* <A>(options: Listener, pick: (plan: QuotaPlan.QuotaPlan) => A) {
  const { account, limits = Quota.ordinary, sources = everywhere, writes = 10 } = options
  const at = yield* DateTime.now
  const ledger = yield* QuotaLedger
  // The ledger is asked last: a call stands in it before it is made.
  const said = yield* left(options)
  const believed = yield* patiently(ledger.used(Quota.callsOf(account), Quota.dayOf(at)))
  const { findings, used } = QuotaLeft.usedUp(limits, believed, said)
  const within = yield* noticedWithin(account)
  // Nothing that came from here waits for news from here: it waits for a person.
  const watches = sources.map((one) => ({
    name: nameOf(one),
    within,
    openCases: 0,
    counted: options.news.isCounted(one)
  }))
  const renews = said.renewsIn && DateTime.addDuration(at, said.renewsIn)
  const plan = QuotaPlan.make({ limits, at, used, writes, watches, ...(renews && { renews }) })
  return { within, findings, plan, rest: pick(plan) }
})

/** What the platform says is left; where it does not say it, the ledger is all there is. */
const left = ({ account }: Options) =>
  QuotaLeft.QuotaLeft.use((port) => Effect.catch(port.ask(account), () => Effect.succeed<QuotaLeft.Said>({})))

/** Half of the promise is for noticing that a fan waits, in every hour of the day, and half for whoever answers. */
const noticedWithin = Effect.fnUntraced(function* (account: AccountId) {
  const edition = yield* current(account)
  if (edition === undefined) return yield* Effect.die(`No handbook of the house is for the account ${account}`)
  return Duration.times(edition.settings(AnswerProcess).within.time, 0.5)
})
