/**
 * What is asked often, as a fold over the log: an answer that is brought up to date by what is new, and never by reading everything again.
 *
 *     const posted = Projection.make({
 *       name: "posts by state", version: 1,
 *       state: Schema.Int, initial: 0,
 *       subject: ({ state }) => state,
 *       apply: (count) => count + 1
 *     })
 *
 * A projection has a state for every subject, or one for all. What it has come to is kept beside the log now and then, with the position up to
 * which it has read (`Snapshots`): a program that starts again reads on from there. Nothing is kept that the events do not say.
 *
 * @module
 */
import { Effect, Equal, Hash, Schema, Semaphore } from "effect"
import { type Entry, EventLog } from "./EventLog.ts"
import { Snapshots } from "./Snapshots.ts"
import { unstorable } from "./Storable.ts"
import { isUnavailable, type StoreUnavailable } from "./StoreUnavailable.ts"

/** A fold over the log. */
export interface Projection<State> {
  readonly name: string
  /** Raise it when `subject` or `apply` become others, or the state: what was kept by another version is not read. */
  readonly version: number
  /** How a state is kept. */
  readonly state: Schema.Codec<State, Schema.Json>
  /** The state of a subject of which no event is. One that comes back to it is forgotten, so that a projection may be as small as what is open. */
  readonly initial: State
  /** Whose state the event changes; nothing where it changes none. */
  readonly subject: (entry: Entry) => string | undefined
  /** The state after the event. Pure: the same log always comes to the same. */
  readonly apply: (state: State, entry: Entry) => State
}

/** Declares a projection; one without subjects has a single state, which is that of `""`. A name that no store can keep is a defect. */
export const make = <State>(
  declaration: Omit<Projection<State>, "subject"> & Partial<Pick<Projection<State>, "subject">>
): Projection<State> => {
  const wrong = unstorable("projection", nameOf(declaration))
  if (wrong !== undefined) throw new RangeError(wrong.message)
  return { subject: () => "", ...declaration }
}

/** The name of a projection that is another one over other things, however many they are: with two hashes of them, of 32 bits each. */
export const nameOver = (what: string, things: ReadonlyArray<string>): string =>
  [what, "of", things.length, hash(things), hash(things.toReversed())].join(" ")

const hash = (texts: ReadonlyArray<string>): string => (Hash.string(texts.join("\n")) >>> 0).toString(16)

/** A projection that is followed. Keep it: it remembers what it has read. */
export interface View<State> {
  /** Reads what is new. */
  readonly upToDate: Effect.Effect<void, StoreUnavailable, EventLog | Snapshots>
  /** The state of every subject that has another one than the initial one, in the order in which they came to have one. */
  readonly states: Effect.Effect<ReadonlyMap<string, State>, StoreUnavailable, EventLog | Snapshots>
  /** The state of one subject, as of now; of the only one, unless told. */
  readonly state: (subject?: string) => Effect.Effect<State, StoreUnavailable, EventLog | Snapshots>
}

/**
 * Follows a projection. It may be asked for by many at once, and reads every event once. Whoever keeps an order of their own beside it is told of
 * every state that it reads or comes to.
 */
export const follow = <State>(
  projection: Projection<State>,
  changed: (subject: string, state: State) => void = () => {}
): View<State> => {
  const turn = Semaphore.makeUnsafe(1)
  let known: Known<State> | undefined

  const current = Effect.gen(function* () {
    const log = yield* EventLog
    if (known === undefined) {
      known = yield* begin(projection)
      for (const [subject, state] of known.states) changed(subject, state)
    }
    while (true) {
      const page = yield* log.log(known.position, pageSize)
      for (const entry of page) {
        const defect = take(projection, known, entry, changed)
        if (defect !== undefined)
          yield* Effect.logError(`${projection.name} leaves out an event of ${entry.case}`, defect)
      }
      if (page.length < pageSize) break
    }
    if (known.unkept >= keptEvery && known.position > (known.kept ?? 0)) yield* keep(projection, known)
    return known.states
  }).pipe(turn.withPermit)

  return {
    upToDate: Effect.asVoid(current),
    // Whoever has asked keeps what it was then, whatever is read next.
    states: Effect.map(current, (states) => new Map(states)),
    state: (subject = "") => Effect.map(current, (states) => states.get(subject) ?? projection.initial)
  }
}

