/**
 * How what must not be sent twice is carried: before it is sent again, the latest that the account wrote is looked through for the earlier
 * attempt; and where nobody knows what became of it, it is looked for.
 *
 * @module
 */
import { Effect } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type * as Reading from "../../operations/Reading.ts"
import * as Writing from "../../operations/Writing.ts"
import * as Sighting from "./Sighting.ts"

/** How one kind of writing is looked for. */
export interface Looked<Request, One, R> {
  /** What people call it: "posts". */
  readonly what: string
  readonly latest: (request: Request) => Effect.Effect<ReadonlyArray<One>, Reading.Failure, R>
  /** Which of the latest may be it, if it was sent then. */
  readonly all: (request: Request, since: Moment, latest: ReadonlyArray<One>) => ReadonlyArray<One>
}

/** Sends it, unless an earlier attempt has come about since, or may have where nobody can see it any more. */
export const send = <Request, One extends Dated, R, E, R2>(
  looked: Looked<Request, One, R>,
  request: Request,
  earlier: Moment | undefined,
  sending: Effect.Effect<One, E, R2>
): Effect.Effect<One, E | Reading.Failure | Writing.Unknown, R | R2> =>
  Effect.gen(function* () {
    if (earlier === undefined) return yield* sending
    const { found, others, reachesBack } = yield* lookThrough(looked, request, earlier)
    if (others > 0) return yield* new Writing.Unknown({ code: "many-alike", detail: manyAlike(looked) })
    if (found !== undefined) return found
    return reachesBack
      ? yield* sending
      : yield* new Writing.Unknown({ code: "out-of-sight", detail: outOfSight(looked) })
  })

/** Looks whether it is out. That it is not seen is no proof that it never will be. */
export const look = <Request, One extends Dated, R>(
  looked: Looked<Request, One, R>,
  request: Request,
  since: Moment
): Effect.Effect<One, Reading.Failure | Writing.Refused, R> =>
  Effect.gen(function* () {
    const { found, others, reachesBack } = yield* lookThrough(looked, request, since)
    if (others > 0) return yield* new Writing.Refused({ code: "many-alike", detail: manyAlike(looked) })
    const detail = reachesBack ? `not among the latest ${looked.what} of the account` : outOfSight(looked)
    return found ?? (yield* new Writing.Refused({ code: "not-seen", detail }))
  })

interface Dated {
  readonly at: Moment
}

const lookThrough = <Request, One extends Dated, R>(looked: Looked<Request, One, R>, request: Request, since: Moment) =>
  Effect.map(looked.latest(request), (latest) => {
    const [found, ...others] = looked.all(request, since, latest)
    return { found, others: others.length, reachesBack: Sighting.reachesBack(since, latest) }
  })

const manyAlike = ({ what }: { readonly what: string }): string =>
  `several of the latest ${what} of the account look like it; a person has to say which it is`

const outOfSight = ({ what }: { readonly what: string }): string =>
  `the latest ${what} of the account do not reach back to when it was first sent; a person has to look whether it is out`
