/**
 * Counts who came back of those whom a wave has written to, and of those whom it has left out: each within the same time of their own entry in the history of
 * outreach. A letter that may not have arrived counts as written, for chance has decided who has one, and nothing else may.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { FanId } from "../../account/FanId.ts"
import type { Moment } from "../../calendar/Moment.ts"
import type { TimeSpan } from "../../calendar/TimeSpan.ts"
import * as Outreach from "../../external-system/members/Outreach.ts"
import type { RecordedOf } from "../../observations/Observation.ts"
import * as Observations from "../../observations/Observations.ts"
import * as Sightings from "./Sightings.ts"
import type { Counts } from "./WinBack.ts"

/** What a wave came to, for those of whom it is known who they are. */
export const of = Effect.fn("WinBackComparison.of")(function* (account: AccountId, wave: string, within: TimeSpan) {
  const groups = {
    written: yield* entries(account, Outreach.countTag(wave, "invited")),
    heldOut: yield* entries(account, Outreach.countTag(wave, "heldOut"))
  }
  const seen = yield* seenAfter(account, [...groups.written, ...groups.heldOut], within)
  const group = (all: Entries) => {
    const known = new Map(all.flatMap(({ at, personal }) => (personal ? [[personal.fan, at] as const] : [])))
    const back = [...known].filter(([fan, from]) => {
      const until = DateTime.addDuration(from, within)
      return seen.get(fan)?.some((at) => DateTime.isGreaterThan(at, from) && DateTime.isLessThanOrEqualTo(at, until))
    })
    return { all: known.size, back: back.length, erased: all.filter(({ personal }) => personal === undefined).length }
  }
  const [written, heldOut] = [group(groups.written), group(groups.heldOut)]
  return {
    written: written.all,
    writtenBack: written.back,
    heldOut: heldOut.all,
    heldOutBack: heldOut.back,
    erased: written.erased + heldOut.erased
  } satisfies Counts
})

/** When those of the entries were seen, from the first entry until it is over for the last. */
const seenAfter = Effect.fnUntraced(function* (account: AccountId, entries: Entries, within: TimeSpan) {
  const seen = new Map<FanId, Array<Moment>>()
  const moments = entries.map(({ at }) => at)
  const [first, ...others] = moments
  if (first === undefined) return seen
  for (const { personal } of entries) if (personal !== undefined) seen.set(personal.fan, [])
  const from = others.reduce(DateTime.min, first)
  const last = DateTime.addDuration(others.reduce(DateTime.max, first), within)
  const until = DateTime.add(last, { milliseconds: 1 })
  yield* Sightings.between(account, { from, until }, (fan, at) => void seen.get(fan)?.push(at))
  return seen
})

type Entries = ReadonlyArray<RecordedOf<typeof Outreach.kind>>

const entries = Effect.fnUntraced(function* (account: AccountId, tag: string) {
  const query = { account, tag, order: "oldest", limit: 1_000 } as const
  const found: Array<RecordedOf<typeof Outreach.kind>> = []
  yield* Observations.each(Outreach.kind, query, ({ observations }) => void found.push(...observations))
  return found
})
