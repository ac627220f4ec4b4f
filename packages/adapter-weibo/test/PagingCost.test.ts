/** What reading costs: the emulator's pages end as Weibo's recorded ones do, and no call is spent to find that out. */
import { WeiboApi, WeiboCursor, WeiboEndpoint } from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import type { Interactions } from "@dualops/core/interaction"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import * as fixtures from "./fixtures.ts"
import * as house from "./house.ts"

interface Exchange {
  readonly request: { readonly path: string }
  readonly response: {
    readonly envelope?: { readonly next_cursor?: number }
    readonly statuses?: number
    readonly first_id?: string
    readonly last_id?: string
  }
}

/** How many calls it takes to read a list to its end, and the cursor that is kept then. */
const readAll = (pages: (params: WeiboApi.Params, call: number) => Effect.Effect<Page, unknown>, from: string) =>
  Effect.gen(function* () {
    let [calls, cursor, more]: [number, Interactions.Cursor, boolean] = [0, { since: from }, true]
    while (more) {
      const { ids, next } = yield* pages(WeiboCursor.ask(cursor), calls++)
      const after = WeiboCursor.advance(cursor, ids, WeiboCursor.isLast(cursor, next))
      assert.isDefined(after)
      cursor = after?.cursor ?? cursor
      more = after?.more ?? false
    }
    return { calls, since: cursor.since }
  })

interface Page {
  readonly ids: ReadonlyArray<string>
  readonly next: string | undefined
}

describe("A list that is read to its end", () => {
  fixtures.withFixtures("costs two calls where it was recorded in two pages", () =>
    Effect.gen(function* () {
      const recorded = fixtures
        .json<ReadonlyArray<Exchange>>("recorded/http-exchanges.json")
        .filter(({ request: { path }, response }) => path.includes("friends_timeline") && response.envelope)
      const page = (_: unknown, call: number) =>
        Effect.sync((): Page => {
          const { envelope, first_id: first, last_id: last } = recorded[call]?.response ?? {}
          return { ids: [first, last].filter((id) => id !== undefined), next: String(envelope?.next_cursor) }
        })
      assert.deepStrictEqual(yield* readAll(page, "0"), { calls: 2, since: "3935747314735304" })
    }).pipe(Effect.runPromise)
  )

  it.live("costs as many at the emulator, and one where only what is new is asked for", () =>
    Effect.gen(function* () {
      const emulator = yield* Emulator.Emulator
      const api = yield* WeiboApi.WeiboApi
      const post = emulator.fans.post(house.brand, house.text(1))
      const comment = () => emulator.fans.comment(house.fans[0].uid, post, "好")
      const page = (params: WeiboApi.Params) =>
        Effect.map(api.call(house.brand, WeiboEndpoint.commentsToMe, { ...params, count: 50 }), (read): Page => {
          const comments = "comments" in read ? read.comments : []
          return {
            ids: comments.flatMap((one) => ("raw" in one ? [] : (one.id ?? []))),
            next: "next_cursor" in read ? read.next_cursor : undefined
          }
        })
      const all = Array.from({ length: 90 }, comment)
      assert.deepStrictEqual(yield* readAll(page, "0"), { calls: 2, since: all.at(-1) })
      const more = Array.from({ length: 3 }, comment)
      assert.deepStrictEqual(yield* readAll(page, String(all.at(-1))), { calls: 1, since: more.at(-1) })
      assert.deepStrictEqual(yield* readAll(page, String(more.at(-1))), { calls: 1, since: more.at(-1) })
    }).pipe(Effect.provide(house.api()), Effect.provide(house.emulator()))
  )
})
