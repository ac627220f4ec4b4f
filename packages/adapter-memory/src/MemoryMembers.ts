/**
 * `Members` in memory.
 *
 * @module
 */
import { DeskText } from "@dualops/core/customer-desk"
import { type Member, Members } from "@dualops/core/members"
import { Writing } from "@dualops/core/operations"
import { Context, DateTime, Effect, Layer, Order } from "effect"
import type { Fate } from "./MemoryFans.ts"

/** The members themselves, open to whoever arranges a test or an example. */
export class MemoryMembership extends Context.Service<
  MemoryMembership,
  {
    readonly members: Map<string, Member.Member>
    /** By their keys. */
    readonly redemptions: Map<string, Member.Redemption>
    /** The next writes meet these fates, one each. */
    readonly fates: Array<Fate>
  }
>()("@dualops/adapter-memory/MemoryMembership") {}

/** A company without members. */
export const membership: Layer.Layer<MemoryMembership> = Layer.sync(MemoryMembership, () => ({
  members: new Map(),
  redemptions: new Map(),
  fates: []
}))

const byMoment = Order.mapInput(DateTime.Order, ({ at }: Member.Redemption) => at)

/** The members in memory. */
export const layer: Layer.Layer<Members, never, MemoryMembership> = Layer.effect(
  Members,
  Effect.map(MemoryMembership, ({ fates, members, redemptions }) => {
    const write = <A>(work: Effect.Effect<A, Writing.Failure>): Effect.Effect<A, Writing.Failure> =>
      Effect.suspend(() => {
        const fate = fates.shift()
        if (fate === undefined) return work
        const failure = new Writing[fate.end]({ code: "memory", detail: "it was to be so" })
        return Effect.andThen(fate.out ? work : Effect.void, Effect.fail(failure))
      })
    const refused = (code: string, detail: string) => Effect.fail(new Writing.Refused({ code, detail }))

    return {
      find: (fan) => Effect.sync(() => members.get(fan)),
      upsert: ({ consent, fan, name, segments }) =>
        write(
          Effect.sync(() => {
            const known = members.get(fan)
            const newest = [known?.consent, consent]
              .filter((one) => one !== undefined)
              .reduce<Member.Consent | undefined>(
                (one, other) => (one !== undefined && DateTime.isGreaterThanOrEqualTo(one.at, other.at) ? one : other),
                undefined
              )
            members.set(fan, {
              fan,
              name: DeskText.line(name, 200),
              segments: segments ?? known?.segments ?? [],
              ...(newest !== undefined && { consent: newest })
            })
          })
        ),
      attributeRedemption: (redemption) =>
        write(
          Effect.suspend(() => {
            const known = redemptions.get(redemption.key)
            if (known !== undefined && known.fan !== redemption.fan) {
              return refused("another-member", `${redemption.key} is another fan's redemption`)
            }
            if (!members.has(redemption.fan)) return refused("no-member", `${redemption.fan} is no member`)
            if (known === undefined) redemptions.set(redemption.key, redemption)
            return Effect.void
          })
        ),
      redemptions: (fan) => Effect.sync(() => [...redemptions.values()].filter((one) => one.fan === fan).sort(byMoment))
    }
  })
)
