import { MemoryMessenger } from "@dualops/adapter-memory"
import { NoticeProcess } from "@dualops/core/attention"
import { MessageCarrier } from "@dualops/core/messaging"
import { type Carrier, type Editions, Operations, type Store, Worker } from "@dualops/core/operations"
import { Actor, Case, type Contact } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { type DateTime, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { at9, later, tang, work } from "../operations/house.ts"
import { chain } from "../operations/NoticeCast.ts"

const contacts: Readonly<Record<string, Contact.Contact>> = {
  tang: { wecom: "tang" },
  zhou: { phone: "000" },
  qin: { email: "qin@brand.example" }
}

/** A house in which people are there from a minute on, and reached by these contacts. */
const house = <A, E>(
  body: Effect.Effect<A, E, Store | Editions.Editions | MemoryMessenger.MemoryPeople | Carrier.NeedsOf<Tell>>,
  edition: Partial<Editions.Edition> = {}
) =>
  at9(Effect.provide(body, MemoryMessenger.layer.pipe(Layer.provideMerge(MemoryMessenger.people))), {
    ...chain,
    contact: (person) => contacts[person],
    ...edition
  })

type Tell = Effect.Success<ReturnType<typeof MessageCarrier.make>>

const desk = ({ case: id, process }: Case.Address) => `https://desk.brand.example/${process}/${id}`

const notice = (name: string) =>
  Operations.send(NoticeProcess, {
    key: "turned up",
    case: Case.CaseId.make(name),
    step: "TurnUp",
    by: Actor.world,
    input: { process: "Post", case: "moon", message: { zh: `请核对 ${name}`, en: `please look at ${name}` } }
  })

const acknowledge = (name: string) =>
  Operations.send(NoticeProcess, {
    key: "have it",
    case: Case.CaseId.make(name),
    step: "Acknowledge",
    by: tang,
    input: { note: "have it" }
  })

/** Works from one minute to another, and answers what was told, with its minute. */
const workUntil = Effect.fnUntraced(function* (tell: Tell, from: number, until: number) {
  const { told } = yield* MemoryMessenger.MemoryPeople
  const heard: Array<{ readonly minute: number; readonly to: string; readonly acts: ReadonlyArray<string> }> = []
  for (let minute = from; minute <= until; minute++) {
    for (const second of [0, 2, 4, 6]) {
      yield* TestClock.setTime(later(minute).epochMilliseconds + second * 1_000)
      let busy = true
      while (busy) busy = (yield* Worker.round({ ...work, processes: [], carriers: [tell] })).carried > 0
    }
    heard.push(...told.splice(0).map(({ acts, to }) => ({ minute, to, acts })))
  }
  return heard
})

/** Everybody comes at a minute. */
const from = (minute: number) => (_: Actor.PersonId, at: DateTime.Utc) =>
  at.epochMilliseconds >= later(minute).epochMilliseconds ? ("there" as const) : ("off" as const)

describe("What cases have to tell people", () => {
  it.effect("reaches the person by the handbook's contact, with the address of the case", () =>
    house(
      Effect.gen(function* () {
        const tell = yield* MessageCarrier.make({ desk })
        yield* notice("one")
        assert.deepEqual(yield* workUntil(tell, 0, 2), [
          { minute: 0, to: "tang", acts: ["https://desk.brand.example/Notice/one"] }
        ])
      })
    )
  )

  it.effect(
    "waits in quiet hours, and is one message when the person comes; what was settled meanwhile is not in it",
    () =>
      house(
        Effect.gen(function* () {
          const tell = yield* MessageCarrier.make({ desk })
          yield* Effect.forEach(["one", "two", "three", "four", "five", "six"], notice)
          assert.isEmpty(yield* workUntil(tell, 0, 20))
          yield* acknowledge("two")
          const heard = yield* workUntil(tell, 21, 60)
          assert.deepEqual(
            heard.map(({ minute, to, acts }) => [minute, to, acts.map((act) => act.split("/").at(-1)).sort()]),
            [[30, "tang", ["five", "four", "one", "six", "three"]]]
          )
        }),
        { presence: from(30) }
      )
  )

  it.effect("goes to the next of the chain where somebody has no contact or is away for long", () =>
    house(
      Effect.gen(function* () {
        const tell = yield* MessageCarrier.make({ desk })
        yield* notice("one")
        assert.deepEqual(
          (yield* workUntil(tell, 0, 5)).map(({ to }) => to),
          ["qin"]
        )
      }),
      {
        contact: (person) => (person === "tang" ? undefined : contacts[person]),
        presence: (person) => (person === "zhou" ? "away" : "there")
      }
    )
  )

  it.effect("is told anew, and not lost, when the worker that remembered it dies before the end of quiet hours", () =>
    house(
      Effect.gen(function* () {
        yield* Effect.forEach(["one", "two"], notice)
        assert.isEmpty(yield* workUntil(yield* MessageCarrier.make({ desk }), 0, 20))
        const heard = yield* workUntil(yield* MessageCarrier.make({ desk }), 21, 60)
        assert.sameMembers(
          heard.flatMap(({ acts }) => acts.map((act) => act.split("/").at(-1))),
          ["one", "two"]
        )
      }),
      { presence: from(30) }
    )
  )
})
