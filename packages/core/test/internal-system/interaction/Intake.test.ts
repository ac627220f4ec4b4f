import { Publisher } from "@dualops/core/content"
import { Fan } from "@dualops/core/fans"
import { Cursors, Intake, Interactions } from "@dualops/core/interaction"
import { EventLog, Operations, StoreUnavailable, UnclaimedOutcomeProcess } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import { account, answerTo, inTheMorning, log, morning, other, standing, write, wrote } from "./IntakeCast.ts"

const poll = (source: Interactions.Source = "comments") => Intake.poll(account, source)
const kept = Cursors.Cursors.use((cursors) => cursors.find(account, "comments"))

describe("What fans wrote is heard", () => {
  it.effect("each becomes a case that waits for somebody, the oldest first, and is not heard again", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* write(wrote("1"), wrote("2"))
        const { cases, more } = yield* poll()
        assert.deepStrictEqual([cases.map(String), more], [[`${account}/1`, `${account}/2`], false])
        assert.deepStrictEqual(yield* standing("1"), { _tag: "Waiting", account, interaction: wrote("1") })
        yield* write(wrote("3"))
        assert.deepStrictEqual((yield* poll()).cases.map(String), [`${account}/3`])
        assert.deepStrictEqual(yield* log, ["1", "2", "3"].map(answerTo))
      })
    )
  )

  it.effect(
    "what is delivered again has its case: from another source, or after its author has changed the words",
    () =>
      inTheMorning(
        Effect.gen(function* () {
          yield* write(wrote("1"))
          yield* poll()
          yield* write(wrote("1", { kind: "mention in a comment" }), wrote("1", { text: "不用了，谢谢" }))
          yield* poll("mentions in comments")
          yield* poll()
          assert.deepStrictEqual(yield* log, [answerTo("1")])
          assert.deepInclude(yield* standing("1"), { interaction: wrote("1") })
        })
      )
  )

  it.effect("what the account itself wrote becomes nobody's case, and is read past", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* write(wrote("1", { from: { id: Fan.FanId.make(account) } }), wrote("2"))
        yield* poll()
        assert.deepStrictEqual(yield* log, [answerTo("2")])
        assert.deepStrictEqual(yield* kept, { since: "2" })
      })
    )
  )

  it.effect("whoever speaks to two accounts at once has a case with each", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* write(wrote("1", { kind: "mention" }))
        yield* Intake.poll(account, "mentions")
        yield* Intake.poll(other, "mentions")
        assert.deepStrictEqual(yield* log, [answerTo("1"), `Answer ${other}/1`])
      })
    )
  )
})

describe("An account that the handbook does not have", () => {
  it.effect("has no cases: what was heard there waits for a person as an unclaimed outcome, which says why", () =>
    inTheMorning(
      Effect.gen(function* () {
        const nobodys = Publisher.AccountId.make("77")
        yield* write(wrote("1", { kind: "mention" }))
        yield* Intake.poll(nobodys, "mentions")
        assert.deepStrictEqual(yield* log, ["UnclaimedOutcome 77/1"])
      })
    )
  )
})

describe("An account that is not new", () => {
  it.effect("begins from a moment on: what was written before is passed over, and nothing below it is read", () =>
    inTheMorning(
      Effect.gen(function* () {
        const at = DateTime.subtract(morning, { minutes: 1 })
        const page = {
          interactions: [wrote("9"), wrote("8", { at })],
          cursor: { since: "0", gap: { below: "8", top: "9" } }
        }
        const read = () => Effect.succeed({ ...page, more: true })
        yield* Effect.provideService(Intake.poll(account, "comments", morning), Interactions.Interactions, { read })
        assert.deepStrictEqual(yield* log, [answerTo("9")])
        assert.deepStrictEqual(yield* kept, { since: "9" })
      })
    )
  )

  it.effect("reads on where all of a piece is new enough", () =>
    inTheMorning(
      Effect.gen(function* () {
        const cursor = { since: "0", gap: { below: "8", top: "9" } }
        const read = () => Effect.succeed({ interactions: [wrote("9"), wrote("8")], cursor, more: true })
        yield* Effect.provideService(Intake.poll(account, "comments", morning), Interactions.Interactions, { read })
        assert.deepStrictEqual(yield* log, [answerTo("8"), answerTo("9")])
        assert.deepStrictEqual(yield* kept, cursor)
      })
    )
  )
})

describe("A source is read backwards, piece by piece", () => {
  it.effect("behind the last of them there may be more: what came meanwhile stands above the first", () =>
    inTheMorning(
      Effect.gen(function* () {
        const below = { since: "1", gap: { below: "5", top: "9" } }
        yield* Cursors.Cursors.use((cursors) => cursors.keep(account, "comments", below))
        const read = () => Effect.succeed({ interactions: [wrote("4")], cursor: { since: "9" }, more: false })
        const heard = Effect.provideService(poll(), Interactions.Interactions, { read })
        assert.isTrue((yield* heard).more)
        assert.deepStrictEqual(yield* kept, { since: "9" })
        assert.isFalse((yield* heard).more)
      })
    )
  )
})

describe("Something goes wrong", () => {
  it.effect("the cursor stays where it is until everything before it has its case", () =>
    inTheMorning(
      Effect.gen(function* () {
        yield* write(wrote("1"), wrote("2"))
        const store = yield* EventLog.EventLog
        const full = EventLog.EventLog.of({
          ...store,
          append: (commit) =>
            commit.case.endsWith("/2") ? Effect.fail(new StoreUnavailable({ cause: "no disk" })) : store.append(commit)
        })
        const failure = yield* Effect.flip(Effect.provideService(poll(), EventLog.EventLog, full))
        assert.strictEqual(failure._tag, "StoreUnavailable")
        assert.deepStrictEqual(yield* kept, Interactions.start)
        yield* poll()
        assert.deepStrictEqual(yield* log, [answerTo("1"), answerTo("2")])
        assert.deepStrictEqual(yield* kept, { since: "2" })
      })
    )
  )

  it.effect(
    "what cannot become a case waits for a person as an unclaimed outcome, and what came after it has its case",
    () =>
      inTheMorning(
        Effect.gen(function* () {
          // A moment that no event can hold: the adapter that delivers it is wrong.
          yield* write(wrote("1", { at: DateTime.makeUnsafe("2100-01-02T00:00:00Z") }), wrote("2"))
          yield* poll()
          assert.deepStrictEqual(yield* log, [`UnclaimedOutcome ${account}/1`, answerTo("2")])
          const id = Intake.caseOf(account, wrote("1").id)
          const unclaimed = yield* Operations.load(UnclaimedOutcomeProcess, id)
          assert.deepInclude(unclaimed?.state, {
            _tag: "Unclaimed",
            case: id,
            told: "comment of 2489518277, post 5034567890123456"
          })
          assert.include(unclaimed?.state.why, "2100")
        })
      )
  )

  it.effect("an unclaimed outcome that is delivered again, from another source, is the same one", () =>
    inTheMorning(
      Effect.gen(function* () {
        const at = DateTime.makeUnsafe("2100-01-02T00:00:00Z")
        yield* write(wrote("1", { at }), wrote("1", { at, kind: "mention in a comment" }))
        yield* poll()
        yield* poll("mentions in comments")
        assert.deepStrictEqual(yield* log, [`UnclaimedOutcome ${account}/1`])
      })
    )
  )
})
