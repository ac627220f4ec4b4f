/**
 * A fan asks that what a brand has of them be erased: their words are kept under a key, the key is destroyed, and what was decided stays. On two files of
 * SQLite, of which the one with the keys is in no backup: `node examples/personal-data.ts`.
 *
 * @module
 */
import { mkdtempSync, readdirSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { MemoryFans, MemoryReplies } from "@dualops/adapter-memory"
import { NodeSqlite, SqlCaseTexts, SqlObservationStore, SqlPersonalKeys, SqlStore } from "@dualops/adapter-sql"
import { Actor, Carrier, Case, ChineseHolidays, Editions, Operations, Worker } from "@dualops/core"
import { FanId, PostId } from "@dualops/core/account"
import { HandbookFile } from "@dualops/core/files"
import { AnswerProcess, Interaction, Reception, ReplyCarriers } from "@dualops/core/interaction"
import { CaseSearch } from "@dualops/core/operations"
import { PersonalData, SealedLog } from "@dualops/core/personal-data"
import { DataRequestProcess, Edition, PersonalDataCarriers, Practices, triageOf } from "@dualops/core/practices"
import { Notify } from "@dualops/core/process"
import { BuiltIn, Triage } from "@dualops/core/triage"
import { DateTime, Effect, Layer, Result } from "effect"

// #region handbook
const section = `personalData:
  answerWithin: { time: 15 days, calendar: always }
  reminds: { time: 1 day, calendar: always }
  keptForMonths: 36
`
// #endregion
const file = new URL("handbooks/xinghe.yaml", import.meta.url)
const text = readFileSync(file, "utf8").replaceAll("interaction.route", "interaction.route, interaction.erase")
export const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", `${text}\n${section}`))

export const folder = mkdtempSync(join(tmpdir(), "dualops-"))
// #region layer
const store = Layer.merge(SqlStore.layer, SqlObservationStore.layer).pipe(
  Layer.provide(NodeSqlite.layer({ filename: join(folder, "store.sqlite"), overwrites: true }))
)
// What cases are found by stands beside the keys: both are in no backup.
const keys = Layer.merge(SqlPersonalKeys.layer, SqlCaseTexts.layer).pipe(
  Layer.provide(NodeSqlite.layer({ filename: join(folder, "keys.sqlite") }))
)
const sealed = SealedLog.layer.pipe(Layer.provideMerge(Layer.merge(store, keys)))
// #endregion
export const house = Triage.layer(triageOf(handbook)).pipe(
  Layer.provide(BuiltIn.layer()),
  Layer.provideMerge(MemoryReplies.layer.pipe(Layer.provideMerge(MemoryFans.layer))),
  Layer.provideMerge(Editions.layer(Edition.edition(handbook, ChineseHolidays.holidays))),
  Layer.provideMerge(sealed)
)

const tell = Carrier.make(Notify.notify, ({ message, to }) => Effect.as(Effect.log(to, message.en), {}))
// #region work
const processes = Practices.processes()
const carriers = [...ReplyCarriers.carriers, ...PersonalDataCarriers.carriers(processes), tell]
// #endregion

/** Everything that there is to do now. */
const worked = Effect.gen(function* () {
  while (true) {
    const { carried, fired } = yield* Worker.round({ processes, carriers })
    if (carried + fired === 0) return
  }
})

const fan = FanId.make("2489518277")
const comment: Interaction.Interaction = {
  kind: "comment",
  id: Interaction.InteractionId.make("5034567890123457001"),
  post: PostId.make("5034567890123456789"),
  from: { id: fan, name: "小林" },
  text: "请问我住长宁路一百号，能送到吗？",
  at: DateTime.makeUnsafe("2026-11-23T10:00:00+08:00")
}
const [chen, zhou] = [Actor.person("chen"), Actor.person("zhou")]
const account = handbook.account.id

const program = Effect.gen(function* () {
  yield* MemoryFans.MemoryFans.use(({ interactions }) => Effect.sync(() => interactions.push(comment)))
  const [answer] = yield* Reception.use((reception) => reception.receive(account, [comment]))
  if (answer === undefined) return yield* Effect.die("the comment is no question")
  const say = { text: "可以的，半小时送到。" }
  yield* Operations.send(AnswerProcess, { key: "say", case: answer, step: "Say", by: chen, input: say })
  yield* worked
  const words = Effect.map(Operations.read(AnswerProcess, answer), (events) => JSON.stringify(events))
  const before = yield* words
  const found = (asked: string) =>
    Effect.map(CaseSearch.find(processes, zhou, asked, 10), ({ cases }) => cases.map((one) => one.process.name))
  const foundBefore = [yield* found("长宁路"), yield* found("半小时")]

  // #region erase
  const request = Case.CaseId.make("request of 2489518277")
  const asked = { account, fan, wants: "erasure", note: "私信提出" } as const
  yield* Operations.send(DataRequestProcess, { key: "ask", case: request, step: "Ask", by: chen, input: asked })
  const copy = yield* PersonalData.copyOf(fan, yield* DateTime.now, [{ kind: "Heard", account }])
  yield* Operations.send(DataRequestProcess, { key: "erase", case: request, step: "Erase", by: zhou, input: {} })
  yield* worked
  // #endregion
  const { state } = (yield* Operations.load(DataRequestProcess, request)) ?? {}
  const foundAfter = [yield* found("长宁路"), yield* found("半小时")]
  return { before, copy, state, after: yield* words, foundBefore, foundAfter }
})

/** Whether any file of the folder holds these words. */
export const holds = (words: string): boolean =>
  readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(words))

export const outcome = await Effect.runPromise(Effect.provide(program, house))
console.log(outcome.state) // => { _tag: 'Erased', cases: 1, observations: 1, … }
