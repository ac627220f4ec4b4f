/**
 * Sign-ins that have begun and not ended: what only the browser that began one has, so that nobody is signed in by an answer that they did not ask for.
 * Each has a cookie of its own, for people open two pages at once.
 *
 * @module
 */
import { Clock, Effect, Option, Schema } from "effect"
import * as Cookie from "./Cookie.ts"
import type { Options } from "./Options.ts"
import * as Sealed from "./Sealed.ts"

const Flow = Schema.Struct({
  state: Schema.String,
  nonce: Schema.String,
  verifier: Schema.String,
  /** The address where they were going. */
  to: Schema.String,
  until: Schema.Finite
})
/** A sign-in that has begun. */
export type Flow = typeof Flow.Type

/** Sign-ins of a desk. */
export interface Flows {
  /** What the browser is told to keep of one, and to forget of those before. */
  readonly begin: (flow: Omit<Flow, "until">, cookies: string | null) => Effect.Effect<ReadonlyArray<string>>
  /** The one that this browser began with that state, while it is open. */
  readonly of: (state: string, cookies: string | null) => Effect.Effect<Option.Option<Flow>>
  readonly forget: (state: string) => string
}

const lastsFor = 600
/** A browser has no more of them open: what it sends along with each request stays small. */
const most = 5

/** Makes them. */
export const make = ({ origin, secret }: Options): Flows => {
  const seal = Sealed.make(secret, "flow", Schema.fromJsonString(Flow))
  const nameOf = (state: string) => `in-${state.replace(/[^\w-]/g, "").slice(0, 12)}`
  return {
    begin: (flow, cookies) =>
      Effect.map(Clock.currentTimeMillis, (now) => {
        const others = [...Cookie.read(origin, cookies).keys()].filter((name) => name.startsWith("in-"))
        return [
          ...others.slice(0, Math.max(0, others.length - most + 1)).map((name) => Cookie.set(origin, name, "", 0)),
          Cookie.set(origin, nameOf(flow.state), seal.seal({ ...flow, until: now + lastsFor * 1000 }), lastsFor)
        ]
      }),
    of: (state, cookies) =>
      Effect.map(Clock.currentTimeMillis, (now) =>
        Option.filter(
          seal.open(Cookie.read(origin, cookies).get(nameOf(state))),
          (flow) => flow.state === state && now < flow.until
        )
      ),
    forget: (state) => Cookie.set(origin, nameOf(state), "", 0)
  }
}
