/**
 * A member wants no more invitations: from the moment at which that is written down none is begun, of whatever campaign.
 *
 * @module
 */
import { DateTime, Duration, Effect, Option, Result } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { ObservationStore } from "../../observations/ObservationStore.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import { isInFlight, isOut } from "./Invitable.ts"
import { Members } from "./Members.ts"
import * as OutreachHistory from "./OutreachHistory.ts"

/** Who opts out, by which way (`link`, `message`), and of which campaign they had an invitation, where that is known. */
export interface OptOut extends OutreachHistory.Of {
  readonly source: string
  readonly campaign?: string | undefined
}

/**
 * Writes it down, and then has the company's own system know, as far as that can be reached: what is written down here counts, whatever becomes of
 * that. Whoever is out already stays out.
 */
export const take = Effect.fn("OptOut.take")(function* (asked: OptOut) {
  yield* write(asked, Option.some(yield* Members))
})

/**
 * The same, of a fan who asked for it at that moment in a message, also where no members are at hand. A message that is delivered again changes nothing: whoever has
 * consented since they wrote it stays in.
 */
export const hear = Effect.fn("OptOut.hear")(function* (
  asked: OptOut,
  at: Moment,
  members: Option.Option<Members["Service"]>
) {
  const history = yield* OutreachHistory.read(asked)
  const isKnown = history.some((one) => one.what === "optedOut" && DateTime.isGreaterThanOrEqualTo(one.at, at))
  if (!isKnown) yield* write(asked, members)
})

const write = Effect.fnUntraced(function* (
  asked: OptOut,
  members: Option.Option<Members["Service"]>
): Effect.fn.Return<void, StoreUnavailable, ObservationStore> {
  while (true) {
    const history = yield* OutreachHistory.read(asked)
    const known = Option.isSome(members) ? yield* Effect.result(members.value.find(asked.fan)) : undefined
    // Whoever may have consented anew, as far as can be known, opts out anew.
    if (known !== undefined && Result.isSuccess(known) && isOut(history, known.success?.consent)) return
    const now = yield* DateTime.now
    const taken = yield* OutreachHistory.take(asked, history, { ...asked, what: "optedOut" }, now)
    if (taken === undefined) continue
    const member = known && Result.getOrUndefined(known)
    if (member === undefined || Option.isNone(members)) return
    const consent = { given: false, at: taken.at }
    return yield* members.value
      .upsert({ fan: asked.fan, name: member.name, consent })
      .pipe(Effect.catch(({ code }) => Effect.logWarning(`An opt-out is not known to the members' system (${code})`)))
  }
})

/** Waits until no invitation can be on its way that was begun before: from then on none arrives. It takes a minute at most. */
export const settled = Effect.fn("OptOut.settled")(function* (
  of: OutreachHistory.Of
): Effect.fn.Return<void, StoreUnavailable, ObservationStore> {
  while (true) {
    const history = yield* OutreachHistory.read(of)
    const now = yield* DateTime.now
    if (!history.some((one) => isInFlight(one, now))) return
    yield* Effect.sleep(Duration.seconds(1))
  }
})
