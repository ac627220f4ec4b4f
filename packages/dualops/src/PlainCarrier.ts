/**
 * Carriers as async functions: what an action asks for is done by a promise.
 *
 * What it throws says what became of it. An error of `Writing` is taken at its word: `throw new Writing.Refused({ code: "address", detail: "there is none" })`. Whatever else is thrown may have happened half-way: an action that may be repeated is tried again, one that may not is *unknown*, and a person looks.
 *
 * @module
 */
import { Carrier } from "@dualops/core"
import { Writing } from "@dualops/core/operations"
import type { Action, Case } from "@dualops/core/process"
import { Effect, Schema } from "effect"
import { type Given, taken } from "./Given.ts"

/** What is known of an action beside what it asks for. */
export interface Asked extends Case.Address {
  /** The same at every try: give it to the service that does it, where that takes one. */
  readonly key: string
  /** Aborted when the worker gives up waiting. */
  readonly signal: AbortSignal
}

/** Carries a kind of action by an async function, which answers what the kind's `done` wants. */
export const carrier = <Request, Done>(
  kind: Action.Kind<string, Request, Done>,
  carry: (request: Request, asked: Asked) => Promise<Given<NoInfer<Done>>>
): Carrier.Carrier<Request, Done, never> =>
  Carrier.make(kind, (request, key, { case: id, process }) =>
    Effect.tryPromise({
      try: (signal) => carry(request, { key, case: id, process, signal }),
      catch: (thrown) => thrown
    }).pipe(
      Effect.catch((thrown) => (isFailure(thrown) ? Effect.fail(thrown) : Effect.die(thrown))),
      // The type has said what it is, and the case's own step checks it when it takes it in.
      Effect.map((done) => taken(done) as Done)
    )
  )

const isFailure = Schema.is(Schema.Union([Writing.Refused, Writing.Unauthorised, Writing.TryLater, Writing.Unknown]))
