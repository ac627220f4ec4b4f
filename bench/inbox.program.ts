/**
 * What fans write, taken in a second through triage into a SQLite file: judged, recorded once each, and given a case where it wants one. Half of it comes a
 * second time, as where both a push and a reading deliver it.
 *
 * The real interactions are those of `../shared/data`; without them the same number is made up, and the table says so.
 *
 * @module
 */
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { createGunzip } from "node:zlib"
import { NodeSqlite, SqlObservationStore, SqlStore } from "@dualops/adapter-sql"
import { ChineseHolidays, Editions } from "@dualops/core"
import { FanId, PostId } from "@dualops/core/account"
import { HandbookFile } from "@dualops/core/files"
import { Interaction, Reception } from "@dualops/core/interaction"
import { Edition } from "@dualops/core/practices"
import { BuiltIn, Policy, Triage } from "@dualops/core/triage"
import { DateTime, Effect, Layer, ManagedRuntime, Option, References, Result } from "effect"
import { SqlClient } from "effect/sql"
import * as Bench from "./Bench.ts"

const data = fileURLToPath(new URL("../../shared/data/weibo-cascades.ndjson.gz", import.meta.url))
const yaml = readFileSync(new URL("../examples/handbooks/xinghe.yaml", import.meta.url), "utf8")
const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", yaml))
const account = handbook.account.id
/** As many as a reading of Weibo delivers. */
const piece = 200

interface Cascade {
  readonly id: string
  readonly postedAtEpoch: number
  readonly interactions: ReadonlyArray<{
    readonly mid: string
    readonly user: string
    readonly text: string
    readonly at: string
  }>
}

/** Cascade by cascade, in the order of the file. */
async function* cascades(): AsyncGenerator<Cascade> {
  if (!existsSync(data)) {
    for (let post = 0; post < 800; post++)
      yield { id: `${post}`, postedAtEpoch: 1_780_000_000, interactions: madeUp(post) }
    return
  }
  // By hand, for readline also ends lines where a fan wrote U+2028.
  let rest = ""
  for await (const chunk of createReadStream(data).pipe(createGunzip()).setEncoding("utf8")) {
    const lines = `${rest}${chunk}`.split("\n")
    rest = lines.pop() ?? ""
    for (const line of lines) yield JSON.parse(line)
  }
}

const madeUp = (post: number) =>
  Array.from({ length: 385 }, (_, index) => ({
    mid: `${post}-${index}`,
    user: `${(post * 385 + index) % 90_000}`,
    text: ["转发微博", "好吃", "请问门店有吗？", "等了两个小时还没送到，退款！", "[泪]"][index % 5] ?? "",
    at: "2026-06-01 12:00:00"
  }))

const interactionsOf = ({ id, interactions, postedAtEpoch }: Cascade): ReadonlyArray<Interaction.Interaction> =>
  interactions.map(({ at, mid, text, user }) => ({
    kind: "comment",
    id: Interaction.InteractionId.make(`${id}/${mid}`),
    post: PostId.make(id),
    from: { id: FanId.make(user) },
    text,
    // Ten of them say "06月08日 18:22", and not of which year.
    at: Option.getOrElse(DateTime.make(`${at.replace(" ", "T")}+08:00`), () =>
      DateTime.makeUnsafe(postedAtEpoch * 1_000)
    )
  }))

const folder = mkdtempSync(join(tmpdir(), "dualops-"))
const stores = Layer.mergeAll(SqlStore.layer, SqlObservationStore.layer).pipe(
  Layer.provideMerge(NodeSqlite.layer({ filename: join(folder, "inbox.db"), synchronous: "normal" }))
)
const runtime = ManagedRuntime.make(
  Triage.layer(Policy.usual).pipe(
    Layer.provide(BuiltIn.layer()),
    Layer.provideMerge(stores),
    Layer.provideMerge(Editions.layer(Edition.edition(handbook, ChineseHolidays.holidays))),
    Layer.provideMerge(Layer.succeed(References.MinimumLogLevel, "None"))
  )
)
const receive = (some: ReadonlyArray<Interaction.Interaction>) =>
  runtime.runPromise(Reception.use((reception) => reception.receive(account, some)))

const speeds: Array<number> = []
let [taken, delivered] = [0, 0]
const begun = performance.now()
for await (const cascade of cascades()) {
  const all = interactionsOf(cascade)
  // The data have some twice.
  taken += new Set(all.map(({ id }) => id)).size
  for (let from = 0; from < all.length; from += piece) {
    const some = all.slice(from, from + piece)
    const start = performance.now()
    await receive(some)
    await receive(some.slice(0, some.length / 2))
    const count = some.length + Math.floor(some.length / 2)
    speeds.push((count / (performance.now() - start)) * 1_000)
    delivered += count
  }
}
const perSecond = Math.round((delivered / (performance.now() - begun)) * 1_000)
const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1_024)

const [kept, cases] = await runtime.runPromise(
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const [observations] = yield* sql<{ count: number }>`SELECT count(*) AS count FROM dualops_observations`
    const [all] = yield* sql<{ count: number }>`SELECT count(*) AS count FROM dualops_events WHERE version = 1`
    return [observations?.count ?? 0, all?.count ?? 0]
  })
)
if (kept !== taken) throw new Error(`${taken} were taken in, and ${kept} are there`)

/** A thousand a second, one by one, for five seconds: how long each waits until it is kept. */
const latencies: Array<number> = []
const paced = Array.from(
  { length: 5_000 },
  (_, index): Interaction.Interaction => ({
    kind: "comment",
    id: Interaction.InteractionId.make(`paced/${index}`),
    post: PostId.make("paced"),
    from: { id: FanId.make(`paced${index}`) },
    text: index % 2 === 0 ? "转发微博" : "请问门店今天有桂花乌龙吗？",
    at: DateTime.makeUnsafe("2026-06-01T04:00:00Z")
  })
)
const start = performance.now()
let next = 0
while (next < paced.length) {
  const due = Math.min(paced.length, Math.floor(performance.now() - start))
  if (due <= next) {
    await new Promise((resolve) => setTimeout(resolve, 1))
    continue
  }
  // What has come meanwhile is taken in together, as a reading would.
  await receive(paced.slice(next, due))
  const now = performance.now() - start
  for (let index = next; index < due; index++) latencies.push(now - index)
  next = due
}
latencies.sort((one, other) => one - other)
await runtime.dispose()
rmSync(folder, { recursive: true })

const source = existsSync(data) ? "real" : "made up"
Bench.report({
  name: "inbox",
  unit: "interactions",
  about: `${taken} ${source} interactions below 800 posts, half of them delivered twice; ${cases} cases began.`,
  outcomes: [Bench.outcome(`Triage into a SQLite file (normal), pieces of ${piece}`, speeds)],
  packages: ["effect"],
  figures: {
    perSecond,
    peakMegabytes,
    p99Milliseconds: Math.round(latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN),
    cases
  }
})
