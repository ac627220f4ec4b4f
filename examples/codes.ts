/**
 * "Looking for mysterious codes": codes hidden in an advertisement of the metro and in a post give a discount, once each; a placement whose codes go round is
 * withdrawn, a code is given back when its order is cancelled, and what each placement, the post and a fan have brought in is counted. On SQLite: `node examples/codes.ts`.
 *
 * @module
 */
import { NodeSqlite, SqlObservationStore, SqlRedemptions, SqlStore } from "@dualops/adapter-sql"
import { TillHandler } from "@dualops/adapter-till"
import { Actor, Carrier, Case, ChineseHolidays, Editions, Operations, Worker } from "@dualops/core"
import { FanId, PostId } from "@dualops/core/account"
import { CodeList, Codes, CodeTally, CodeTerms, HouseTill, Redemption, Redemptions } from "@dualops/core/codes"
import { HandbookFile } from "@dualops/core/files"
import { CodeSeriesCarriers, CodeSeriesProcess, Edition, Practices } from "@dualops/core/practices"
import { Notify } from "@dualops/core/process"
import { Resource } from "@dualops/core/resources"
import { DateTime, Effect, Layer, Redacted, Result } from "effect"
import * as VirtualClock from "./clock/VirtualClock.ts"
import * as Worked from "./handbooks/Worked.ts"

// #region handbook
const section = `codes:
  approvers: [he, zhou]
  most: 5000
  longest: 30 days
  words: [PEPSI]
`
// #endregion
const text = Worked.withoutReports.replaceAll(
  "team.takeOver,",
  "codes.plan, codes.approve, codes.issue, codes.stop, team.takeOver,"
)
const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", `${text}\n${section}`))
const account = handbook.account.id
const [lin, zhou] = [Actor.person("lin"), Actor.person("zhou")]
const at = (time: string) => DateTime.makeUnsafe(`2026-12-${time}:00+08:00`)
const clock = VirtualClock.make(at("07T10:00"))

const secret = Redacted.make("a secret of the house, from its vault and from nowhere else")
const token = Redacted.make("the-token-of-the-shop-in-nanjing-road")
const tell = Carrier.make(Notify.notify, () => Effect.succeed({}))
// #region work
const work = { processes: Practices.processes(), carriers: [...CodeSeriesCarriers.carriers, tell] }
// #endregion
/** Everything that there is to do now. */
const worked = Effect.gen(function* () {
  while (true) {
    const { carried, fired } = yield* Worker.round(work)
    if (carried + fired === 0) return
  }
})

const post = PostId.make("5034567890123456789")
const resource = Resource.ResourceId.make("adverts")
const [metro, second] = ["metro-line-2", "second-post"].map((id) => CodeTerms.PlacementId.make(id)) as [
  // Two names make two placements.
  CodeTerms.PlacementId,
  CodeTerms.PlacementId
]

/** The series is planned, approved by somebody else, and issued. */
const issued = Effect.fnUntraced(function* (id: Case.CaseId) {
  // #region series
  const series = { case: id, by: lin }
  const input = {
    account,
    name: "寻找神秘暗号",
    discount: "第二杯半价",
    firstDay: "2026-12-08",
    lastDay: "2026-12-20",
    length: 12,
    placements: [
      { id: metro, kind: "advertisement", resource, codes: 2_000 },
      { id: second, kind: "post", resource, post, codes: 100 }
    ] as const
  }
  yield* Operations.send(CodeSeriesProcess, { ...series, key: "1", step: "Draft", input })
  yield* Operations.send(CodeSeriesProcess, { ...series, key: "2", step: "Approve", by: zhou, input: {} })
  yield* Operations.send(CodeSeriesProcess, { ...series, key: "3", step: "Issue", input: {} })
  // #endregion
  yield* worked
})

