/**
 * Takes in what fans wrote: a piece of a source is read, each interaction in it gets its case, and only then the cursor moves.
 *
 * Whoever dies on the way reads the piece once more, and what has its case by then gets no second one. Of one interaction there is one case
 * for ever, however often it is delivered, by whatever source, and whatever has become of its words.
 *
 * @module
 */
import { DateTime, Effect, Hash, Option } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import { UnclaimedOutcomeProcess } from "../../attention/UnclaimedOutcomeProcess.ts"
import { type Moment, minimum } from "../../calendar/Moment.ts"
import type { Editions } from "../../operations/Editions.ts"
import { EventLog } from "../../operations/EventLog.ts"
import * as Handbooks from "../../operations/Handbooks.ts"
import * as Operations from "../../operations/Operations.ts"
import { once } from "../../operations/OwnCases.ts"
import type * as Reading from "../../operations/Reading.ts"
import { isUnavailable, type StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import { world } from "../../process/Actor.ts"
import { CaseId } from "../../process/Case.ts"
import type { Any } from "../../process/Process.ts"
import { AnswerProcess } from "./AnswerProcess.ts"
import { Cursors } from "./Cursors.ts"
import { type Incoming, isPrivate } from "./Incoming.ts"
import type { Interaction, InteractionId } from "./Interaction.ts"
import { type Cursor, type Failure, Interactions, nameOf, type Piece, type Source } from "./Interactions.ts"
import { Reception } from "./Reception.ts"

/** The cases of what fans wrote, the oldest first, and whether there is more to read already. */
export interface Polled {
  readonly cases: ReadonlyArray<CaseId>
  readonly more: boolean
}

/** The case of what a fan wrote to an account. Who speaks to two accounts at once has a case with each. */
export const caseOf = (account: AccountId, interaction: InteractionId): CaseId =>
  CaseId.make(`${account}/${interaction}`)

/** Reads one piece of a source and takes it in: with one call to the platform, from the cursor on. What was written before `from` is passed over. */
export const poll = (
  account: AccountId,
  source: Source,
  from?: Moment
): Effect.Effect<Polled, Failure | StoreUnavailable, Cursors | EventLog | Interactions | Editions> =>
  Effect.flatMap(next(account, source), (piece) => takeIn(account, source, piece, from))

/** The next piece of a source; what came while a gap was open stands above it, so behind a gap there may be more. The cursor stays where it is. */
export const next = Effect.fn("Intake.next")(function* (account: AccountId, source: Source) {
  const cursors = yield* Cursors
  const interactions = yield* Interactions
  const cursor = yield* cursors.find(account, source)
  const piece = yield* interactions
    .read(account, source, cursor)
    .pipe(Effect.tapErrorTag("Reading.CursorIgnored", (ignored) => giveUpGap(account, source, cursor, ignored)))
  return { ...piece, more: piece.more || cursor.gap !== undefined } satisfies Piece
})

/** Sees to it that whatever fans wrote in a piece has its case, and moves the cursor. */
export const takeIn = Effect.fn("Intake.takeIn")(function* (
  account: AccountId,
  source: Source,
  { cursor, interactions, more, unreadable = [] }: Piece,
  from: Moment = minimum
) {
  const recent = interactions.filter(({ at }) => DateTime.isGreaterThanOrEqualTo(at, from))
  // What the account itself wrote is nothing that it has to answer.
  const wrote = recent.filter((one) => String(one.from.id) !== account).toReversed()
  const reception = yield* Effect.serviceOption(Reception)
  const cases = yield* Option.isSome(reception)
    ? reception.value.receive(account, wrote)
    : Effect.forEach(wrote, (one) => open(account, one))
  yield* Effect.forEach(unreadable, ({ id, lacks }) => {
    const name = id ?? `without an id ${Hash.string(lacks)}`
    const told = `${nameOf(source)} has ${name}, in which this cannot be read: ${lacks}`
    return strand(account, CaseId.make(`${account}/unreadable/${nameOf(source)}/${name}`), told, "it cannot be read")
  })
  // Below what is too old, everything is.
  const reachesBack = recent.length < interactions.length && cursor.gap !== undefined
  yield* keep(account, source, reachesBack ? { since: cursor.gap.top } : cursor)
  return { cases, more } satisfies Polled
})

/** Sees to it that the words have an answer's case, or, where they cannot have one, that a person looks. */
export const open = (
  account: AccountId,
  interaction: Interaction
): Effect.Effect<CaseId, StoreUnavailable, EventLog | Editions> => begin(AnswerProcess, account, interaction)

/** Sees to it that the words have a case of this process, which has a step `Receive` of the world, or that a person looks. */
export const begin = Effect.fnUntraced(function* (process: Any, account: AccountId, interaction: Incoming) {
  const id = caseOf(account, interaction.id)
  const why = yield* Operations.send<Any, string>(process, {
    key: "received",
    case: id,
    step: "Receive",
    by: world,
    // Every process that receives takes these two, and whatever else it takes may be left out.
    input: { account, interaction } as never
  }).pipe(Effect.as(undefined), Effect.catch(unlessUnavailable), Effect.catchDefect(Effect.succeed))
  // Where it has its case already, it came before, from another source or in other words.
  if (why !== undefined && !(yield* isBegun(process, id))) {
    // Without the fan's own words, which are hostile text: they are read where they stand.
    yield* strand(
      account,
      id,
      `${interaction.kind} of ${interaction.from.id}${isPrivate(interaction) ? "" : `, post ${interaction.post}`}`,
      why,
      process.name
    )
  }
  return id
})

/**
 * What cannot become a case must neither be passed over nor stop what comes after it: it is an unclaimed outcome, which waits for a person. It happens
 * where an adapter delivers what the process has no words for, a moment out of bounds for one, and where the edition cannot run the process.
 */
export const strand = Effect.fnUntraced(function* (
  account: AccountId,
  id: CaseId,
  told: string,
  why: unknown,
  process: string = AnswerProcess.name
) {
  const opening = Effect.gen(function* () {
    yield* Effect.logError(`${id} was written by a fan and cannot become a case: somebody has to look`, why)
    yield* Operations.send(UnclaimedOutcomeProcess, {
      key: "turned up",
      case: id,
      // Where no handbook has the account, somebody looks all the same.
      ...(yield* Handbooks.knownAccount(account)),
      step: "TurnUp",
      by: world,
      input: {
        process,
        case: id,
        action: "Receive",
        key: id,
        outcome: "done",
        told,
        why: why instanceof Error ? why.message : String(why)
      }
    })
  })
  yield* once(UnclaimedOutcomeProcess, id, opening)
})

/** What the platform does not give out is a person's to look for; listening goes on with what is newer. */
const giveUpGap = Effect.fnUntraced(function* (
  account: AccountId,
  source: Source,
  { gap, since }: Cursor,
  { message }: Reading.CursorIgnored
) {
  if (gap === undefined) return
  const lost = `${nameOf(source)} between ${since} and ${gap.below}`
  yield* strand(account, CaseId.make(`${account}/gap/${lost}`), lost, message)
  yield* keep(account, source, { since: gap.top })
})

/** An account that has cases has a name that is kept, and so has its post. */
const keep = (account: AccountId, source: Source, cursor: Cursor) =>
  Effect.catchTag(
    Cursors.use((cursors) => cursors.keep(account, source, cursor)),
    "EventLog.Unstorable",
    Effect.die
  )

const unlessUnavailable = (refusal: unknown) =>
  isUnavailable(refusal) ? Effect.fail(refusal) : Effect.succeed(refusal)

const isBegun = Effect.fnUntraced(function* ({ name }: Any, id: CaseId) {
  const store = yield* EventLog
  return (yield* store.read({ process: name, case: id })).length > 0
})
