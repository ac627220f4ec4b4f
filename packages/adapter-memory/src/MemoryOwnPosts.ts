/**
 * `OwnPosts` in memory.
 *
 * @module
 */
import { OwnPosts } from "@dualops/core/content"
import { Effect, Layer } from "effect"
import { MemoryFans } from "./MemoryFans.ts"

/** The counts that are told of the posts in memory. */
export const layer: Layer.Layer<OwnPosts.OwnPosts, never, MemoryFans> = Layer.effect(
  OwnPosts.OwnPosts,
  Effect.map(MemoryFans, ({ counts }) => ({
    counts: (_account, posts) => Effect.sync(() => posts.flatMap((post) => counts.get(post) ?? []))
  }))
)
