import { WeiboApi, WeiboInteractions } from "@dualops/adapter-weibo"
import { PostId } from "@dualops/core/account"
import { Interactions } from "@dualops/core/interaction"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import * as house from "./house.ts"

const at = "Tue May 24 18:04:53 +0800 2011"
const post = PostId.make("1")
const fan = { id: 2489518277, screen_name: "小林" }
const mention = (id: number) => ({ id, created_at: at, text: `@${house.brandName} 在吗`, user: fan })

/** A Weibo that answers this. */
const weibo = (body: unknown) =>
  WeiboInteractions.layer.pipe(
    Layer.provide(
      Layer.succeed(WeiboApi.WeiboApi, {
        call: (_account, endpoint) => Effect.fromResult(endpoint.answer(200, JSON.stringify(body)))
      })
    )
  )

const read = (source: Interactions.Source, body: unknown) =>
  Interactions.Interactions.use((port) => port.read(house.brand, source, Interactions.start)).pipe(
    Effect.provide(weibo(body))
  )

describe("Reading what fans wrote", () => {
  it.live("passes over what was deleted, and reads on beyond it", () =>
    Effect.gen(function* () {
      const statuses = [
        { id: 9, deleted: "1" },
        mention(8),
        { ...mention(7), deleted: 1 },
        { id: 6, deleted: "1", text: "" }
      ]
      const piece = yield* read("mentions", { statuses, next_cursor: "5" })
      assert.deepEqual(
        piece.interactions.map(({ id }) => id as string),
        ["8"]
      )
      assert.deepEqual(piece.cursor, { since: "0", gap: { below: "8", top: "8" } })
      assert.isTrue(piece.more)
    })
  )

  it.live("knows whoever is no longer shown as nobody", () =>
    Effect.gen(function* () {
      const comment = { ...mention(8), user: [], status: mention(1) }
      const { interactions } = yield* read("comments", { comments: [comment], next_cursor: 0 })
      assert.deepEqual(
        interactions.map(({ from, post }) => [from.id as string, post as string]),
        [["0", "1"]]
      )
    })
  )

  it.live("says of unreadable items which parts they lack, without the fan's words, and reads the others", () =>
    Effect.gen(function* () {
      const comment = { ...mention(8), status: mention(1) }
      const odd = [{ id: 7, text: "好看" }, null, { ...comment, id: undefined, user: {} }, { ...comment, text: null }]
      const { interactions, unreadable } = yield* read("comments", { comments: [comment, ...odd], next_cursor: 0 })
      assert.deepEqual(
        interactions.map(({ id }) => id as string),
        ["8"]
      )
      assert.deepEqual(unreadable, [
        { id: "7", lacks: "created_at" },
        { lacks: "the whole" },
        { lacks: "id, user.id" },
        { id: "8", lacks: "text" }
      ])
    })
  )

  it.live("asks on when Weibo does not say that a page is the last, and ends at an empty one", () =>
    Effect.gen(function* () {
      for (const next_cursor of [undefined, null, "", []]) {
        assert.isTrue((yield* read({ repostsOf: post }, { reposts: [mention(8)], next_cursor })).more)
      }
      assert.isFalse((yield* read({ repostsOf: post }, { reposts: [mention(8)], next_cursor: "0" })).more)
      assert.deepEqual(yield* read({ repostsOf: post }, []), {
        interactions: [],
        unreadable: [],
        cursor: Interactions.start,
        more: false
      })
    })
  )
})
