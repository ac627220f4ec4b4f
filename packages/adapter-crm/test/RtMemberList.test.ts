/** The list of members on a Request Tracker whose users come and go between two pages. */
import { RequestTrackerMemberList } from "@dualops/adapter-crm"
import { FanId } from "@dualops/core/account"
import { MemberList } from "@dualops/core/members"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import * as fc from "fast-check"
import { json, settings } from "./rt/scripted.ts"

interface User {
  readonly number: number
  readonly isMember: boolean
}

/** Users in the order in which they were made, in pages as Request Tracker gives them. */
const listOf = (users: () => ReadonlyArray<User>) =>
  RequestTrackerMemberList.layer(settings).pipe(
    Layer.provide(
      Layer.succeed(
        HttpClient.HttpClient,
        HttpClient.make((request, url) =>
          Effect.sync(() => {
            const [page, size] = [Number(url.searchParams.get("page")), Number(url.searchParams.get("per_page"))]
            const items = users()
              .slice((page - 1) * size, page * size)
              .map(({ isMember, number }) => ({
                id: number,
                Name: `weibo-${number}`,
                CustomFields: [
                  { name: "Weibo UID", values: [String(number)] },
                  { name: "Weibo Segments", values: isMember ? ["gold"] : [] }
                ]
              }))
            return HttpClientResponse.fromWeb(request, json({ items, total: users().length }))
          })
        )
      )
    )
  )

const usersOf = (members: ReadonlyArray<boolean>): ReadonlyArray<User> =>
  members.map((isMember, index) => ({ number: 40 + index, isMember }))

describe("The list of members on Request Tracker", () => {
  it("has everybody who was in it all the time, once, whoever goes between two pages", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: 90, maxLength: 450, size: "max" }),
        fc.integer({ min: 1, max: 150 }),
        fc.array(fc.array(fc.nat(450), { maxLength: 300, size: "max" }), { maxLength: 6, size: "max" }),
        async (members, limit, going) => {
          let users = usersOf(members)
          const seen: Array<FanId> = []
          const program = Effect.gen(function* () {
            const list = yield* MemberList.MemberList
            let after: string | undefined
            do {
              const { fans, next } = yield* list.page(["gold"], after, limit)
              assert.isAtMost(fans.length, limit)
              seen.push(...fans)
              after = next
              const gone = going.shift() ?? []
              users = users.filter(({ number }) => !gone.includes(number - 40))
            } while (after !== undefined)
          })
          await Effect.runPromise(
            Effect.provide(
              program,
              listOf(() => users)
            )
          )
          assert.lengthOf(seen, new Set(seen).size)
          const standing = users.filter(({ isMember }) => isMember).map(({ number }) => String(number))
          assert.includeMembers(seen, standing)
        }
      )
    ))

  it.live("says where to go on, also where hardly anybody is asked for", () =>
    Effect.gen(function* () {
      const list = yield* MemberList.MemberList
      const { fans, next } = yield* list.page(["gold"], undefined, 10)
      assert.deepEqual(fans, [])
      assert.deepEqual(yield* list.page(["gold"], next, 10), { fans: [FanId.make("2639")] })
    }).pipe(Effect.provide(listOf(() => usersOf([...Array.from({ length: 2_599 }, () => false), true]))))
  )
})
