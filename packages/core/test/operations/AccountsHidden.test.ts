/** Whoever has no right for an account sees and does nothing there. */
import { AccountId, Tag } from "@dualops/core/account"
import { ChineseHolidays } from "@dualops/core/calendar"
import { PostProcess } from "@dualops/core/content"
import { HandOver } from "@dualops/core/handbook"
import {
  Caseload,
  type EditionStore,
  Editions,
  Offers,
  Operations,
  Refusals,
  type Store
} from "@dualops/core/operations"
import { Actor } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect } from "effect"
import {
  compose,
  cups,
  deskOf,
  gu,
  inBoth,
  inStore,
  lin,
  mo,
  morning,
  named,
  ofCups,
  ofTea,
  processes,
  started,
  step,
  takeOver,
  tea,
  zhou
} from "./accountsHouse.ts"

const test = (sentence: string, body: Effect.Effect<unknown, unknown, Store | EditionStore.EditionStore>) =>
  it.effect(sentence, () => Effect.asVoid(inStore(body)))
const ids = (cases: ReadonlyArray<Caseload.AnyCase>) => cases.map(({ case: { id } }) => String(id)).sort()

describe("Whoever has no right for an account", () => {
  test(
    "finds none of its cases on the desk, among the offers, by a tag, or in a hand-over",
    inBoth(
      Effect.gen(function* () {
        yield* compose(lin, tea, "leaf")
        yield* compose(mo, cups, "cup")
        assert.deepStrictEqual([yield* deskOf(lin), yield* deskOf(mo)], [["leaf"], ["cup"]])
        yield* step(lin, "leaf", "Submit", {})
        yield* step(mo, "cup", "Submit", {})
        assert.deepStrictEqual(yield* deskOf(zhou), ["cup", "leaf"])
        const offers = (person: Actor.Person) =>
          Effect.map(Offers.to(Caseload.make(processes), person), (all) =>
            [...new Set(all.flatMap(({ accounts }) => accounts))].sort()
          )
        assert.deepStrictEqual(
          [yield* offers(lin), yield* offers(mo), yield* offers(zhou)],
          [[tea], [cups], [tea, cups]]
        )
        const found = (account: string, person: Actor.Person) =>
          Caseload.about(processes, Tag.of("account", account)).pipe(
            Effect.flatMap(Caseload.seen(person)),
            Effect.map(ids)
          )
        assert.deepStrictEqual(
          [yield* found(cups, lin), yield* found(cups, mo), yield* found(cups, zhou)],
          [[], ["cup"], ["cup"]]
        )
        const handOver = HandOver.of({
          handbook: ofTea,
          editions: yield* Effect.flatMap(Editions.Editions, ({ today }) => today),
          holidays: ChineseHolidays.holidays,
          cases: yield* Caseload.everyCase(processes),
          out: zhou.person,
          in: Actor.PersonId.make("qin"),
          at: morning
        })
        assert.deepStrictEqual(
          [...handOver.open.shown, ...handOver.reviews.shown].map(({ id }) => String(id)),
          ["leaf"]
        )
        assert.notInclude(JSON.stringify(handOver), "cup")
      })
    )
  )

  test(
    "is answered as if there were no such case, while it is kept why",
    inBoth(
      Effect.gen(function* () {
        yield* compose(mo, cups, "cup")
        for (const name of ["cup", "nothing"]) {
          const refused = yield* Effect.flip(step(lin, name, "Submit", {}))
          assert.strictEqual(refused.message, "Submit cannot be done while the case is not begun.")
        }
        // Nor is anything learnt by a key that somebody has used there.
        const reused = { key: "cup", case: named("cup"), step: "Withdraw", by: lin, input: { reason: "?" } } as const
        assertEquals((yield* Effect.flip(Operations.send(PostProcess, reused)))._tag, "Process.OutOfOrder")
        assertEquals((yield* compose(lin, tea, "cup").pipe(Effect.flip))._tag, "Process.NotPermitted")
        const kept = yield* Refusals.of({ process: "Post", case: named("cup") })
        assert.deepStrictEqual(
          kept.map(({ step, under, why }) => [step, under as string, why]),
          ["Compose", "Withdraw", "Submit"].map((step) => [step, "cups 1", "Process.NotPermitted"])
        )
      })
    )
  )

  test(
    "writes for it as for one that there is not",
    inBoth(
      Effect.gen(function* () {
        const [other, none] = [
          yield* Effect.flip(compose(lin, cups, "1")),
          yield* Effect.flip(compose(lin, AccountId.make("2000000003"), "2"))
        ]
        assertEquals([other._tag, none._tag], ["Process.UnknownAccount", "Process.UnknownAccount"])
        assert.strictEqual(other.message.replace(cups, "2000000003"), none.message)
      })
    )
  )

  test(
    "gets none by taking somebody's place in the handbook of another",
    inBoth(
      Effect.gen(function* () {
        yield* compose(lin, tea, "leaf")
        yield* compose(mo, cups, "cup")
        yield* step(lin, "leaf", "Submit", {})
        yield* step(mo, "cup", "Submit", {})
        const qin = Actor.person("qin")
        yield* takeOver(qin, "zhou")
        const inPlace = Actor.inPlaceOf("qin", "zhou")
        assert.deepStrictEqual(yield* deskOf(inPlace), ["leaf"])
        assertEquals((yield* step(inPlace, "cup", "Approve", {}).pipe(Effect.flip))._tag, "Process.OutOfOrder")
        assertEquals((yield* step(inPlace, "leaf", "Approve", {})).case.state._tag, "Approved")
      })
    )
  )

  test(
    "sees nothing of what another program keeps in the same store, whose handbook this one does not have",
    Effect.gen(function* () {
      yield* started(compose(mo, cups, "cup"), ofCups)
      yield* started(
        Effect.gen(function* () {
          yield* compose(lin, tea, "leaf")
          assert.deepStrictEqual(yield* deskOf(lin), ["leaf"])
          assert.deepStrictEqual(ids(yield* Effect.flatMap(Caseload.everyCase(processes), Caseload.seen(lin))), [
            "leaf"
          ])
          assertEquals((yield* step(gu, "cup", "Submit", {}).pipe(Effect.flip))._tag, "Process.OutOfOrder")
        }),
        ofTea
      )
    })
  )
})
