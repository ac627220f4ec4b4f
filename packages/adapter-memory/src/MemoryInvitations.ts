/**
 * `Invitations` in memory: what was sent to whom is kept.
 *
 * @module
 */
import { Invitations } from "@dualops/core/members"
import { Writing } from "@dualops/core/operations"
import { Context, Effect, Layer } from "effect"
import type { Fate } from "./MemoryFans.ts"

/** What arrived at members, open to whoever arranges a test or an example. */
export class MemoryPost extends Context.Service<
  MemoryPost,
  {
    /** In the order in which they arrived. */
    readonly sent: Array<Invitations.Invitation>
    /** The next invitations meet these fates, one each. */
    readonly fates: Array<Fate>
  }
>()("@dualops/adapter-memory/MemoryPost") {}

/** Nobody has been invited yet. */
export const post: Layer.Layer<MemoryPost> = Layer.sync(MemoryPost, () => ({ sent: [], fates: [] }))

/** Invites in memory. */
export const layer: Layer.Layer<Invitations.Invitations, never, MemoryPost> = Layer.effect(
  Invitations.Invitations,
  Effect.map(MemoryPost, ({ fates, sent }) => ({
    send: Effect.fnUntraced(function* (invitation: Invitations.Invitation) {
      if (sent.some(({ key }) => key === invitation.key)) return
      const fate = fates.shift()
      if (fate === undefined || fate.out) sent.push(invitation)
      if (fate === undefined) return
      return yield* Effect.fail(new Writing[fate.end]({ code: "memory", detail: "it was to be so" }))
    })
  }))
)
