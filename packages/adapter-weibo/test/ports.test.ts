import {
  WeiboAccountFacts,
  WeiboInteractions,
  WeiboOwnPosts,
  WeiboPrivateMessages,
  WeiboQuotaLeft,
  WeiboReplies,
  WeiboUnread
} from "@dualops/adapter-weibo"
import { Emulator, type Happening } from "@dualops/adapter-weibo/emulator"
import { FanId, PostId } from "@dualops/core/account"
import { Interaction } from "@dualops/core/interaction"
import {
  AccountFactsSuite,
  InteractionsSuite,
  OwnPostsSuite,
  PrivateMessagesSuite,
  QuotaLeftSuite,
  RepliesSuite,
  type Trouble,
  UnreadSuite
} from "@dualops/core/testing"
import { Effect, Layer } from "effect"
import * as house from "./house.ts"

const fan = house.fans[0].uid
const endless = { limits: { callsPerDay: 1_000_000, postsPerHour: 1_000 } }

/** A post of the brand, by the same way as the app writes it. */
const publish = (emulator: Emulator.Running, number: number) =>
  Effect.promise(async () => {
    const body = new URLSearchParams({ status: house.text(number), rip: house.rip, access_token: house.token })
    await fetch(emulator.url + house.share, { method: "POST", body })
    return PostId.make(emulator.posts().at(-1)?.post ?? "none")
  })

const next = (emulator: Emulator.Running, path: string) => (trouble: Trouble.Trouble) =>
  Effect.sync(() => emulator.next(path, house.faultByTrouble[trouble]))

const commentsBy = (emulator: Emulator.Running, isBrand: boolean) => {
  const gone = emulator.happenings().flatMap((one) => (one._tag === "CommentDeleted" ? [one.comment] : []))
  return emulator
    .happenings()
    .filter((one): one is Happening.Commented => one._tag === "Commented")
    .filter(({ by, comment }) => (by === house.brand) === isBrand && !gone.includes(comment))
    .map(({ comment }) => comment)
}

const ports = Layer.mergeAll(
  WeiboReplies.layer({ rip: house.rip }),
  WeiboInteractions.layer,
  WeiboPrivateMessages.layer,
  WeiboOwnPosts.layer,
  WeiboQuotaLeft.layer,
  WeiboAccountFacts.layer,
  WeiboUnread.layer
)

const onEmulator = <S>(stage: Layer.Layer<S, never, Emulator.Emulator>) =>
  Layer.merge(stage, ports.pipe(Layer.provide(house.api()))).pipe(Layer.provide(house.emulator(endless)))

RepliesSuite.suite(
  "WeiboReplies",
  onEmulator(
    Layer.effect(
      RepliesSuite.Stage,
      Effect.map(Emulator.Emulator, (emulator) => ({
        account: house.brand,
        comment: Effect.gen(function* () {
          const post = emulator.posts().at(-1)?.post ?? (yield* publish(emulator, 1))
          const comment = emulator.fans.comment(fan, post, "等了三天了，没有人管")
          return { post: PostId.make(post), comment: Interaction.InteractionId.make(comment) }
        }),
        next: next(emulator, "/2/comments/reply.json"),
        record: Effect.sync(() => commentsBy(emulator, true).map((reply) => ({ reply }))),
        comments: Effect.sync(() => commentsBy(emulator, false))
      }))
    )
  )
)

InteractionsSuite.suite(
  "WeiboInteractions",
  onEmulator(
    Layer.effect(
      InteractionsSuite.Stage,
      Effect.gen(function* () {
        const emulator = yield* Emulator.Emulator
        const post = yield* publish(emulator, 1)
        return { account: house.brand, arrive: Effect.sync(() => emulator.fans.comment(fan, post, "好看")) }
      })
    )
  )
)

PrivateMessagesSuite.suite(
  "WeiboPrivateMessages",
  onEmulator(
    Layer.effect(
      PrivateMessagesSuite.Stage,
      Effect.gen(function* () {
        const emulator = yield* Emulator.Emulator
        const mentioning = house.fans[2].uid
        yield* Effect.promise(() => emulator.fans.write(fan, house.brand, "在吗"))
        emulator.fans.post(mentioning, `@${house.brandName} 在吗`)
        return {
          account: house.brand,
          fan: FanId.make(fan),
          mentioning: FanId.make(mentioning),
          stranger: FanId.make(house.fans[1].uid),
          next: next(emulator, "/2/messages/reply.json"),
          record: Effect.sync(() => emulator.happenings().flatMap((one) => (one._tag === "Messaged" ? [one.fan] : [])))
        }
      })
    )
  )
)

OwnPostsSuite.suite(
  "WeiboOwnPosts",
  onEmulator(
    Layer.effect(
      OwnPostsSuite.Stage,
      Effect.map(Emulator.Emulator, (emulator) => ({
        account: house.brand,
        post: (comments: number, reposts: number) =>
          Effect.gen(function* () {
            const post = yield* publish(emulator, emulator.posts().length)
            for (let number = 0; number < comments; number++) emulator.fans.comment(fan, post, "好看")
            for (let number = 0; number < reposts; number++) emulator.fans.repost(fan, post, "转发微博")
            return post
          }),
        gone: Effect.gen(function* () {
          const id = yield* publish(emulator, 99)
          const body = new URLSearchParams({ id, access_token: house.token })
          yield* Effect.promise(() => fetch(`${emulator.url}/2/statuses/destroy.json`, { method: "POST", body }))
          return id
        })
      }))
    )
  )
)

AccountFactsSuite.suite(
  "WeiboAccountFacts",
  onEmulator(
    Layer.effect(
      AccountFactsSuite.Stage,
      Effect.gen(function* () {
        const emulator = yield* Emulator.Emulator
        const [first, hidden, third] = house.fans
        for (const { uid } of [first, hidden, third]) {
          yield* Effect.promise(() => emulator.fans.follow(uid, house.brand))
          yield* Effect.sleep("2 millis")
        }
        const followers = [FanId.make(first.uid), FanId.make(hidden.uid), FanId.make(third.uid)] as const
        return { account: house.brand, name: house.brandName, followers, gone: FanId.make("1000000001") }
      })
    )
  )
)

QuotaLeftSuite.suite(
  "WeiboQuotaLeft",
  onEmulator(
    Layer.effect(
      QuotaLeftSuite.Stage,
      Effect.map(Emulator.Emulator, (emulator) => ({
        account: house.brand,
        call: Effect.promise(async () => {
          await fetch(`${emulator.url}/2/account/get_uid.json?access_token=${house.token}`)
        })
      }))
    )
  )
)

UnreadSuite.suite(
  "WeiboUnread",
  onEmulator(
    Layer.effect(
      UnreadSuite.Stage,
      Effect.gen(function* () {
        const emulator = yield* Emulator.Emulator
        const post = yield* publish(emulator, 1)
        return {
          account: house.brand,
          comment: Effect.sync(() => void emulator.fans.comment(fan, post, "好看")),
          mention: Effect.sync(() => void emulator.fans.post(fan, `@${house.brandName} 在吗`))
        }
      })
    )
  )
)
