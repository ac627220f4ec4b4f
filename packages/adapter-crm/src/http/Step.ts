/**
 * A look on the way of a write: before the first call that writes, and after it. What fails before has done nothing; after it, something may be done.
 *
 * @module
 */
import { Reading, Writing } from "@dualops/core/operations"
import { Effect, Schema } from "effect"
import type { Answer } from "./CrmApi.ts"

/** A look before anything was written. */
export const before = <A, R>(look: Effect.Effect<A, Reading.Failure, R>): Effect.Effect<A, Writing.Failure, R> =>
  Effect.mapError(look, (failure) => {
    const { code, detail } = failure
    switch (failure._tag) {
      case "Reading.NotShown":
        return new Writing.Refused({ code, detail })
      case "Reading.Unauthorised":
        return new Writing.Unauthorised({ code, detail })
      case "Reading.TryLater":
        return new Writing.TryLater({ code, detail, ...(failure.after && { after: failure.after }) })
    }
  })

/** A look, or a write, after something was written: whatever goes wrong now, nobody knows how far it has come. */
export const after = <A, R>(
  step: Effect.Effect<A, Reading.Failure | Writing.Failure, R>
): Effect.Effect<A, Writing.Unknown, R> =>
  Effect.mapError(step, ({ code, detail }) => new Writing.Unknown({ code, detail }))

/** Nothing, where it is not there; what is there and is not shown is a failure. */
export const orNothing = <A, R>(
  look: Effect.Effect<A, Reading.Failure, R>
): Effect.Effect<A | undefined, Reading.Failure, R> =>
  Effect.catchTag(look, "Reading.NotShown", (failure) =>
    failure.code === "http-404" ? Effect.succeed(undefined) : Effect.fail(failure)
  )

/** What an answer says; one that says something else is no answer, and may be asked for again. */
export const decoded =
  <A, I>(schema: Schema.Codec<A, I>) =>
  ({ json }: Answer): Effect.Effect<A, Reading.TryLater> =>
    Effect.mapError(
      Schema.decodeUnknownEffect(schema)(json),
      ({ message }) => new Reading.TryLater({ code: "unreadable", detail: message.slice(0, 300) })
    )
