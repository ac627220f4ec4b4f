/**
 * How a page of letters goes out, of whatever campaign: each fan is asked about anew, at once before theirs; somebody looks before all are tried in vain; and
 * whoever has one in hand brings it to its end.
 *
 * @module
 */
import { DateTime, Duration, Effect } from "effect"
import type { FanId } from "../../account/FanId.ts"
import type { Moment } from "../../calendar/Moment.ts"
import type { TimeZone } from "../../calendar/TimeZone.ts"
import type { Window } from "../../calendar/WorkingCalendar.ts"
import type * as Inviting from "../../external-system/members/Inviting.ts"
import type * as Carrier from "../../operations/Carrier.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import * as Writing from "../../operations/Writing.ts"
import * as InvitationHours from "./InvitationHours.ts"

type Failure = Carrier.Failure | StoreUnavailable

/** A page, and what is asked of its campaign. */
export interface Page<R> {
  readonly fans: ReadonlyArray<FanId>
  /** How many a whole page has. */
  readonly atOnce: number
  /** When nobody is written to, in whose time, and when all of it is over. */
  readonly hours: { readonly quiet?: Window; readonly timeZone: TimeZone; readonly until: Moment }
  /** How the campaign stands now: a person may have stopped it, and something may hold it. */
  readonly stands: Effect.Effect<"running" | "stopped" | "held", StoreUnavailable, R>
  readonly invite: (fan: FanId) => Effect.Effect<Inviting.Answer<string>, Failure, R>
}

/** So many of which none has gone out are no chance: a person looks before all are tried. */
const mostInARow = 20
/** After so many, it is looked whether the campaign still runs. */
const lookEvery = 20
/** So many at a time. */
const hands = 4

/** Why nobody else of the page is written to. */
interface Seen {
  begun: number
  sent: number
  /** How many, one after the other, have not gone out. */
  inARow: number
  ended?: "stopped" | Failure
}

/** Carries the page; says how many have gone out, and whether the campaign was stopped meanwhile. */
export const carry = Effect.fnUntraced(function* <R>({ atOnce, fans, hours, invite, stands }: Page<R>) {
  const seen: Seen = { begun: 0, sent: 0, inARow: 0 }
  const most = Math.min(mostInARow, atOnce)
  const one = Effect.fnUntraced(function* (fan: FanId) {
    if (seen.begun++ % lookEvery === 0) {
      const now = yield* stands
      if (now === "stopped") seen.ended = "stopped"
      if (now === "held") return yield* held
    }
    if (seen.ended !== undefined) return
    yield* mayBeToldNow(hours)
    const answer = yield* invite(fan)
    if ("left" in answer) return
    const { failure, result } = answer
    if (result === "later" && failure !== undefined) return yield* failure
    if (result === "sent") seen.sent++
    seen.inARow = result === "sent" ? 0 : seen.inARow + 1
    if (seen.inARow < most) return
    const why = failure?.detail ?? "nobody knows why"
    const detail = `none of the last ${seen.inARow} has gone out; the last of them: ${why}`
    return yield* new Writing.Refused({ code: "nothing-goes-through", detail })
  })
  const noted = (fan: FanId) =>
    Effect.catch(one(fan), (failure) =>
      Effect.sync(() => {
        seen.ended ??= failure
      })
    )
  yield* Effect.forEach(fans, noted, { concurrency: hands, discard: true })
  const { ended, sent } = seen
  if (ended !== undefined && ended !== "stopped") return yield* Effect.fail(ended)
  return { sent, isStopped: ended === "stopped" }
})

/** A store that is away comes back. */
export const later = ({ message }: StoreUnavailable): Effect.Effect<never, Writing.TryLater> =>
  Effect.fail(new Writing.TryLater({ code: "store", detail: message, after: Duration.seconds(15) }))

const held = new Writing.Refused({ code: "on-hold", detail: "nothing is to go out for the account now" })

/** Nobody is written to in quiet hours, and nobody after the end. */
const mayBeToldNow = Effect.fnUntraced(function* ({ quiet, timeZone, until }: Page<never>["hours"]) {
  const now = yield* DateTime.now
  if (DateTime.isGreaterThanOrEqualTo(now, until)) {
    return yield* new Writing.Refused({ code: "over", detail: "the time for these invitations is over" })
  }
  const after = quiet && InvitationHours.quietFor(quiet, timeZone, now)
  if (after !== undefined) return yield* new Writing.TryLater({ code: "quiet", detail: "these are quiet hours", after })
})
