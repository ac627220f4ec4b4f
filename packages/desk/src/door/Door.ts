/**
 * Port: who sends a request. Whoever lets people in elsewhere, a proxy, a company's sign-in or a list of tokens, is one more door.
 *
 * @module
 */
import { Actor } from "@dualops/core/process"
import { Context, Effect, Layer, Record, Schema } from "effect"
import type { Headers } from "effect/http"
import { type Attempt, attempts } from "./Attempt.ts"

/** What a door sees of a request. */
export interface Knock {
  readonly headers: Headers.Headers
}

/** Somebody who was let in. */
export interface Visitor {
  readonly person: Actor.Person
  /** Their browser says by itself who they are, with every request: so a page from elsewhere could make it send one in their name. */
  readonly isAmbient: boolean
  /** The address of the page on which they sign out, where the door has one. */
  readonly signOut?: string
}

/** Nobody is let in by this request. Why is said to no one but the log. */
export class NotLetIn extends Schema.TaggedError<NotLetIn>()("Door.NotLetIn", {
  why: Schema.String,
  /** What was shown that should let in, and does not; nothing where nobody tried. */
  attempt: Schema.optionalKey(Schema.Literals(Record.keys(attempts)))
}) {
  override get message() {
    return `Nobody is let in: ${this.why}.`
  }
}

/** Nobody is let in, and what was shown. */
export const notLetIn = (why: string, attempt?: Attempt): NotLetIn =>
  new NotLetIn({ why, ...(attempt !== undefined && { attempt }) })

/** Who sends a request. */
export class Door extends Context.Service<
  Door,
  {
    /** The person who sends it, in whose place they act included where the door knows it; or nobody. It never guesses. */
    readonly of: (request: Knock) => Effect.Effect<Visitor, NotLetIn>
  }
>()("@dualops/desk/Door") {}

/** One door after the other: whoever is let in by one is in. */
export const layer = (...doors: readonly [Door["Service"], ...ReadonlyArray<Door["Service"]>]): Layer.Layer<Door> => {
  const [first, ...others] = doors
  return Layer.succeed(Door, {
    of: (request) =>
      others.reduce(
        (so, { of }) =>
          Effect.catch(so, (one) =>
            Effect.mapError(of(request), ({ attempt = one.attempt, why }) => notLetIn(`${one.why}; ${why}`, attempt))
          ),
        first.of(request)
      )
  })
}

/** The person of that name, as a header or a list names them. */
export const personOf = (name: string): Effect.Effect<Actor.Person, NotLetIn> =>
  isName(name) ? Effect.succeed(Actor.person(name)) : Effect.fail(new NotLetIn({ why: "no person has such a name" }))

const isName = Schema.is(Schema.String.check(Schema.isPattern(/^[^\p{C},]{1,200}$/u)))
