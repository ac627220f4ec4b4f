/** Whatever people try in a house with two accounts, nobody sees or does anything of one for which they have no right. */
import { Tag } from "@dualops/core/account"
import { Caseload, Editions, EventLog, Offers, Operations } from "@dualops/core/operations"
import { Actor, type Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Schema } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { wall } from "../handbook/teaHouse.ts"
import {
  compose,
  content,
  cups,
  inStore,
  isOf,
  ofCups,
  ofTea,
  processes,
  started,
  step,
  takeOver,
  tea
} from "./accountsHouse.ts"

const names = ["lin", "he", "qin", "tang", "mo", "xu", "nan", "gu", "zhou", "stranger"]
const actor = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names).map((id) => Actor.person(id)) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).map(([id, of]) => Actor.inPlaceOf(id, of))
  },
  { weight: 2, arbitrary: fc.constantFrom("qin", "nan").map((id) => Actor.inPlaceOf(id, "zhou")) }
)
const iso = (moment: DateTime.Utc) => DateTime.formatIso(moment)
const inputs = {
  Compose: (account: string) => ({ account, content, slot: iso(wall("2026-09-18T18:00")) }),
  Submit: () => ({}),
  Approve: () => ({}),
  Edit: () => ({ content, slot: iso(wall("2026-09-18T17:00")) }),
  Withdraw: () => ({ reason: "off" }),
  Take: (_: string, by: Actor.Person) => ({
    absent: by.person === "qin" || by.person === "nan" ? "zhou" : "lin",
    taker: by.person,
    until: iso(wall("2026-09-18T20:00")),
    reason: "ill"
  }),
  HandBack: () => ({ note: "" })
}
// The names are those of the inputs.
const steps = Object.keys(inputs) as Array<keyof typeof inputs>
const move = fc
  .record({
    by: actor,
    step: fc.constantFrom(...steps, "Compose" as const, "Compose" as const, "Submit" as const, "Submit" as const),
    of: fc.constantFrom("1", "2", "3"),
    key: fc.integer({ min: 1, max: 30 }).map(String),
    // Nearly always an account that there is, and mostly one of theirs.
    account: fc.constantFrom<string | undefined>(undefined, undefined, undefined, tea, cups, "2000000003"),
    isSaid: fc.boolean(),
    hours: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 13)
  })
  .map(({ account, step, ...one }) => ({
    ...one,
    account: account ?? (isOf(tea, one.by.person) ? tea : cups),
    step: one.by.onBehalfOf === "zhou" ? ("Approve" as const) : step
  }))

const accountOf = ({ handbook }: { readonly handbook: string }) => (handbook === ofTea.version ? tea : cups)
const hasRight = (by: Actor.Person, account: string) =>
  isOf(account, by.person) && (by.onBehalfOf === undefined || isOf(account, by.onBehalfOf))

/** What comes of it: how far it went, or the answer, without the name of the case. */
const tried = (
  id: string,
  { account, by, isSaid, key, step }: { readonly [K in keyof M]: M[K] } & { readonly by: Actor.Person }
) =>
  Effect.match(
    Operations.submit(processes, by, {
      process: step === "Take" || step === "HandBack" ? "Takeover" : "Post",
      step,
      case: id,
      key,
      input: inputs[step](account, by),
      ...(isSaid && { account })
    }),
    {
      onFailure: (refusal) => ({ taken: undefined, refused: `${refusal._tag} ${refusal.message}` }),
      onSuccess: ({ case: current }) => ({ taken: current as Case.Case<Case.Tagged>, refused: "" })
    }
  )
type M = typeof move extends fc.Arbitrary<infer Value> ? Value : never

describe("In a house with two accounts", () => {
  it("nobody sees or does anything of an account for which they have no right, in any random story", async () => {
    const seen = { done: 0, shown: 0, hidden: 0, places: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 12, maxLength: 40 }), (moves) =>
        Effect.runPromise(
          inStore(
            started(
              Effect.gen(function* () {
                const log = yield* EventLog.EventLog
                const caseload = Caseload.make(processes)
                // In one of the handbooks zhou's place is taken, and in both something waits for zhou.
                yield* compose(Actor.person("lin"), tea, "1")
                yield* compose(Actor.person("mo"), cups, "2")
                yield* step(Actor.person("lin"), "1", "Submit", {})
                yield* step(Actor.person("mo"), "2", "Submit", {})
                yield* takeOver(Actor.person("qin"), "zhou")
                for (const [index, one] of moves.entries()) {
                  yield* TestClock.adjust(`${one.hours} hours`)
                  const before = (yield* Caseload.everyCase(processes)).find(
                    ({ case: { id }, process }) =>
                      id === one.of &&
                      (process.name === "Takeover") === (one.step === "Take" || one.step === "HandBack")
                  )
                  const answer = yield* tried(one.of, one)
                  if (answer.taken !== undefined) {
                    seen.done++
                    if (one.by.onBehalfOf !== undefined) seen.places++
                    assert.isTrue(hasRight(one.by, accountOf(answer.taken)), JSON.stringify(one))
                  } else if (before !== undefined && !hasRight(one.by, accountOf(before.case))) {
                    // What is another's is, to whoever has no right for it, as if it had not begun; only its name is not free.
                    const nothing = yield* tried(`nobody has begun it ${index}`, one)
                    if (nothing.taken === undefined)
                      assert.strictEqual(answer.refused, nothing.refused, JSON.stringify(one))
                    else assert.match(answer.refused, /^Process.NotPermitted /)
                    seen.hidden++
                  }
                }
                // A case is its handbook's for good, and about its account.
                for (const { case: current } of yield* Caseload.everyCase(processes)) {
                  const account = Reflect.get(current.state, "account")
                  if (account !== undefined) assert.strictEqual(account, accountOf(current))
                }
                for (const { event } of yield* log.log(0, 1_000)) {
                  const by = Reflect.get(Object(event), "by")
                  if (Schema.is(Actor.Person)(by)) assert.isTrue(hasRight(by, accountOf(Object(event))))
                }
                for (const by of names.flatMap((id) => [
                  Actor.person(id),
                  Actor.inPlaceOf(id, "zhou"),
                  Actor.inPlaceOf(id, "lin")
                ])) {
                  const found = yield* Effect.flatMap(
                    Caseload.about(processes, Tag.of("account", cups)),
                    Caseload.seen(by)
                  )
                  const every = yield* Effect.flatMap(Caseload.everyCase(processes), Caseload.seen(by))
                  const desk = yield* caseload.actionable(by)
                  for (const { case: current } of [...found, ...every, ...desk]) {
                    seen.shown++
                    assert.isTrue(hasRight(by, accountOf(current)), `${Actor.describe(by)} ${current.id}`)
                  }
                  for (const { accounts } of yield* Offers.to(caseload, by)) {
                    for (const account of accounts) assert.isTrue(hasRight(by, account), Actor.describe(by))
                  }
                  // And whoever has one sees all of it.
                  if (by.onBehalfOf === undefined) {
                    const all = (yield* Caseload.everyCase(processes)).filter(({ case: current }) =>
                      hasRight(by, accountOf(current))
                    )
                    assert.strictEqual(every.length, all.length)
                  }
                }
                assert.strictEqual((yield* Editions.current(cups))?.version, ofCups.version)
              }),
              [ofTea, ofCups]
            )
          ).pipe(Effect.provide(TestClock.layer()))
        )
      ),
      { numRuns: 60 }
    )
    for (const [what, times] of Object.entries(seen)) assert.isAbove(times, 5, `${what} ${JSON.stringify(seen)}`)
  })
})
