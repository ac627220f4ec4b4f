import {
  MemoryAccountFacts,
  MemoryCursors,
  MemoryFans,
  MemoryInbox,
  MemoryInteractions,
  MemoryOwnPosts,
  MemoryPrivateMessages,
  MemoryQuotaLedger,
  MemoryQuotaLeft,
  MemoryReplies,
  MemoryUnread
} from "@dualops/adapter-memory"
import { AccountId, FanId, PostId } from "@dualops/core/account"
import { FanAccount } from "@dualops/core/fans"
import { AnswerWindow, type FanMessage, Interaction } from "@dualops/core/interaction"
import { Quota, QuotaLedger } from "@dualops/core/planning"
import {
  AccountFactsSuite,
  CursorsSuite,
  InboxSuite,
  InteractionsSuite,
  OwnPostsSuite,
  PrivateMessagesSuite,
  QuotaLedgerSuite,
  QuotaLeftSuite,
  RepliesSuite,
  type Trouble,
  UnreadSuite
} from "@dualops/core/testing"
import { DateTime, Effect, Layer } from "effect"

const account = AccountId.make("1902538057")
const fans = [1, 2, 3].map((number) => FanId.make(String(2_489_518_277 + number)))
const [one = FanId.make("1"), two = one, three = one] = fans

const fates: Readonly<Record<Trouble.Trouble, MemoryFans.Fate>> = {
  refused: { end: "Refused", out: false },
  unauthorised: { end: "Unauthorised", out: false },
  busy: { end: "TryLater", out: false },
  "lost before": { end: "Unknown", out: false },
  "lost after": { end: "Unknown", out: true }
}
const world = MemoryFans.MemoryFans
const next = (trouble: Trouble.Trouble) =>
  world.use(({ fates: queue }) => Effect.sync(() => void queue.push(fates[trouble])))

const post = PostId.make("5034567890123456")
const comment = Effect.gen(function* () {
  const { interactions } = yield* world
  const id = Interaction.InteractionId.make(`c${interactions.length + 1}`)
  const at = yield* DateTime.now
  interactions.push({ kind: "comment", id, post, from: { id: one }, text: "等了三天了", at })
  return { post, comment: id }
})

const context = Effect.context<MemoryFans.MemoryFans>()

const replies = Layer.effect(
  RepliesSuite.Stage,
  Effect.map(context, (fans) => ({
    account,
    comment: Effect.provideContext(comment, fans),
    next: (trouble: Trouble.Trouble) => Effect.provideContext(next(trouble), fans),
    record: Effect.provideContext(
      world.use(({ replies }) => Effect.sync(() => replies.map(({ reply }) => ({ reply })))),
      fans
    ),
    comments: Effect.provideContext(
      world.use(({ interactions }) => Effect.sync(() => interactions.map(({ id }) => id))),
      fans
    )
  }))
)
RepliesSuite.suite("MemoryReplies", Layer.merge(replies, MemoryReplies.layer).pipe(Layer.provide(MemoryFans.layer)))

const arrivals = Layer.effect(
  InteractionsSuite.Stage,
  Effect.map(context, (fans) => ({
    account,
    arrive: Effect.provideContext(
      Effect.map(comment, (one) => one.comment),
      fans
    )
  }))
)
InteractionsSuite.suite(
  "MemoryInteractions",
  Layer.merge(arrivals, MemoryInteractions.layer).pipe(Layer.provide(MemoryFans.layer))
)

const messages = Layer.effect(
  PrivateMessagesSuite.Stage,
  Effect.gen(function* () {
    const fans = yield* context
    const { sent, windows } = yield* world
    const at = yield* DateTime.now
    const message = { _tag: "Text", account, fan: one, at, text: "在吗" } satisfies FanMessage.FanMessage
    const mention = { _tag: "Mention", account, fan: three, at, text: "在吗", in: "post", id: "9" } as const
    windows.set(one, AnswerWindow.receive(AnswerWindow.closed, message))
    windows.set(three, AnswerWindow.receive(AnswerWindow.closed, mention))
    return {
      account,
      fan: one,
      mentioning: three,
      stranger: two,
      next: (trouble: Trouble.Trouble) => Effect.provideContext(next(trouble), fans),
      record: Effect.sync(() => [...sent])
    }
  })
)
PrivateMessagesSuite.suite(
  "MemoryPrivateMessages",
  Layer.merge(messages, MemoryPrivateMessages.layer).pipe(Layer.provide(MemoryFans.layer))
)

const posts = Layer.effect(
  OwnPostsSuite.Stage,
  Effect.map(world, ({ counts }) => ({
    account,
    post: (comments: number, reposts: number) =>
      Effect.sync(() => {
        const id = PostId.make(`p${counts.size + 1}`)
        counts.set(id, { post: id, comments, reposts })
        return id
      }),
    gone: Effect.succeed(PostId.make("p0"))
  }))
)
OwnPostsSuite.suite("MemoryOwnPosts", Layer.merge(posts, MemoryOwnPosts.layer).pipe(Layer.provide(MemoryFans.layer)))

const facts = Layer.effect(
  AccountFactsSuite.Stage,
  Effect.map(world, ({ looks, told }) => {
    const gone = FanId.make("1000000001")
    looks.set(gone, FanAccount.gone)
    told.facts = { name: "某品牌", followers: 3 }
    told.followers = { shown: [{ id: three }, { id: one }], total: 3 }
    return { account, name: "某品牌", followers: [one, two, three] as const, gone }
  })
)
AccountFactsSuite.suite(
  "MemoryAccountFacts",
  Layer.merge(facts, MemoryAccountFacts.layer).pipe(Layer.provide(MemoryFans.layer))
)

QuotaLedgerSuite.suite("MemoryQuotaLedger", MemoryQuotaLedger.layer)

const calls = Layer.effect(
  QuotaLeftSuite.Stage,
  Effect.map(QuotaLedger.QuotaLedger, (ledger) => ({
    account,
    call: Effect.flatMap(DateTime.now, (at) =>
      Effect.orDie(ledger.take(Quota.claims(Quota.ordinary, 0, { account, purpose: "poll", at })))
    )
  }))
)
QuotaLeftSuite.suite(
  "MemoryQuotaLeft",
  Layer.merge(calls, MemoryQuotaLeft.layer()).pipe(Layer.provide(MemoryQuotaLedger.layer))
)
const unread = Layer.effect(
  UnreadSuite.Stage,
  Effect.map(context, (fans) => ({
    account,
    comment: Effect.asVoid(Effect.provideContext(comment, fans)),
    mention: Effect.provideContext(
      Effect.gen(function* () {
        const { interactions } = yield* world
        const id = Interaction.InteractionId.make(`m${interactions.length + 1}`)
        interactions.push({ kind: "mention", id, post, from: { id: two }, text: "看看", at: yield* DateTime.now })
      }),
      fans
    )
  }))
)
UnreadSuite.suite("MemoryUnread", Layer.merge(unread, MemoryUnread.layer).pipe(Layer.provide(MemoryFans.layer)))
CursorsSuite.suite("MemoryCursors", MemoryCursors.layer)
InboxSuite.suite("MemoryInbox", MemoryInbox.layer)
