/**
 * The side of the fans in memory: what they wrote, whom they follow, and how the next calls of the account go.
 *
 * @module
 */
import type { FanId, PostId } from "@dualops/core/account"
import type { OwnPosts } from "@dualops/core/content"
import type { AccountFacts, AccountReading, DeadFans } from "@dualops/core/fans"
import type { AnswerWindow, Interaction, Reply } from "@dualops/core/interaction"
import { Context, Layer } from "effect"

/** What becomes of one call that writes: in which way it fails, and whether it took effect all the same. */
export interface Fate {
  readonly end: "Refused" | "Unauthorised" | "TryLater" | "Unknown"
  readonly out: boolean
}

/** What there is, open to whoever arranges a test or an example. Lists are in the order in which things came. */
export class MemoryFans extends Context.Service<
  MemoryFans,
  {
    /** What fans wrote and is to be seen. */
    readonly interactions: Array<Interaction.Interaction>
    /** What the account wrote under posts. */
    readonly replies: Array<Reply.Reply>
    /** To whom the account wrote in private. */
    readonly sent: Array<FanId>
    /** What each fan has opened. */
    readonly windows: Map<FanId, AnswerWindow.AnswerWindow>
    /** How posts fare. */
    readonly counts: Map<PostId, OwnPosts.Counts>
    /** What is told of the account. */
    readonly told: { facts: AccountReading.Facts; followers: AccountFacts.Followers }
    /** What is to be seen of fans' accounts; of all others nothing can be told. */
    readonly looks: Map<FanId, DeadFans.Look>
    /** The next calls that write meet these fates, one each. */
    readonly fates: Array<Fate>
  }
>()("@dualops/adapter-memory/MemoryFans") {}

/** A world in which nothing has happened yet. */
export const layer: Layer.Layer<MemoryFans> = Layer.sync(MemoryFans, () => ({
  interactions: [],
  replies: [],
  sent: [],
  windows: new Map(),
  counts: new Map(),
  told: { facts: {}, followers: { shown: [] } },
  looks: new Map(),
  fates: []
}))
