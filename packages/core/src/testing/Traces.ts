/**
 * Random runs of a process, made from its declaration alone: people who may and people who may not, in their own place and in
 * others', in time and late, deadlines and outcomes, in order and out of order.
 *
 * Most moves are such as can be made, and each run wishes to take some step first, so that together they reach the far ends of the
 * process; `Coverage` measures that.
 *
 * @module
 */
import { DateTime, Result } from "effect"
import * as fc from "fast-check"
import type { Moment } from "../calendar/Moment.ts"
import { describe, type Permission, type PersonId } from "../process/Actor.ts"
import { type Calendars, everyMinute } from "../process/Calendars.ts"
import { type Case, type CaseId, HandbookVersion } from "../process/Case.ts"
import { caseFor } from "../process/CaseName.ts"
import { beginning } from "../process/CaseOrder.ts"
import { isPersonal } from "../process/Declaration.ts"
import * as Process from "../process/Process.ts"
import * as Inputs from "./Inputs.ts"
import * as Move from "./Move.ts"
import type { Rulebook } from "./ProcessSpec.ts"
import * as Rights from "./Rights.ts"
import * as Wish from "./Wish.ts"

/** What the runs of a process are made of. */
export interface Cast<P extends Process.Any> extends Inputs.Told<P> {
  /** Everybody who may turn up; each of them may also come in the place of each other. */
  readonly people: ReadonlyArray<PersonId>
  /** What the handbooks say that are tried, one in each run. */
  readonly settings: ReadonlyArray<Process.SettingsOf<P>>
  /** By whose hours the deadlines count; without them, every minute does. */
  readonly calendars?: Calendars
}

/** Somebody tried to take a step: what was tried, the answer, and the case before and after it. */
export interface Tried<P extends Process.Any> {
  readonly attempt: Process.Attempt<P>
  readonly before: Case<Process.StateOf<P>> | undefined
  readonly answer: Result.Result<Process.EventOf<P>, Process.RefusalOf<P>>
  readonly after: Case<Process.StateOf<P>> | undefined
}

/** One run: the rules, all that was tried, and what of it happened. */
export interface Trace<P extends Process.Any> {
  readonly rulebook: Rulebook<P>
  readonly calendars: Calendars
  readonly tried: ReadonlyArray<Tried<P>>
  readonly history: ReadonlyArray<Process.EventOf<P>>
}

/** When every run begins. */
export const start: Moment = DateTime.makeUnsafe("2026-11-23T01:00:00Z")

/** At most so many moves are made in a run. */
export const longest = 30

/** Random runs of a process. */
export const arbitrary = <P extends Process.Any>(process: P, cast: Cast<P>): fc.Arbitrary<Trace<P>> => {
  const told = Inputs.teller(process, cast)
  const { calendars = everyMinute } = cast
  const steps = Object.keys(process.steps)
  const actors = Move.actors(cast.people)
  const wishing = Wish.wishing(process)
  return fc.noBias(
    fc
      .record({
        settings: fc.constantFrom(...cast.settings),
        entitled: Rights.arbitrary(cast.people, permissions(process), start),
        dice: fc.array(Move.die, { minLength: longest, maxLength: longest }),
        moves: fc.nat(longest * 2),
        wishes: fc.shuffledSubarray(steps, { minLength: steps.length })
      })
      .map(({ dice, entitled, moves, settings, wishes }) => {
        const stage = {
          actors,
          told,
          calendars,
          wish: wishing(wishes),
          rulebook: { handbook: HandbookVersion.make("edition 1"), settings, entitled, calendars }
        }
        return withoutStacks(() => play(process, dice.slice(0, moves + 1), stage))
      })
  )
}

/** The permissions that the steps of a process ask for. */
const permissions = (process: Process.Any): ReadonlyArray<Permission> => [
  ...new Set(Object.values(process.steps).flatMap(({ by }) => (isPersonal(by) ? [by] : [])))
]

const play = <P extends Process.Any>(process: P, dice: ReadonlyArray<Move.Die>, stage: Move.Stage<P>): Trace<P> => {
  const tried: Array<Tried<P>> = []
  const history: Array<Process.EventOf<P>> = []
  const taken = new Set<string>()
  const begun = new Map<string, ReadonlyArray<CaseId>>()
  let current: Case<Process.StateOf<P>> | undefined
  const orders = new Set(beginning(process).map(([name]) => name))
  let now = start
  for (const die of dice) {
    if (current !== undefined && Process.isOver(process, current)) break
    const attempt = Move.choose(process, stage, { current, now, taken, begun }, die)
    const answer = Process.accept(process, current, attempt)
    const before = current
    if (Result.isSuccess(answer)) {
      history.push(answer.success)
      current = Process.evolve(process, current, answer.success)
      taken.add(attempt.step)
      for (const { key, name } of orders.size === 0 ? [] : Process.actions(process, current, answer.success)) {
        if (orders.has(name)) begun.set(name, [...(begun.get(name) ?? []), caseFor(key)])
      }
    }
    tried.push({ attempt, before, answer, after: current })
    now = attempt.at
  }
  const { calendars, rulebook } = stage
  const trace: Trace<P> = { rulebook, calendars, tried, history }
  return Object.assign(trace, { [fc.toStringMethod]: () => tell(trace) })
}

/** Runs ask by the million what is refused, and nobody reads where a refusal was made. What breaks is run again, and says where. */
const withoutStacks = <A>(run: () => A): A => {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return run()
  } catch {
    Error.stackTraceLimit = limit
    return run()
  } finally {
    Error.stackTraceLimit = limit
  }
}

/** The run as a reader follows it, a line for each move. */
export const tell = <P extends Process.Any>({ rulebook, tried }: Trace<P>): string =>
  [
    JSON.stringify(rulebook.settings),
    ...tried.map(({ after, answer, attempt: { at, by, handbook, step, input } }) => {
      const came = Result.isSuccess(answer) ? after?.state._tag : `refused: ${String(answer.failure)}`
      return `${DateTime.formatIso(at)} ${handbook}: ${describe(by)}: ${step} ${JSON.stringify(input)} → ${came}`
    })
  ].join("\n")
