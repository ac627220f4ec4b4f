/**
 * Rules told as stories: given what has happened, when somebody takes a step, then the case stands here, or the step is refused.
 *
 * @module
 */
import { assertEquals, assertTrue, strictEqual } from "@effect/vitest/utils"
import { Result } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import * as Offers from "../operations/Offers.ts"
import type { Actor } from "../process/Actor.ts"
import type { Calendars } from "../process/Calendars.ts"
import { type Case, CaseId, type HandbookVersion } from "../process/Case.ts"
import type { PresenceOf } from "../process/Presence.ts"
import * as Process from "../process/Process.ts"

/** The rules under which a story is told. */
export interface Rulebook<P extends Process.Any> {
  readonly handbook: HandbookVersion
  readonly settings: Process.SettingsOf<P>
  readonly entitled: Process.Entitled
  /** Who is there; everybody, where it is left out. */
  readonly presence?: PresenceOf
  /** By whose hours time counts; every minute does, where they are left out. */
  readonly calendars?: Calendars
}

/** Somebody takes a step at some time. A step that is told nothing needs no input. */
export type Deed<P extends Process.Any, S extends Process.StepOf<P> = Process.StepOf<P>> = {
  readonly [N in S]: { readonly step: N; readonly by: Actor; readonly at: Moment } & Told<Process.InputOf<P, N>>
}[S]
type Told<Input> = {} extends Input ? { readonly input?: Input } : { readonly input: Input }

/** What has happened so far; the next sentence is what somebody does now. */
export interface Given<P extends Process.Any> {
  /** Somebody takes a step, or tries to. */
  readonly when: <S extends Process.StepOf<P>>(deed: Deed<P, S> & { readonly step: S }) => Outcome<P, S>
}

/** What came of it. Every sentence about it is an assertion. */
export interface Outcome<P extends Process.Any, S extends Process.StepOf<P>> {
  /** The step was taken, and the case stands in this state, where the named fields are these; `undefined` is absent. */
  readonly thenStands: <const Tag extends Process.StateOf<P>["_tag"]>(
    tag: Tag,
    fields?: Some<Extract<Process.StateOf<P>, { readonly _tag: Tag }>>
  ) => Outcome<P, S>
  /** The step was refused, for exactly this reason. */
  readonly thenRefused: (refusal: Process.RefusalOf<P, S>) => Outcome<P, S>
  /**
   * The step was taken, and these actions are to be carried, by the process's names for them, with these requests: a list of them where several
   * of a kind are asked for.
   */
  readonly thenAsks: (requests: Readonly<Record<string, unknown>>) => Outcome<P, S>
  /** The step was taken, and a form of that other one begins with this, as JSON. */
  readonly thenOpens: (step: Process.StepOf<P>, opening: Offers.Opening | undefined) => Outcome<P, S>
}

type Some<State> = { readonly [Field in keyof State]?: State[Field] | undefined }

/** A case in which all this has happened. A deed that the process refuses does not belong into what is given. */
export const given = <P extends Process.Any>(
  process: P,
  rulebook: Rulebook<P>,
  ...deeds: ReadonlyArray<Deed<P>>
): Given<P> => {
  let current: Case<Process.StateOf<P>> | undefined
  for (const deed of deeds) {
    const answer = take(process, rulebook, current, deed)
    if (Result.isFailure(answer)) throw new Error(`What is given cannot have happened. ${said(answer.failure)}`)
    current = Process.evolve(process, current, answer.success)
  }
  return { when: (deed) => outcome(process, current, take(process, rulebook, current, deed)) }
}

const take = <P extends Process.Any, S extends Process.StepOf<P>>(
  process: P,
  rulebook: Rulebook<P>,
  current: Case<Process.StateOf<P>> | undefined,
  deed: Deed<P, S>
): Result.Result<Process.EventOf<P, S>, Process.RefusalOf<P, S>> =>
  Process.accept(process, current, {
    case: CaseId.make("the case"),
    input: {},
    ...rulebook,
    ...deed
    // A deed without an input belongs to a step that takes the empty one.
  } as Process.Attempt<P, S>)

const outcome = <P extends Process.Any, S extends Process.StepOf<P>>(
  process: P,
  before: Case<Process.StateOf<P>> | undefined,
  answer: Result.Result<Process.EventOf<P, S>, Process.RefusalOf<P, S>>
): Outcome<P, S> => {
  const after = () => {
    if (Result.isFailure(answer)) throw new Error(`It was refused. ${said(answer.failure)}`)
    return Process.evolve(process, before, answer.success)
  }
  const self: Outcome<P, S> = {
    thenStands: (tag, fields = {}) => {
      const { state } = after()
      strictEqual(state._tag, tag)
      const actual = new Map<string, unknown>(Object.entries(state))
      for (const [field, value] of Object.entries(fields)) assertEquals(actual.get(field), value)
      return self
    },
    thenRefused: (refusal) => {
      assertTrue(Result.isFailure(answer), "It was not refused.")
      assertEquals<unknown>(answer.failure, refusal)
      return self
    },
    thenAsks: (requests) => {
      const event = Result.getOrThrow(answer)
      const asked = Map.groupBy(Process.actions(process, after(), event), ({ name }) => name)
      const told = Array.from(asked, ([name, all]) => [name, all.length === 1 ? all[0]?.request : all.map(requestOf)])
      assertEquals(Object.fromEntries(told), requests)
      return self
    },
    thenOpens: (step, opening) => {
      assertEquals(Offers.opening(process, step, after().state), opening)
      return self
    }
  }
  return self
}

const requestOf = ({ request }: { readonly request: unknown }) => request

const said = (refusal: unknown): string => (refusal instanceof Error ? refusal.message : String(refusal))
