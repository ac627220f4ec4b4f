/** Everything that the adapter's ports do, on a wire of the test's own, with what a real answer to each looks like. */
import { MemoryPictures, MemoryQuotaLedger } from "@dualops/adapter-memory"
import {
  WeiboAccountFacts,
  WeiboApi,
  WeiboBudget,
  WeiboGrants,
  WeiboHosts,
  WeiboInteractions,
  WeiboOwnPosts,
  WeiboPrivateMessages,
  WeiboPublisher,
  WeiboQuotaLeft,
  WeiboReplies,
  WeiboUnread
} from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { FanId, PostId } from "@dualops/core/account"
import { OwnPosts, Publisher } from "@dualops/core/content"
import { AccountFacts } from "@dualops/core/fans"
import { Interaction, Interactions, PrivateMessages, Replies, Unread } from "@dualops/core/interaction"
import { Quota, QuotaLedger, QuotaLeft } from "@dualops/core/planning"
import { assert } from "@effect/vitest"
import { DateTime, Effect, Layer, Redacted } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import * as house from "../house.ts"
import * as VirtualClock from "./VirtualClock.ts"

export const clock = VirtualClock.make("2026-06-01T02:00:00Z")
export const [fan] = house.fans
export const account = house.brand
const content = { text: house.text(2), pictures: [] }

type Ports =
  | Publisher.Publisher
  | Replies.Replies
  | Interactions.Interactions
  | PrivateMessages.PrivateMessages
  | OwnPosts.OwnPosts
  | AccountFacts.AccountFacts
  | QuotaLeft.QuotaLeft
  | Unread.Unread
type Operation = Effect.Effect<unknown, { readonly _tag: string }, Ports>

/** Whatever a port of the adapter does, what it needs, and what it costs. */
const operations = (post: PostId, comment: Interaction.InteractionId) => {
  const read = (source: Interactions.Source, cursor: Interactions.Cursor = Interactions.start) =>
    Interactions.Interactions.use((port) => port.read(account, source, Object.freeze({ ...cursor })))
  const message = { _tag: "Text", text: "您好" } as const
  const all: Readonly<Record<string, Operation>> = {
    publish: Publisher.Publisher.use((port) => port.publish({ account, content })),
    repost: Publisher.Publisher.use((port) =>
      port.publish({ account, content: { text: "", pictures: [], repostOf: post } })
    ),
    "look for a post": Publisher.Publisher.use((port) => port.latest(account)),
    reply: Replies.Replies.use((port) => port.reply({ account, post, comment, text: "谢谢" })),
    "look for a reply": Replies.Replies.use((port) => port.latest(account)),
    hide: Replies.Replies.use((port) => port.hide(account, comment)),
    "read comments": read("comments"),
    "read on in comments": read("comments", {
      since: "5",
      gap: { below: "9000000000000000", top: "9000000000000001" }
    }),
    "read mentions": read("mentions"),
    "read mentions in comments": read("mentions in comments"),
    "read reposts": read({ repostsOf: post }),
    "write in private": PrivateMessages.PrivateMessages.use((port) =>
      port.send({ account, fan: FanId.make(fan.uid), message })
    ),
    count: OwnPosts.OwnPosts.use((port) => port.counts(account, [post])),
    facts: AccountFacts.AccountFacts.use((port) => port.facts(account)),
    followers: AccountFacts.AccountFacts.use((port) => port.followers(account)),
    look: AccountFacts.AccountFacts.use((port) => port.look(account, FanId.make(fan.uid))),
    "count what is unread": Unread.Unread.use((port) => port.count(account)),
    "calls left": QuotaLeft.QuotaLeft.use((port) => port.ask(account))
  }
  return all
}

/** Operations that change something at Weibo, and operations that cost no call. */
export const writes = ["publish", "repost", "reply", "hide", "write in private"]
export const free = ["calls left"]

const ports = Layer.mergeAll(
  WeiboPublisher.layer({ rip: house.rip }),
  WeiboReplies.layer({ rip: house.rip }),
  WeiboInteractions.layer,
  WeiboPrivateMessages.layer,
  WeiboOwnPosts.layer,
  WeiboAccountFacts.layer,
  WeiboQuotaLeft.layer,
  WeiboUnread.layer
)

const limits = { callsPerDay: 1_000_000, postsPerHour: 1_000_000, callsPerAddressAndHour: 1_000_000 }

/** The adapter whole, from its ports down to a wire of the test's own. */
export const adapter = (
  url: string,
  wire: (url: URL, init: RequestInit) => Promise<Response>,
  ledger: Layer.Layer<QuotaLedger.QuotaLedger> = MemoryQuotaLedger.layer
) => {
  const client = HttpClient.make((request, url) =>
    Effect.promise(async () => {
      const body = request.body._tag === "Uint8Array" ? Uint8Array.from(request.body.body) : null
      const headers = { ...request.headers, ...(body && { "content-type": "application/x-www-form-urlencoded" }) }
      return HttpClientResponse.fromWeb(request, await wire(url, { method: request.method, headers, body }))
    })
  )
  const api = WeiboApi.layer({ hosts: WeiboHosts.at(url) }).pipe(
    Layer.provide(Layer.succeed(HttpClient.HttpClient, client)),
    Layer.provide(WeiboGrants.layer({ [account]: { token: Redacted.make(house.token) } }))
  )
  const counted = WeiboBudget.layer({ limits }).pipe(Layer.provide(api))
  return ports.pipe(
    Layer.provide(Layer.merge(counted, MemoryPictures.layer())),
    Layer.provideMerge(ledger),
    Layer.provideMerge(clock.layer)
  )
}

/** How many calls of the account the ledger has counted today. */
export const used = Effect.flatMap(QuotaLedger.QuotaLedger, (ledger) =>
  ledger.used(Quota.callsOf(account), Quota.dayOf(DateTime.makeUnsafe(clock.now())))
)

/** What the emulator answers to each operation, once. */
export const recorded = async () => {
  const emulator = await Emulator.startAsync({ ...house.options, now: clock.now })
  const bodies: Array<string> = []
  try {
    const posted = await fetch(emulator.url + house.share, {
      method: "POST",
      body: new URLSearchParams({ status: house.text(1), rip: house.rip, access_token: house.token })
    })
    assert.strictEqual(posted.status, 200)
    const post = PostId.make(emulator.posts()[0]?.post ?? "")
    const comment = emulator.fans.comment(fan.uid, post, `好看 @${house.brandName}`)
    emulator.fans.repost(fan.uid, post, `转给 @${house.brandName}`)
    emulator.fans.comment(fan.uid, emulator.fans.post(fan.uid, `@${house.brandName} 在吗`), `@${house.brandName} 看看`)
    await emulator.fans.follow(fan.uid, account)
    const all = Object.entries(operations(post, Interaction.InteractionId.make(comment)))
    const wire = async (url: URL, init: RequestInit) => {
      const answer = await fetch(url, init)
      bodies.push(await answer.clone().text())
      return answer
    }
    const run = Effect.forEach(all, ([name, operation]) =>
      Effect.map(operation, (whole) => ({ name, operation, whole, body: bodies.at(-1) ?? "" }))
    )
    return await Effect.runPromise(run.pipe(Effect.provide(adapter(emulator.url, wire))))
  } finally {
    await emulator.close()
  }
}