/** What a projection has read, and what of it is kept. */
interface Known<State> {
  readonly states: Map<string, State>
  position: number
  /** The position that is kept; nothing where none is, or what is kept cannot be read. */
  kept: number | undefined
  /** Subjects whose states may be others than those that are kept. */
  readonly changed: Set<string>
  /** How many events have been read since. */
  unkept: number
}

const pageSize = 500
/** A program that starts again reads no more events than these anew. */
const keptEvery = 200

const nameOf = ({ name, version }: Pick<Projection<never>, "name" | "version">): string => `${name}, version ${version}`

const begin = Effect.fnUntraced(function* <State>(projection: Projection<State>) {
  const snapshots = yield* Snapshots
  const log = yield* EventLog
  const snapshot = yield* snapshots.find(nameOf(projection))
  const nothing: Known<State> = { states: new Map(), position: 0, kept: undefined, changed: new Set(), unkept: 0 }
  if (snapshot === undefined) return nothing
  const [last] = yield* log.newest(1)
  if (snapshot.position > (last?.position ?? 0)) {
    yield* Effect.logWarning(
      `What is kept of ${projection.name} has read further than the log goes; the log is read again`
    )
    return nothing
  }
  const States = Schema.Array(Schema.Tuple([Schema.String, projection.state]))
  return yield* Schema.decodeEffect(States)([...snapshot.states]).pipe(
    Effect.map((states) => ({
      ...nothing,
      states: new Map(states),
      position: snapshot.position,
      kept: snapshot.position
    })),
    Effect.catch((error) =>
      Effect.as(
        Effect.logWarning(`What is kept of ${projection.name} cannot be read; the log is read again`, error),
        nothing
      )
    )
  )
})

/** Takes one event in. What cannot be applied is answered, and changes nothing. */
const take = <State>(
  { apply, initial, subject: of }: Projection<State>,
  known: Known<State>,
  entry: Entry,
  changed: (subject: string, state: State) => void
): unknown => {
  known.position = entry.position
  known.unkept++
  try {
    const subject = of(entry)
    if (subject === undefined) return undefined
    const next = apply(known.states.get(subject) ?? initial, entry)
    if (Equal.equals(next, initial)) known.states.delete(subject)
    else known.states.set(subject, next)
    known.changed.add(subject)
    changed(subject, next)
    return undefined
  } catch (defect) {
    return defect
  }
}

/** Keeps what it has come to. Somebody else may have kept more: then theirs stays, and is gone on from. */
const keep = Effect.fnUntraced(function* <State>(projection: Projection<State>, known: Known<State>) {
  const snapshots = yield* Snapshots
  const encode = Schema.encodeEffect(projection.state)
  const { kept: after, position } = known
  const subjects = after === undefined ? known.states.keys() : known.changed
  const states = yield* Effect.forEach(subjects, (subject) => {
    const state = known.states.get(subject)
    return Effect.map(state === undefined ? Effect.undefined : encode(state), (json) => [subject, json] as const)
  }).pipe(Effect.orDie)
  yield* snapshots.keep(nameOf(projection), { after, position, states: new Map(states) }).pipe(
    Effect.flatMap((isOurs) =>
      isOurs ? Effect.succeed(position) : Effect.map(snapshots.find(nameOf(projection)), (theirs) => theirs?.position)
    ),
    Effect.tap((kept) =>
      Effect.sync(() => {
        known.kept = kept
        // Of what others have kept it is not known which states are in it: all that have changed since are kept again.
        if (kept !== position) return
        known.changed.clear()
        known.unkept = 0
      })
    ),
    // What is not kept is read again, and nothing is lost; what is refused would be refused again at once.
    Effect.catch((failure) => {
      if (!isUnavailable(failure)) known.unkept = 0
      return Effect.logWarning(`${projection.name} is not kept: ${failure.message}`)
    })
  )
})
