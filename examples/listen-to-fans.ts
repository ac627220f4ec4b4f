/**
 * Listening to fans: a post is out, a fan comments, the comment turns up on somebody's desk, a person answers it, and the answer goes out once.
 *
 * @module
 */
// #region listen-to-fans
import { readFileSync } from "node:fs"
import { NodeSqlite, SqlCursors, SqlEditionStore, SqlQuotaLedger, SqlStore } from "@dualops/adapter-sql"
import {
  WeiboApi,
  WeiboBudget,
  WeiboGrants,
  WeiboHosts,
  WeiboInteractions,
  WeiboQuotaLeft,
  WeiboRenewal,
  WeiboReplies,
  WeiboUnread
} from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { Actor, Carrier, Caseload, ChineseHolidays, Operations, Worker } from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import { AnswerProcess, Polling, ReplyCarriers } from "@dualops/core/interaction"
import { KeptEditions } from "@dualops/core/practices"
import { Notify } from "@dualops/core/process"
import { RenewalProcess } from "@dualops/core/team"
import { Effect, Layer, Redacted, Result } from "effect"
import { FetchHttpClient } from "effect/http"

const file = new URL("brand-day/handbook.yaml", import.meta.url)
const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", readFileSync(file, "utf8")))
const { id: account, name } = handbook.account
const [token, fan] = ["2.00tokenOfTheBrand", "2489518277"]

const program = Effect.gen(function* () {
  const { fans, happenings } = yield* Emulator.Emulator
  const post = fans.post(account, "桂花乌龙回来了")
  fans.comment(fan, post, "请问门店有吗？")

  // What fans write becomes cases, and what people decide about them is carried to Weibo: for ever, and on from here after a restart.
  const carryTell = Carrier.make(Notify.notify, ({ message, to }) => Effect.as(Effect.log(to, message.zh), {}))
  const carriers = [...ReplyCarriers.carriers, carryTell]
  yield* Effect.forkScoped(Polling.run({ account }))
  yield* Effect.forkScoped(Worker.run({ processes: [AnswerProcess, RenewalProcess], carriers }, "50 millis"))

  // Lin looks at the desk until there is something on it, and answers.
  const lin = Actor.person("lin")
  const { cases, desk } = Caseload.make([AnswerProcess, RenewalProcess])
  const often = { until: (all: ReadonlyArray<unknown>) => all.length > 0 }
  const tasks = yield* Effect.repeat(Effect.delay(desk(lin), "100 millis"), often)
  for (const { case: id, step } of tasks) {
    if (step !== "Say") continue
    const input = { text: "各门店今天起都有。" }
    yield* Operations.send(AnswerProcess, { key: "click 1", case: id, step, by: lin, input })
  }

  // A case that is over is open no more.
  yield* Effect.repeat(Effect.delay(cases, "100 millis"), { until: (open) => open.length === 0 })
  const out = happenings().flatMap((one) => (one._tag === "Commented" && one.by === account ? [one.text] : []))
  return { desk: tasks.map(({ step }) => step), out }
})

const kept = Layer.mergeAll(SqlStore.layer, SqlEditionStore.layer, SqlCursors.layer, SqlQuotaLedger.layer).pipe(
  Layer.provide(NodeSqlite.layer({ filename: ":memory:" })) // or "brand.db"
)
const emulator = Emulator.layer({ accounts: [{ uid: account, name, token }], fans: [{ uid: fan, name: "小林" }] })
// For Weibo itself leave `hosts` out, and give it the grant that came of `WeiboOAuth.exchange`.
const api = Layer.unwrap(Effect.map(Emulator.Emulator, ({ url }) => WeiboApi.layer({ hosts: WeiboHosts.at(url) })))
const weibo = Layer.mergeAll(
  WeiboInteractions.layer,
  WeiboReplies.layer({ rip: "211.156.0.1" }),
  WeiboQuotaLeft.layer,
  WeiboUnread.layer // one call counts what three sources have
).pipe(
  Layer.provide(WeiboBudget.layer()),
  // A grant that is dead, or dies within three days, is a case on the desk of whoever may authorise the app.
  Layer.provide(WeiboRenewal.layer()),
  Layer.provide(api),
  Layer.provide([WeiboGrants.layer({ [account]: { token: Redacted.make(token) } }), FetchHttpClient.layer])
)
const house = weibo.pipe(
  Layer.provideMerge(KeptEditions.layer(handbook, ChineseHolidays.holidays)),
  Layer.provideMerge(Layer.merge(kept, emulator))
)
export const answered = await Effect.runPromise(program.pipe(Effect.scoped, Effect.provide(house)))
console.log(answered) // => { desk: [ 'Hide', 'Leave', 'PassOn', 'Say' ], out: [ '回复@小林:各门店今天起都有。' ] }
// #endregion
