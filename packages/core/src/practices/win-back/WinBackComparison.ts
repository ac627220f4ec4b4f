/**
 * Counts who came back of those whom a wave has written to, and of those whom it has left out: each within the same time of their own entry in the history of
 * outreach. A letter that may not have arrived counts as written, for chance has decided who has one, and nothing else may.
 *
 * @module
 */
import { Duration, Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { TimeSpan } from "../../calendar/TimeSpan.ts"
import * as Outreach from "../../external-system/members/Outreach.ts"
import type { RecordedOf } from "../../observations/Observation.ts"
import * as Observations from "../../observations/Observations.ts"
import * as Sightings from "./Sightings.ts"
import type { Counts } from "./WinBack.ts"

/** What a wave came to, for those of whom it is known who they are. */
export const of = Effect.fn("WinBackComparison.of")(function* (account: AccountId, wave: string, within: TimeSpan) {
  const span = Duration.toMillis(within)
  const seen = Map.groupBy(
    // In which zone days are counted is all one here.
    (yield* Sightings.all(account, "Asia/Shanghai")).filter(({ is }) => is === "seen"),
    ({ fan }) => fan
  )
  const group = Effect.fnUntraced(function* (what: "invited" | "heldOut") {
    const all = yield* entries(account, Outreach.countTag(wave, what))
    const known = new Map(all.flatMap(({ at, personal }) => (personal ? [[personal.fan, at] as const] : [])))
    const back = [...known].filter(([fan, { epochMilliseconds: from }]) =>
      seen.get(fan)?.some(({ at }) => at > from && at <= from + span)
    )
    return { all: known.size, back: back.length, erased: all.filter(({ personal }) => personal === undefined).length }
  })
  const [written, heldOut] = [yield* group("invited"), yield* group("heldOut")]
  return {
    written: written.all,
    writtenBack: written.back,
    heldOut: heldOut.all,
    heldOutBack: heldOut.back,
    erased: written.erased + heldOut.erased
  } satisfies Counts
})

const entries = Effect.fnUntraced(function* (account: AccountId, tag: string) {
  const query = { account, tag, order: "oldest", limit: 1_000 } as const
  const found: Array<RecordedOf<typeof Outreach.kind>> = []
  yield* Observations.each(Outreach.kind, query, ({ observations }) => void found.push(...observations))
  return found
})
