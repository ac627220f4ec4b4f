/**
 * What is heard of a brand is kept once, counted by day, and forgotten when a fan asks for it. The Weibo here is a local one.
 *
 * @module
 */
// #region kind
import { NodeSqlite, SqlObservationStore } from "@dualops/adapter-sql"
import { WeiboAccountFacts, WeiboApi, WeiboGrants, WeiboHosts, WeiboInteractions } from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { AccountId, FanId, Tag } from "@dualops/core/account"
import { AccountFacts, AccountReading } from "@dualops/core/fans"
import { Interactions } from "@dualops/core/interaction"
import { Buckets, Observation, Observations } from "@dualops/core/observations"
import { DateTime, Effect, Layer, Redacted, Schema } from "effect"
import { FetchHttpClient } from "effect/http"

/** A watch term, by which mentions are found. */
const Term = Schema.NonEmptyString.annotate(Tag.as("term"))

const Mention = Observation.define("Mention", {
  title: { zh: "提及", en: "Mention" },
  facts: { terms: Schema.Array(Term), length: Schema.Int },
  personal: { fan: FanId, text: Schema.String }
})
// #endregion

// #region record
const account = AccountId.make("1902538057")

/** Whatever the platform shows of who named the account; what was there before is not kept twice. */
const hear = Effect.gen(function* () {
  const port = yield* Interactions.Interactions
  const { interactions } = yield* port.read(account, "mentions", Interactions.start)
  return yield* Observations.record(
    Mention,
    interactions.map(({ at, from, id, text }) => ({
      account,
      key: id,
      at,
      source: "mentions",
      facts: { terms: ["桂花", "乌龙"].filter((term) => text.includes(term)), length: text.length },
      personal: { fan: from.id, text }
    }))
  )
})
// #endregion

const dayOf = (at: DateTime.Utc) =>
  DateTime.formatIsoDate(DateTime.setZone(at, DateTime.zoneMakeNamedUnsafe("Asia/Shanghai")))

const program = Effect.gen(function* () {
  const { fans } = yield* Emulator.Emulator
  const begun = yield* DateTime.now
  fans.post("2489518277", "@星河茶 桂花乌龙什么时候回来")
  fans.post("2489518278", "@星河茶 今天的乌龙很香")
  const receipts = [yield* hear, yield* hear]
  yield* AccountFacts.keep(account)

  // #region read
  const days = Buckets.days("Asia/Shanghai", dayOf(begun), dayOf(yield* DateTime.now))
  const about = { account, tag: Tag.of("term", "乌龙") }
  const perDay = yield* Observations.count(Mention, about, days)
  const readings = yield* Observations.count(AccountReading.kind, { account }, days)

  const fan = FanId.make("2489518277")
  const said = Observations.page(Mention, { account, order: "newest", limit: 20, person: fan })
  const before = (yield* said).observations.map(({ personal }) => personal?.text)
  yield* Observations.erase(fan)
  yield* hear // comes again, and stays erased
  const after = (yield* said).observations.length
  const stillPerDay = yield* Observations.count(Mention, about, days)
  // #endregion
  return { receipts, perDay, readings, before, after, stillPerDay }
})

const token = "2.00tokenOfTheBrand"
const emulator = Emulator.layer({
  accounts: [{ uid: account, name: "星河茶", token }],
  fans: [
    { uid: "2489518277", name: "小林" },
    { uid: "2489518278", name: "小周" }
  ]
})
const api = Layer.unwrap(Effect.map(Emulator.Emulator, ({ url }) => WeiboApi.layer({ hosts: WeiboHosts.at(url) })))
const weibo = Layer.merge(WeiboInteractions.layer, WeiboAccountFacts.layer).pipe(
  Layer.provide(api),
  Layer.provide([WeiboGrants.layer({ [account]: { token: Redacted.make(token) } }), FetchHttpClient.layer])
)
const store = SqlObservationStore.layer.pipe(Layer.provide(NodeSqlite.layer({ filename: ":memory:" }))) // or "brand.db"
export const answer = await Effect.runPromise(
  program.pipe(Effect.scoped, Effect.provide(weibo.pipe(Layer.provideMerge(Layer.merge(store, emulator)))))
)
console.log(answer) // => { receipts: [ { recorded: 2, repeated: 0, tooOld: 0 }, … ], perDay: [ 2 ], … }
