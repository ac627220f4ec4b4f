/** A desk reads little, and shows what reading everything would show. */
import { PostProcess } from "@dualops/core/content"
import { Caseload, Editions, Operations } from "@dualops/core/operations"
import { Actor, Case, type Process, Task } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { account, at9, content, edition, later, lin, nine, qin, slot, tang, zhou } from "./house.ts"
import { counting } from "./reading.ts"

const guest = Actor.person("guest")
const people = [lin, zhou, qin, tang]
const ids = Array.from({ length: 6 }, (_, index) => Case.CaseId.make(`post ${index}`))

/** Whoever writes neither approves nor sends out; the lead does everything. */
const may: Process.Entitled = ({ person }, permission) =>
  person !== guest.person && (person === tang.person || (permission === "content.compose") === (person === lin.person))

/** As a desk would be that reads every case that is open. */
const everything = (caseload: Caseload.Caseload, person: Actor.Person) =>
  Effect.gen(function* () {
    const { edition } = yield* Editions.Editions
    const now = yield* DateTime.now
    return yield* Effect.forEach(yield* caseload.cases, ({ case: current, process }) =>
      Effect.map(edition(current.handbook), ({ calendars, entitled, settings }) =>
        Task.tasks(process, current, person, now, settings(process), entitled, calendars)
      )
    ).pipe(Effect.map((all) => all.flat()))
  })

const inputs = {
  Compose: { account, content, slot },
  Submit: {},
  Approve: {},
  RequestChanges: { note: "too loud" },
  Edit: { content, slot: later(90) },
  Schedule: { slot },
  Withdraw: { reason: "the festival is off" }
} as const

// The names are those of the inputs.
const steps = Object.keys(inputs) as Array<keyof typeof inputs>

const move = fc.record({
  id: fc.constantFrom(...ids),
  step: fc.constantFrom(...steps, "Submit" as const, "Compose" as const),
  by: fc.constantFrom(...people),
  minutes: fc.constantFrom(0, 0, 1, 7)
})

const short = ({ case: id, step }: Task.Task) => `${id}: ${step}`

describe("A desk", () => {
  it("shows what reading every open case would show, the most pressing first, and its beginning if asked for less", async () => {
    let shown = 0
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 8, maxLength: 40 }), (moves) =>
        Effect.runPromise(
          at9(
            Effect.gen(function* () {
              const kept = Caseload.make([PostProcess])
              for (const [index, { by, id, minutes, step }] of moves.entries()) {
                yield* TestClock.adjust(minutes * 60_000)
                const order = { key: `${index}`, case: id, step, by, input: inputs[step] }
                yield* Effect.ignore(Operations.send<typeof PostProcess, typeof step>(PostProcess, order))
                if (index % 4 > 0) continue
                for (const person of people) {
                  const desk = yield* kept.desk(person)
                  assert.deepStrictEqual(desk.map(short).sort(), (yield* everything(kept, person)).map(short).sort())
                  const dues = desk.map(({ due }) => due?.at.epochMilliseconds ?? Number.MAX_SAFE_INTEGER)
                  assert.deepStrictEqual(
                    dues,
                    dues.toSorted((one, other) => one - other)
                  )
                  assertEquals(yield* Caseload.make([PostProcess]).desk(person), desk)
                  const two = new Set((yield* kept.actionable(person)).slice(0, 2).map((one) => one.case.id))
                  assertEquals(
                    yield* kept.desk(person, 2),
                    desk.filter((task) => two.has(task.case))
                  )
                  shown += desk.length
                }
              }
            }),
            edition("1", {}, may)
          ).pipe(Effect.provide(TestClock.layer()))
        )
      ),
      { numRuns: 60 }
    )
    assert.isAbove(shown, 1_000)
  })

  it.effect("reads of a thousand open cases those that it shows, and none twice", () =>
    at9(
      Effect.gen(function* () {
        for (let index = 0; index < 1_000; index++) {
          yield* Operations.send(PostProcess, {
            key: "compose",
            case: Case.CaseId.make(`post ${index}`),
            step: "Compose",
            by: lin,
            input: { account, content, slot: later(1 + (index % 97)) }
          })
        }
        const cost = yield* counting
        const caseload = Caseload.make([PostProcess])
        const desk = caseload.desk(lin, 10)
        assert.strictEqual(yield* cost(desk), 10)
        assert.strictEqual(new Set((yield* desk).map((task) => task.case)).size, 10)
        assert.strictEqual(yield* cost(desk), 0)
        assert.strictEqual(yield* cost(Caseload.make([PostProcess]).desk(guest)), 0)
      }),
      edition("1", {}, may)
    )
  )

  it.effect("is in order again after a deadline has become another one", () =>
    at9(
      Effect.gen(function* () {
        const caseload = Caseload.make([PostProcess])
        for (const id of ids.slice(0, 2)) {
          yield* Operations.send(PostProcess, {
            key: "a",
            case: id,
            step: "Compose",
            by: lin,
            input: { account, content, slot }
          })
          yield* Operations.send(PostProcess, { key: "b", case: id, step: "Submit", by: lin, input: {} })
          yield* TestClock.setTime(DateTime.add(nine, { minutes: 5 }).epochMilliseconds)
        }
        const first = Effect.map(caseload.desk(tang), ([task]) => task?.case)
        assert.strictEqual(yield* first, ids[0])
        yield* Operations.send(PostProcess, {
          key: "c",
          case: ids[0] ?? assert.fail(),
          step: "RequestChanges",
          by: zhou,
          input: { note: "too loud" }
        })
        yield* TestClock.setTime(DateTime.add(nine, { minutes: 9 }).epochMilliseconds)
        yield* Operations.send(PostProcess, {
          key: "d",
          case: ids[0] ?? assert.fail(),
          step: "Submit",
          by: lin,
          input: {}
        })
        assert.strictEqual(yield* first, ids[1])
      }),
      edition("1", {}, may)
    )
  )
})
