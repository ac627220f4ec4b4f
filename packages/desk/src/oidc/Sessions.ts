/**
 * Who has signed in with a browser, and until when. A session is made when somebody signs in and at no other time; the browser keeps it, sealed.
 *
 * @module
 */
import { randomUUID } from "node:crypto"
import { Clock, Duration, Effect, Option, Schema } from "effect"
import { strong } from "../door/Secret.ts"
import * as Cookie from "./Cookie.ts"
import type { Options } from "./Options.ts"
import * as Sealed from "./Sealed.ts"

const Session = Schema.Struct({
  id: Schema.String,
  person: Schema.String,
  /** When they signed in, and when they were last seen, in milliseconds. */
  since: Schema.Finite,
  seen: Schema.Finite
})
/** Somebody who has signed in. */
export type Session = typeof Session.Type

/** The sessions of a desk. */
export interface Sessions {
  /** The session that a browser brings along, while it lasts. */
  readonly of: (cookies: string | null | undefined) => Effect.Effect<Option.Option<Session>>
  /** A new one, as what the browser is told to keep. */
  readonly begin: (person: string) => Effect.Effect<string>
  /** What the browser is told to keep from now on, where that is time; nothing where it is not yet. */
  readonly renew: (session: Session) => Effect.Effect<string | undefined>
  /** Ends it, wherever else its cookie has got. */
  readonly end: (session: Session) => Effect.Effect<void>
  /** What the browser is told to forget. */
  readonly forget: string
}

/** So often what the browser keeps is made anew. */
const renewed = Duration.toMillis("5 minutes")
/** No more of those that were ended are remembered; the oldest have run out long before. */
const mostEnded = 10_000

/** Makes them. Which have been ended is known to this program, until it starts again. */
export const make = ({ idle = "2 hours", longest = "12 hours", origin, secret }: Options): Sessions => {
  const seal = Sealed.make(strong(secret, "The secret of a sign-in"), "session", Schema.fromJsonString(Session))
  const [idleFor, lastsFor] = [Duration.toMillis(idle), Duration.toMillis(longest)]
  const ended = new Set<string>()
  const kept = (session: Session) => Cookie.set(origin, "session", seal.seal(session), Math.ceil(lastsFor / 1000))
  return {
    of: (cookies) =>
      Effect.map(Clock.currentTimeMillis, (now) =>
        Option.filter(
          seal.open(Cookie.read(origin, cookies).get("session")),
          ({ id, seen, since }) => now - seen < idleFor && now - since < lastsFor && !ended.has(id)
        )
      ),
    begin: (person) =>
      Effect.map(Clock.currentTimeMillis, (at) => kept({ id: randomUUID(), person, since: at, seen: at })),
    renew: (session) =>
      Effect.map(Clock.currentTimeMillis, (now) =>
        now - session.seen < renewed ? undefined : kept({ ...session, seen: now })
      ),
    end: ({ id }) =>
      Effect.sync(() => {
        const [oldest] = ended
        if (ended.size >= mostEnded && oldest !== undefined) ended.delete(oldest)
        ended.add(id)
      }),
    forget: Cookie.set(origin, "session", "", 0)
  }
}