const program = Effect.gen(function* () {
  const id = Case.CaseId.make("mysterious codes")
  yield* issued(id)

  // #region list
  const [terms] = yield* Redemptions.use((redemptions) => redemptions.terms)
  if (terms === undefined) return yield* Effect.die("no series was issued")
  const codes = Codes.make(secret).of(CodeTerms.makingOf(terms))
  const lists = terms.placements.map((placement) => [...CodeList.csv(codes, terms, placement)].join(""))
  // #endregion
  const [[posters = "", another = ""] = [], [inPost = "", next = ""] = []] = lists.map((list) =>
    list
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(",")[0] ?? "")
  )

  // #region till
  const tills = yield* HouseTill.make({ secret })
  const shop = tills("nanjing-road")
  const early = yield* shop.redeem({ code: posters, key: "order 1" })
  // #endregion
  clock.skipTo(at("08T09:00"))
  yield* worked
  const fan = FanId.make("2489518277")
  const ask = (code: string, key: string) => shop.redeem({ code, key, fan })
  const wrong = `${posters.slice(0, -1)}${posters.endsWith("1") ? "2" : "1"}`
  const answers = [
    early,
    yield* ask(wrong, "order 1"),
    yield* ask(` ${posters.toLowerCase()} `, "order 1"),
    // The answer was lost: the same claim is made again.
    yield* ask(posters, "order 1"),
    yield* ask(posters, "order 2"),
    yield* ask(inPost, "order 3")
  ]

  // #region back
  // The order is cancelled: its code is free again, and nothing of it is counted. The same order again gets the same answer.
  const cancelled = yield* shop.giveBack({ key: "order 3", by: "chen" })
  const again = yield* shop.redeem({ code: inPost, key: "order 8", fan })
  // #endregion
  answers.push(yield* ask(inPost, "order 3"))

  // #region withdraw
  const input = { placement: metro, reason: "有人把海报拍下来到处转发" }
  yield* Operations.send(CodeSeriesProcess, { case: id, key: "4", step: "Withdraw", by: zhou, input })
  // #endregion
  yield* worked
  answers.push(yield* ask(another, "order 4"))

  // #region handler
  const handler = yield* TillHandler.make({ secret, tills: { "nanjing-road": { token } } })
  const response = yield* Effect.promise(() =>
    handler(
      new Request("https://xinghe.example/redeem", {
        method: "POST",
        headers: {
          authorization: `Bearer ${Redacted.value(token)}`,
          "idempotency-key": "order 5",
          "content-type": "application/json"
        },
        body: JSON.stringify({ code: next })
      })
    )
  )
  // #endregion

  // #region tally
  const lines = yield* CodeTally.byPlacement(terms, terms.from, terms.until)
  const ofPost = yield* CodeTally.ofPost(account, post, terms.from, terms.until)
  const ofFan = yield* CodeTally.ofFan(account, fan, 10)
  // #endregion
  clock.skipTo(at("21T00:00"))
  yield* worked
  answers.push(yield* ask(inPost, "order 6"), yield* ask("", "order 7"))
  return {
    answers: answers.map((told) => Redemption.said(told, DateTime.formatIso).zh.replace(/\d{4}-\S+Z/, "…")),
    cancelled: cancelled._tag,
    turn: again._tag === "Redeemed" ? again.turn : 0,
    status: response.status,
    redeemed: lines.map(({ codes, placement, redeemed }) => `${placement}: ${redeemed} of ${codes}`),
    ofPost,
    ofFan: ofFan.length,
    state: (yield* Operations.load(CodeSeriesProcess, id))?.state._tag
  }
})

// #region house
const stores = Layer.mergeAll(SqlStore.layer, SqlObservationStore.layer, SqlRedemptions.layer).pipe(
  Layer.provide(NodeSqlite.layer({ filename: ":memory:" }))
)
// #endregion
const house = Layer.mergeAll(stores, Editions.layer(Edition.edition(handbook, ChineseHolidays.holidays)), clock.layer)
export const outcome = await Effect.runPromise(Effect.provide(program, house))
if (process.argv[1] === import.meta.filename) console.log(outcome)
