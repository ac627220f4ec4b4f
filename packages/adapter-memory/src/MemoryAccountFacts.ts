/**
 * `AccountFacts` in memory.
 *
 * @module
 */
import { AccountFacts } from "@dualops/core/fans"
import { Effect, Layer } from "effect"
import { MemoryFans } from "./MemoryFans.ts"

/** What is told of the account in memory. */
export const layer: Layer.Layer<AccountFacts.AccountFacts, never, MemoryFans> = Layer.effect(
  AccountFacts.AccountFacts,
  Effect.map(MemoryFans, ({ looks, told }) => ({
    facts: () => Effect.sync(() => told.facts),
    followers: () => Effect.sync(() => told.followers),
    look: (_, fan) => Effect.sync(() => looks.get(fan) ?? { is: "unknown" })
  }))
)
