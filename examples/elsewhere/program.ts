/**
 * A program as somebody else would write it, in a package of their own that publishes its types: it exports what the compiler infers,
 * and writes no annotation. `check.ts` compiles and runs it far away from this repository.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import {
  MemoryFans,
  MemoryInbox,
  MemoryInteractions,
  MemoryPictures,
  MemoryPublisher,
  MemoryQuotaLedger,
  MemoryReplies,
  MemoryStore
} from "@dualops/adapter-memory"
import { NodeSqlite, SqlInbox, SqlQuotaLedger, SqlStore } from "@dualops/adapter-sql"
import {
  WeiboAccountFacts,
  WeiboApi,
  WeiboBudget,
  WeiboGrants,
  WeiboInteractions,
  WeiboOwnPosts,
  WeiboPrivateMessages,
  WeiboPublisher,
  WeiboReplies
} from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import {
  Action,
  Actor,
  Allowance,
  Bilingual,
  Carrier,
  Case,
  Caseload,
  ChineseHolidays,
  Editions,
  Operations,
  Process,
  Soundness,
  Worker
} from "@dualops/core"
import { PostCarriers, PostProcess } from "@dualops/core/content"
import { HandbookFile } from "@dualops/core/files"
import { Edition, Practice, Practices } from "@dualops/core/practices"
import { ResourceRequestProcess } from "@dualops/core/resources"
import { TakeoverProcess } from "@dualops/core/team"
import { DateTime, Effect, Layer, Redacted, Result, Schema } from "effect"
import { FetchHttpClient } from "effect/http"

/** A kind of action of one's own, and who carries it. */
export const ring = Action.kind({ name: "Ring", request: { whom: Schema.String }, done: {}, repeatable: true })
export const ringing = Carrier.make(ring, ({ whom }) => Effect.as(Effect.log(`ringing ${whom}`), {}))

/** A process of one's own. */
export const words = Process.define("Keys", {
  title: Bilingual.same("Keys"),
  settings: { lendFor: Allowance.Allowance },
  states: {
    Lent: { title: Bilingual.same("Lent"), to: Schema.String, at: Schema.DateTimeUtcFromString },
    Back: { title: Bilingual.same("Back") },
    Lost: { title: Bilingual.same("Lost"), to: Schema.String }
  },
  actions: { ring }
})
export class NotForever extends Schema.TaggedError<NotForever>()("Keys.NotForever", { to: Schema.String }) {}
export const Lend = words.start({
  title: Bilingual.same("Lend"),
  to: ["Lent"],
  by: "team.lend",
  input: { to: Schema.NonEmptyString },
  decide: (input, { by }) =>
    input.to === by.person ? Result.fail(new NotForever({ to: input.to })) : Result.succeed(input),
  evolve: ({ at, facts }) => ({ _tag: "Lent", to: facts.to, at })
})
export const TakeBack = words.step({
  title: Bilingual.same("TakeBack"),
  from: ["Lent"],
  to: ["Back", "Lost"],
  by: "team.lend",
  input: { found: Schema.Boolean },
  evolve: ({ to }, { facts }) => (facts.found ? { _tag: "Back" } : { _tag: "Lost", to })
})
export const Remind = words.stay({
  title: Bilingual.same("Remind"),
  from: ["Lent"],
  by: "clock",
  performs: { ring: ({ to }) => ({ whom: to }) }
})
export const back = words.deadline({
  title: Bilingual.same("back"),
  while: ["Lent"],
  within: ({ lendFor }) => lendFor,
  fires: "Remind"
})
export const Keys = words.process({
  about: () => Bilingual.same("Keys"),
  steps: { Lend, TakeBack, Remind },
  final: ["Back", "Lost"],
  deadlines: { back }
})
export const findings = Soundness.check(Keys)

/** Operations, of it and of the posts. */
const id = Case.CaseId.make("shop keys")
export const lend = Operations.send(Keys, {
  key: "1",
  case: id,
  step: "Lend",
  by: Actor.person("tang"),
  input: { to: "lin" }
})
export const load = Operations.load(PostProcess, id)
export const desk = (person: string) => Caseload.make([Keys, ResourceRequestProcess]).desk(Actor.person(person))
export const worker = Worker.run({ processes: [Keys, PostProcess], carriers: [ringing, ...PostCarriers.carriers] })
export const program = Effect.gen(function* () {
  const refused = yield* Effect.flip(lend)
  const post = yield* load
  const takeover = yield* Operations.load(TakeoverProcess, id)
  yield* Effect.timeoutOption(worker, "50 millis")
  return { refused, post, takeover, desk: yield* desk("tang") }
})

/** Layers of every adapter. */
export const memory = Layer.mergeAll(
  Layer.merge(MemoryInteractions.layer, MemoryReplies.layer).pipe(Layer.provideMerge(MemoryFans.layer)),
  MemoryQuotaLedger.layer,
  MemoryStore.layer,
  MemoryInbox.layer,
  MemoryPictures.layer(),
  MemoryPublisher.layer
)
export const sql = Layer.mergeAll(SqlStore.layer, SqlQuotaLedger.layer, SqlInbox.layer).pipe(
  Layer.provide(NodeSqlite.layer({ filename: ":memory:" }))
)
export const weibo = Layer.mergeAll(
  WeiboAccountFacts.layer,
  WeiboInteractions.layer,
  WeiboOwnPosts.layer,
  WeiboPrivateMessages.layer,
  WeiboPublisher.layer({ rip: "127.0.0.1" }),
  WeiboReplies.layer({ rip: "127.0.0.1" })
).pipe(
  Layer.provide(WeiboBudget.layer().pipe(Layer.provide(WeiboApi.layer()))),
  Layer.provide([
    FetchHttpClient.layer,
    WeiboGrants.layer({ "1": { token: Redacted.make("a token") } }),
    MemoryPictures.layer(),
    MemoryQuotaLedger.layer
  ])
)
export const emulator = Emulator.layer({ accounts: [{ uid: "1", name: "Tea", token: "a token" }] })

/** The house that it runs in. */
const file = new URL("../handbooks/minimal.yaml", import.meta.url)
export const handbook = Result.getOrThrow(HandbookFile.read("minimal.yaml", readFileSync(file, "utf8")))
export const edition = Edition.edition(handbook, ChineseHolidays.holidays, [
  ...Practices.house,
  Practice.own(Keys, { lendFor: Allowance.always("1 day") })
])
export const house = Layer.mergeAll(sql, MemoryPublisher.layer, Editions.layer(edition))
export const answer = await Effect.runPromise(Effect.provide(program, house))
export const begun = DateTime.makeUnsafe("2026-11-23T01:00:00Z")
console.log(answer.refused.message) // Lend needs team.lend, and tang does not have it.
