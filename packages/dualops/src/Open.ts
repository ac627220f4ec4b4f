/**
 * Opens a house: its handbook is read, its store made ready, and from then on it can be asked.
 *
 * @module
 */
import { type Carrier, Caseload, ChineseHolidays, Operations } from "@dualops/core"
import { type Editions, EventLog, isUnavailable, Offers } from "@dualops/core/operations"
import { KeptEditions, type Practice, Practices } from "@dualops/core/practices"
import { Cause, type Context, Effect, Exit, Layer, Scope } from "effect"
import * as Answer from "./Answer.ts"
import { Follower, type Following } from "./Follower.ts"
import { actorOf, caseOf, personOf, taken } from "./Given.ts"
import { type HandbookGiven, read } from "./HandbookGiven.ts"
import type { House } from "./House.ts"
import { Lifetime } from "./Lifetime.ts"
import * as Log from "./Log.ts"
import { type Kept, layerOf, type StoreGiven } from "./StoreGiven.ts"
import * as Working from "./Working.ts"

/** What a house is opened with. `R` is what its carriers need beside themselves: nothing, where they are async functions. */
export interface Options<R = never> {
  /** The handbook, or one for each account. */
  readonly handbook: HandbookGiven | readonly [HandbookGiven, ...ReadonlyArray<HandbookGiven>]
  readonly store: StoreGiven
  /** Who carries what cases ask for: `carrier(kind, async …)`, or those of the house, such as `PostCarriers.carriers`. None, if left out. */
  readonly carriers?: ReadonlyArray<Carrier.AnyCarrier<R>>
  /** What it can do; everything that the library can, if left out. With a capability of your own: `[...practices, mine]`. */
  readonly practices?: ReadonlyArray<Practice.Practice>
  /** Who hears what it says; the standard error output hears warnings and errors, if left out. */
  readonly log?: Log.Log
}

/** The ports that carriers of the house need, as a layer: asked for where there are such carriers, and there only. */
export type Services<R> = [R] extends [never]
  ? { readonly services?: never }
  : { readonly services: Layer.Layer<R, unknown, Kept | Editions.Editions> }

/**
 * Opens a house. Rejects with `HandbookFaulty`, which has every finding, with why the store cannot be opened, or with why the house cannot start on
 * it (`KeptEdition.ChangedWithoutVersion`, `KeptEdition.Lacking`, …); nothing is left open then.
 */
export const open = async <R = never>(options: Options<R> & Services<R>): Promise<House> => {
  const { carriers = [], handbook, log = Log.toConsole, practices = Practices.house, store } = options
  const given = isList(handbook) ? handbook : ([handbook] as const)
  const [first, ...others] = given
  const handbooks = [await read(first, practices), ...(await all(others, practices))] as const
  const house = KeptEditions.layer(handbooks, ChineseHolidays.holidays, practices).pipe(
    Layer.provideMerge(layerOf(store)),
    Layer.provideMerge(Log.layerOf(log))
  )
  // Where there are carriers that need something, their services were asked for by the type.
  const services = (options.services ?? Layer.empty) as Layer.Layer<R, unknown, Kept | Editions.Editions>
  const lifetime = await begin(Layer.provideMerge(services, house))
  return make(lifetime, Practices.processes(practices), carriers)
}

const isList = (given: Options["handbook"]): given is readonly [HandbookGiven, ...ReadonlyArray<HandbookGiven>] =>
  Array.isArray(given)

const all = (given: ReadonlyArray<HandbookGiven>, practices: ReadonlyArray<Practice.Practice>) =>
  Promise.all(given.map((one) => read(one, practices)))

/** Whatever was opened before it went wrong is closed. */
const begin = async <R>(layer: Layer.Layer<R, unknown>): Promise<Lifetime<R>> => {
  const scope = Scope.makeUnsafe()
  const exit: Exit.Exit<Context.Context<R>, unknown> = await Effect.runPromiseExit(Layer.buildWithScope(layer, scope))
  if (Exit.isSuccess(exit)) return new Lifetime(exit.value, scope)
  await Effect.runPromise(Scope.close(scope, exit))
  throw Cause.squash(exit.cause)
}

const make = <R>(
  lifetime: Lifetime<R | Kept | Editions.Editions>,
  processes: House["processes"],
  carriers: ReadonlyArray<Carrier.AnyCarrier<R>>
): House => {
  const caseload = Caseload.make(processes)
  const followers = new Set<Follower>()
  const moved = <A>(answer: A): A => {
    for (const one of followers) one.look()
    return answer
  }
  const close = () => lifetime.close()
  return {
    processes,
    send: async (process, { by, case: id, input, ...order }) => {
      const told = taken(input)
      const [wrong, ...more] = Operations.mistakesIn(process, order.step, told, { onExcessProperty: "error" })
      if (wrong !== undefined) {
        lifetime.assertOpen()
        return { ok: false, refusal: new Operations.BadInput({ findings: [wrong, ...more] }) }
      }
      // The step's own schema has just read it.
      const sent = { ...order, case: caseOf(id), by: actorOf(by), input: told as typeof order & never }
      return moved(await lifetime.run(Answer.of(Operations.send(process, sent))))
    },
    submit: async (json, by) => moved(await lifetime.run(Answer.of(Operations.submit(processes, actorOf(by), json)))),
    offers: (person, most) => lifetime.run(Offers.to(caseload, personOf(person), most)),
    desk: (person, most) => lifetime.run(caseload.desk(personOf(person), most)),
    find: (process, id) => lifetime.run(Operations.load(process, caseOf(id))),
    history: (process, id) => lifetime.run(Operations.read(process, caseOf(id))),
    events: (following = {}) => follow(lifetime, followers, following),
    work: (how = {}) => Working.start(lifetime, { processes, carriers }, how),
    close,
    [Symbol.asyncDispose]: close
  }
}

const follow = <R>(lifetime: Lifetime<R | Kept>, followers: Set<Follower>, following: Following): Follower => {
  const kept = lifetime.keep({ end: async () => follower.end() })
  const follower: Follower = new Follower(
    {
      read: (after, signal) => lifetime.run(patiently(EventLog.EventLog.use((log) => log.log(after, page))), signal),
      over: () => {
        kept.over()
        followers.delete(follower)
      }
    },
    following
  )
  followers.add(follower)
  if (following.signal?.aborted === true) follower.end()
  return follower
}

const page = 500

/** A store that does not answer is asked again, aloud; one that is broken is an error of whoever reads. */
const patiently = <A, E, R>(reading: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.catch(reading, (error) =>
    isUnavailable(error) && error.isBroken !== true
      ? Effect.logWarning(error.message).pipe(
          Effect.andThen(Effect.sleep("1 second")),
          Effect.andThen(patiently(reading))
        )
      : Effect.fail(error)
  )
