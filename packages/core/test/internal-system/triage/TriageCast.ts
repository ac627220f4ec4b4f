/**
 * A tea house that triages, in memory: what fans write is judged by the first word of it.
 *
 * @module
 */
import { MemoryObservationStore, MemoryStore } from "@dualops/adapter-memory"
import { AccountId, FanId, PostId } from "@dualops/core/account"
import { ChineseHolidays } from "@dualops/core/calendar"
import { Interaction, Reception } from "@dualops/core/interaction"
import { Observations } from "@dualops/core/observations"
import { Editions, EventLog, Operations } from "@dualops/core/operations"
import { Edition } from "@dualops/core/practices"
import { Case, type Process } from "@dualops/core/process"
import { Classifier, Heard, Judgement, Label, Policy, Triage } from "@dualops/core/triage"
import { DateTime, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { xinghe } from "../../handbook/worked.ts"

export const account = xinghe.account.id
/** The brand's other account. */
export const other = AccountId.make("1000000002")
export const morning = DateTime.makeUnsafe("2026-11-23T09:00:00+08:00")

/** What a fan wrote; its first word says what it is taken for, and `?` behind it that nobody is sure. */
export const wrote = (
  id: string,
  text: string,
  {
    fan = "2489518277",
    post = "5034567890123456",
    ...more
  }: Partial<Record<"fan" | "post", string>> & { readonly at?: DateTime.Utc } = {}
): Interaction.Interaction => ({
  kind: "comment",
  id: Interaction.InteractionId.make(id),
  post: PostId.make(post),
  from: { id: FanId.make(fan), name: "小林" },
  text,
  at: morning,
  ...more
})

const labelOf = (text: string): Label.Label => Label.all.find((label) => text.startsWith(label)) ?? "noise"

/** Judges by the first word. */
export const byWord = Layer.succeed(Classifier.Classifier, {
  judge: (texts) =>
    Effect.succeed(
      texts.map((text) => ({
        ...Judgement.unsure,
        label: labelOf(text),
        probabilities: { ...Judgement.unsure.probabilities, [labelOf(text)]: text.includes("perhaps") ? 0.7 : 0.9 },
        sure: !text.includes("?"),
        by: "the first word"
      }))
    )
})

/** Judges nothing. */
export const nobody = Layer.succeed(Classifier.Classifier, {
  judge: () => Effect.fail(new Classifier.Unavailable({ cause: "the line is down" }))
})

/** The house, with the desks at which tickets are opened. */
const storesWith = (desks: ReadonlyArray<string>) => {
  const handbook = { ...xinghe, complaints: { ...Reflect.get(xinghe, "complaints"), desks } }
  return Layer.mergeAll(
    MemoryStore.layer,
    MemoryObservationStore.layer,
    Editions.layer({
      ...Edition.edition(handbook, ChineseHolidays.holidays),
      accounts: [account, other],
      entitled: () => true
    })
  )
}

const no: ReadonlyArray<string> = []

/** Runs a test in the morning, in a house that has heard nothing yet. */
export const inTheMorning = <A, E, R>(
  body: Effect.Effect<A, E, R>,
  { classifier = byWord, desks = no, policy = Policy.usual } = {}
) =>
  Effect.andThen(TestClock.setTime(morning.epochMilliseconds), body).pipe(
    Effect.provide(Triage.layer(policy).pipe(Layer.provide(classifier), Layer.provideMerge(storesWith(desks))))
  )

/** Words are heard, and received. */
export const receive = (...interactions: ReadonlyArray<Interaction.Interaction>) =>
  Reception.use((reception) => reception.receive(account, interactions))

/** The same for the other account. */
export const receiveThere = (...interactions: ReadonlyArray<Interaction.Interaction>) =>
  Reception.use((reception) => reception.receive(other, interactions))

/** Every case with the steps that were taken in it, in the order of the log. */
export const cases = Effect.gen(function* () {
  const log = yield* EventLog.EventLog
  const entries = yield* log.log(0, 10_000)
  return [
    ...Map.groupBy(
      entries,
      ({ case: id, process }) => `${process} ${id.startsWith(`${account}/`) ? id.slice(account.length + 1) : id}`
    ).keys()
  ]
})

/** A case as it stands. */
export const standing = <P extends Process.Any>(process: P, id: string) =>
  Effect.map(Operations.load(process, Case.CaseId.make(`${account}/${id}`)), (one) => one?.state)

/** What was heard of each, in the order in which it was written down. */
export const heard = Effect.map(
  Observations.page(Heard.kind, { account, order: "oldest", limit: 1_000 }),
  ({ observations }) => observations.map(({ facts: { became, interaction } }) => `${interaction} ${became}`)
)
