/**
 * `Invitations` in memory: what arrived at whom is kept, as they would read it.
 *
 * @module
 */
import { DeskText } from "@dualops/core/customer-desk"
import { Invitations } from "@dualops/core/members"
import { Writing } from "@dualops/core/operations"
import { Context, Effect, Layer } from "effect"
import type { Fate } from "./MemoryFans.ts"

/** What arrived at a member. */
export interface Arrived {
  readonly invitation: Invitations.Invitation
  readonly text: string
}

/** What arrived at members, open to whoever arranges a test or an example. */
export class MemoryPost extends Context.Service<
  MemoryPost,
  {
    /** In the order in which they arrived. */
    readonly arrived: Array<Arrived>
    /** Members who have no address. */
    readonly unreached: Set<string>
    /** The next invitations meet these fates, one each. */
    readonly fates: Array<Fate>
  }
>()("@dualops/adapter-memory/MemoryPost") {}

/** Nobody has been invited yet, and everybody can be. */
export const post: Layer.Layer<MemoryPost> = Layer.sync(MemoryPost, () => ({
  arrived: [],
  unreached: new Set<string>(),
  fates: []
}))

/** Invites in memory. */
export const layer: Layer.Layer<Invitations.Invitations, never, MemoryPost> = Layer.effect(
  Invitations.Invitations,
  Effect.map(MemoryPost, ({ arrived, fates, unreached }) => {
    const tried = new Set<string>()
    return {
      send: Effect.fnUntraced(function* (invitation: Invitations.Invitation) {
        const { key, optOut, text, to } = invitation
        if (tried.has(key)) return
        if (unreached.has(to.fan)) {
          return yield* new Writing.Refused({ code: "no-address", detail: `${key} has no address` })
        }
        const fate = fates.shift()
        // What may have arrived is not sent again.
        if (fate === undefined || fate.end === "Unknown") tried.add(key)
        if (fate === undefined || fate.out) {
          const name = DeskText.line(to.name, 50)
          arrived.push({ invitation, text: `${name}：\n\n${text}\n\n退订：${optOut}\n` })
        }
        if (fate === undefined) return
        return yield* Effect.fail(new Writing[fate.end]({ code: "memory", detail: "it was to be so" }))
      })
    }
  })
)
