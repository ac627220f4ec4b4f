/** The page behind the links of invitations. */
import { MemoryMembers, MemoryObservationStore } from "@dualops/adapter-memory"
import { OptOutHandler } from "@dualops/adapter-notify/mail"
import { AccountId, FanId } from "@dualops/core/account"
import { Members, OptOutLink, OutreachHistory } from "@dualops/core/members"
import { ObservationStore } from "@dualops/core/observations"
import { StoreUnavailable } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer, Redacted } from "effect"

const account = AccountId.make("1234567890")
const fan = FanId.make("77001")
const links = OptOutLink.make("https://brand.example/out", Redacted.make("a secret of the house, from its vault"))
const link = links.linkOf({ fan, campaign: "spring" })
const options = { account, links, brand: { zh: "星河<茶饮>", en: "Xinghe Tea" } }

const out = Effect.map(OutreachHistory.read({ account, fan }), (history) => history.map(({ what }) => what))
const ask = (method: string, url = link) =>
  Effect.flatMap(OptOutHandler.make(options), (handler) => Effect.promise(() => handler(new Request(url, { method }))))

const world = Layer.merge(MemoryMembers.layer, MemoryObservationStore.layer).pipe(
  Layer.provideMerge(MemoryMembers.membership)
)

describe("The page on which members opt out", () => {
  it.live("changes nothing for whoever opens it, such as the scanner of a mailbox, and shows a button", () =>
    Effect.gen(function* () {
      for (const method of ["GET", "HEAD"]) assert.strictEqual((yield* ask(method)).status, 200)
      const text = yield* Effect.flatMap(ask("GET"), (response) => Effect.promise(() => response.text()))
      assert.include(text, '<form method="post"><button>')
      assert.include(text, "星河&#60;茶饮&#62;")
      assert.deepEqual(yield* out, [])
    }).pipe(Effect.provide(world))
  )

  it.live("opts a member out by one POST without a cookie, once, and where members are kept (RFC 8058)", () =>
    Effect.gen(function* () {
      const given = { given: true, at: DateTime.makeUnsafe("2026-01-01T00:00:00Z") }
      yield* Members.use((port) => port.upsert({ fan, name: "小林", consent: given }))
      const handler = yield* OptOutHandler.make(options)
      const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" })
      for (const _ of ["once", "again"]) {
        const response = yield* Effect.promise(() => handler(new Request(link, { method: "POST", body })))
        assert.strictEqual(response.status, 200)
        assert.strictEqual(response.headers.get("cache-control"), "no-store")
        assert.strictEqual(response.headers.get("referrer-policy"), "no-referrer")
      }
      assert.deepEqual(yield* out, ["optedOut"])
      const known = yield* Members.use((port) => port.find(fan))
      assert.isFalse(known?.consent?.given)
    }).pipe(Effect.provide(world))
  )

  it.live("opts nobody out by a link that is changed, or by another method", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* ask("POST", link.replace("77001", "77002"))).status, 404)
      assert.strictEqual((yield* ask("POST", "https://brand.example/out")).status, 404)
      assert.strictEqual((yield* ask("PUT")).status, 405)
      assert.deepEqual(yield* out, [])
    }).pipe(Effect.provide(world))
  )

  it.live("says that it failed where the opt-out could not be written down", () =>
    Effect.gen(function* () {
      const response = yield* ask("POST")
      assert.strictEqual(response.status, 503)
      assert.include(yield* Effect.promise(() => response.text()), "try again later")
    }).pipe(
      Effect.provide(
        Layer.merge(
          MemoryMembers.layer.pipe(Layer.provide(MemoryMembers.membership)),
          Layer.mock(ObservationStore.ObservationStore, {
            page: () => Effect.fail(new StoreUnavailable({ cause: "away" }))
          })
        )
      )
    )
  )
})
