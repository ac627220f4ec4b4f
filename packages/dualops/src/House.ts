/**
 * A house that is open: what a program may ask of it.
 *
 * @module
 */
import type { Actor, Caseload, Operations, Process } from "@dualops/core"
import type { Offers } from "@dualops/core/operations"
import type { Case } from "@dualops/core/process"
import type { Answer, NotTaken, Taken } from "./Answer.ts"
import type { Follower, Following } from "./Follower.ts"
import type { Given, Person } from "./Given.ts"
import type { Working } from "./Working.ts"

/** A step that somebody wants to take. */
export interface Order<P extends Process.Any, S extends Process.StepOf<P>> {
  /** Made by you: the same key is the same order, however often it is sent, and is answered alike. */
  readonly key: string
  /** The name of the case: yours, where the step begins it. */
  readonly case: string
  readonly step: S
  readonly input: Given<Process.InputOf<P, S>>
  /** The person who takes it, by the name in the handbook. */
  readonly by: string | Actor.Actor
  /** How many events the case has to have; if it has more, somebody was faster and the order is refused. */
  readonly expected?: number
  /** The account for which a case begins whose input names none, in a house with a handbook for each. */
  readonly account?: string
}

/** A house that is open. Its methods reject with `Closed` when it is not, and with `StoreUnavailable` while its store does not answer. */
export interface House extends AsyncDisposable {
  /** Every process that it runs. */
  readonly processes: ReadonlyArray<Process.Any>
  /**
   * Takes a step. Whatever the kernel refuses, an outage of the store included, is a value: `answer.ok` says which. What is no step of the process
   * does not compile, and rejects where nothing was compiled.
   */
  readonly send: <P extends Process.Any, const S extends Process.StepOf<P>>(
    process: P,
    order: Order<P, S>
  ) => Promise<Answer<P, S>>
  /** Takes a step that comes from outside as JSON: `{ process, step, case, key, input, expected, account }`. Who sends it says whoever let them in. */
  readonly submit: (json: unknown, by: string | Actor.Actor) => Promise<Submitted>
  /** What this person may begin and do now, each with the JSON Schema of what it asks for. */
  readonly offers: (person: Person, most?: number) => Promise<ReadonlyArray<Offers.Offer>>
  /** What waits for this person, the most pressing first. */
  readonly desk: (person: Person, most?: number) => Promise<ReadonlyArray<Caseload.DeskTask>>
  /** The case as it stands; nothing where nobody has begun it. */
  readonly find: <P extends Process.Any>(process: P, id: string) => Promise<Case.Case<Process.StateOf<P>> | undefined>
  /** Everything that has happened to the case, oldest first; nothing where nobody has begun it. */
  readonly history: <P extends Process.Any>(process: P, id: string) => Promise<ReadonlyArray<Process.EventOf<P>>>
  /** What happens in all cases, from a position on: `for await (const one of house.events({ after }))`. */
  readonly events: (following?: Following) => Follower
  /** Starts a worker: what was asked for is carried, what runs out fires, what the handbook's agenda says begins. */
  readonly work: (how?: { readonly poll?: number; readonly patience?: number }) => Working
  /** Ends iterables and workers, waits for what is under way, which may still ask the house, and frees everything. A second call waits for the first. */
  readonly close: () => Promise<void>
}

/** What became of a step that came as JSON. */
export type Submitted =
  | Taken<Process.Any>
  | NotTaken<Operations.UnknownProcess | Operations.UnknownStep | Process.RefusalOf<Process.Any> | Operations.Trouble>
