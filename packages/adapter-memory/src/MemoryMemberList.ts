/**
 * `MemberList` in memory, over the same members as `MemoryMembers`.
 *
 * @module
 */
import { type Member, MemberList, Outreach } from "@dualops/core/members"
import { Effect, Layer, Order } from "effect"
import { MemoryMembership } from "./MemoryMembers.ts"

const byMark = Order.mapInput(Order.String, ({ fan }: Member.Member): string => Outreach.markOf(fan))

/** The list of the members in memory. */
export const layer: Layer.Layer<MemberList.MemberList, never, MemoryMembership> = Layer.effect(
  MemberList.MemberList,
  Effect.map(MemoryMembership, ({ members }) => ({
    page: (segments, after, limit) =>
      Effect.sync(() => {
        const behind = [...members.values()]
          .filter((one) => one.segments.some((segment) => segments.includes(segment)))
          .sort(byMark)
          .filter(({ fan }) => after === undefined || Outreach.markOf(fan) > after)
        const some = behind.slice(0, limit).map(({ fan }) => fan)
        const last = some.at(-1)
        return behind.length > some.length && last !== undefined
          ? { fans: some, next: Outreach.markOf(last) }
          : { fans: some }
      })
  }))
)
