/**
 * The example of `@dualops/adapter-weibo`: a post goes out, a fan comments and writes, both are answered, once.
 *
 * @module
 */
// #region answer-a-fan
import { MemoryInbox, MemoryPictures } from "@dualops/adapter-memory"
import {
  WeiboApi,
  WeiboGrants,
  WeiboHosts,
  WeiboInteractions,
  WeiboPublisher,
  WeiboPushHandler,
  WeiboReplies
} from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { AccountId } from "@dualops/core/account"
import { Publisher } from "@dualops/core/content"
import { Interactions, Replies } from "@dualops/core/interaction"
import { Effect, Layer, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"

const account = AccountId.make("1902538057")
const [token, secret] = ["2.00tokenOfTheBrand", "secretOfTheApp"]

const program = Effect.gen(function* () {
  // Weibo's pushes come to a function from Request to Response: any server can carry it.
  const takePush = yield* WeiboPushHandler.make({
    secret: Redacted.make(secret),
    handle: (message) => Effect.succeed({ _tag: "Text", text: `收到：${message.text}，稍后回复您。` } as const)
  })
  const emulator = yield* Emulator.start({
    accounts: [{ uid: account, name: "星河茶", token }],
    fans: [{ uid: "2489518277", name: "小林" }],
    safeDomains: ["xinghe.example.com"],
    push: { [account]: { url: "https://xinghe.example.com/weibo", secret, send: takePush } }
  })

  // For Weibo itself leave `hosts` out, and give it the grant that came of `WeiboOAuth.exchange`.
  const api = WeiboApi.layer({ hosts: WeiboHosts.at(emulator.url) }).pipe(
    Layer.provide(WeiboGrants.layer({ [account]: { token: Redacted.make(token) } })),
    Layer.provide(FetchHttpClient.layer)
  )
  const rip = "211.156.0.1"
  const weibo = Layer.mergeAll(
    WeiboPublisher.layer({ rip }),
    WeiboReplies.layer({ rip }),
    WeiboInteractions.layer
  ).pipe(Layer.provide(Layer.merge(api, MemoryPictures.layer())))

  const work = Effect.gen(function* () {
    const content = { text: "桂花乌龙回来了 https://xinghe.example.com/osmanthus ", pictures: [] }
    const { post } = yield* Publisher.Publisher.use((publisher) => publisher.publish({ account, content }))
    emulator.fans.comment("2489518277", post, "请问门店有吗？")
    yield* Effect.promise(() => emulator.fans.write("2489518277", account, "在吗"))

    const { interactions, more } = yield* Interactions.Interactions.use((port) =>
      port.read(account, "comments", Interactions.start)
    )
    const answers = yield* Effect.forEach(interactions, (one) =>
      Replies.Replies.use((port) => port.reply({ account, post, comment: one.id, text: "各门店今天起都有。" }))
    )
    return { answers: answers.map(({ text }) => text), more }
  })
  const done = yield* Effect.provide(work, weibo)
  return { ...done, happened: emulator.happenings().map(({ _tag }) => _tag) }
})

export const answer = await Effect.runPromise(program.pipe(Effect.scoped, Effect.provide(MemoryInbox.layer)))
console.log(answer) // => { answers: [ '回复@小林:各门店今天起都有。' ], more: false, happened: [ 'Posted', 'Commented', … ] }
// #endregion
