/**
 * Reads what went between the brand and a member, and takes the next number in it.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { FanId } from "../../account/FanId.ts"
import type { Moment } from "../../calendar/Moment.ts"
import type { AnyKind, RecordedOf } from "../../observations/Observation.ts"
import type { ObservationStore, Refused } from "../../observations/ObservationStore.ts"
import * as Observations from "../../observations/Observations.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import type { Entry } from "./Invitable.ts"
import * as Outreach from "./Outreach.ts"

/** Of whom, and for which account. */
export interface Of {
  readonly account: AccountId
  readonly fan: FanId
}

/** Everything of a member, by its numbers. */
export const read = Effect.fn("OutreachHistory.read")(function* ({ account, fan }: Of) {
  const member = Outreach.markOf(fan)
  // Results first: one that comes meanwhile is taken for not known yet, which is the safe side.
  const results = new Map(
    (yield* all(Outreach.resultKind, account, member)).map(({ facts }) => [facts.number, facts.result] as const)
  )
  const entries = yield* all(Outreach.kind, account, member)
  return entries
    .map(
      ({ at, facts: { campaign, number, what } }): Entry => ({
        number,
        what,
        at,
        campaign,
        result: results.get(number)
      })
    )
    .sort((one, other) => one.number - other.number)
})

/** Takes the number behind this history; answers when it was taken, or nothing, where somebody else has taken it: then the history is another one. */
export const take = Effect.fn("OutreachHistory.take")(function* (
  { account, fan }: Of,
  history: ReadonlyArray<Entry>,
  said: { readonly what: Entry["what"]; readonly campaign?: string | undefined; readonly source: string },
  now: Moment
) {
  const last = history.at(-1)
  const number = (last?.number ?? -1) + 1
  // Clocks of two machines differ: an entry is never older than the one before it.
  const at = last === undefined ? now : DateTime.max(now, last.at)
  const member = Outreach.markOf(fan)
  const { campaign, source, what } = said
  const receipt = yield* sound(
    Observations.record(Outreach.kind, [
      {
        account,
        key: Outreach.keyOf(member, number),
        at,
        source,
        facts: {
          member,
          number,
          what,
          ...(campaign !== undefined && { campaign, counts: Outreach.countOf(campaign, what) })
        },
        personal: { fan }
      }
    ])
  )
  return receipt.recorded === 1 ? { number, at } : undefined
})

/** Writes down what came of an invitation; what came first stands. */
export const settle = Effect.fn("OutreachHistory.settle")(function* (
  { account, fan }: Of,
  { campaign, number, result, code }: { campaign: string; number: number; result: Outreach.Result; code?: string },
  now: Moment
) {
  const member = Outreach.markOf(fan)
  const counts = Outreach.countOf(campaign, result)
  const facts = { member, number, campaign, counts, result, ...(code !== undefined && { code }) }
  yield* sound(
    Observations.record(Outreach.resultKind, [
      { account, key: Outreach.keyOf(member, number), at: now, source: campaign, facts }
    ])
  )
})

/** What is recorded here is made here: a store that refuses it has found a mistake of ours. */
const sound = <A>(recorded: Effect.Effect<A, Refused | StoreUnavailable, ObservationStore>) =>
  Effect.catchTag(recorded, "ObservationStore.Refused", Effect.die)

const all = Effect.fnUntraced(function* <K extends AnyKind>(kind: K, account: AccountId, member: Outreach.Mark) {
  const found: Array<RecordedOf<K>> = []
  const query = { account, tag: Outreach.tagOf(member), order: "newest", limit: 200 } as const
  yield* Observations.each(kind, query, ({ observations, unreadable }) => {
    // What cannot be read may be an opt-out.
    if (unreadable.length > 0) throw new Error(`Outreach at ${unreadable[0]?.position} is damaged`)
    found.push(...observations)
  })
  return found
})
