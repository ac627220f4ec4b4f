import { MemoryCustomerDesk } from "@dualops/adapter-memory"
import { CustomerDesk, type DeskKey } from "@dualops/core/customer-desk"
import { Writing } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { fine, Weather } from "../troubled.ts"
import { isBad, named } from "./judging.ts"
import { whole } from "./story.ts"

const seeds = Array.from({ length: 300 }, (_, seed) => seed + 1)

/** The desk in memory knows no network: its writes meet the weather as they are asked. */
const memory = Layer.effect(
  CustomerDesk,
  Effect.gen(function* () {
    const weather = yield* Weather
    const desk = yield* CustomerDesk
    const through = <A>(work: Effect.Effect<A, Writing.Failure>): Effect.Effect<A, Writing.Failure> =>
      Effect.suspend(() => {
        // The memory asks nobody by HTTP.
        const fate = weather.fate(undefined as never)
        if (fate === undefined) return work
        const lost = Effect.fail(new Writing.Unknown({ code: "weather", detail: "it was to be so" }))
        return fate.does ? Effect.andThen(work, lost) : lost
      })
    return {
      ...desk,
      openTicket: (opening) => through(desk.openTicket(opening)),
      note: (ticket, note) => through(desk.note(ticket, note)),
      setStatus: (ticket, status) => through(desk.setStatus(ticket, status))
    }
  })
).pipe(Layer.provide(MemoryCustomerDesk.layer), Layer.provideMerge(Layer.merge(fine, MemoryCustomerDesk.desk)))

describe("Under 300 schedules of lost answers, failures and refusals to be hurried", () => {
  it.live("the desk in memory has one ticket and one note of each key, and each change is heard once", () =>
    Effect.gen(function* () {
      const wrong = yield* Effect.forEach(seeds, (seed) =>
        Effect.gen(function* () {
          const { tickets } = yield* MemoryCustomerDesk.MemoryDesk
          const shown = (key: DeskKey.DeskKey) =>
            Effect.sync(() =>
              [...tickets.values()].flatMap(({ id, notes, opening: { key: its, subject, text } }) =>
                its === key ? [{ id, key, subject, text, notes: [...notes.values()] }] : []
              )
            )
          return yield* whole(seed, { shown, complaints: 2 })
        }).pipe(Effect.provide(memory), named(seed))
      )
      assert.lengthOf(wrong, seeds.length)
      isBad(wrong, 1_000)
    })
  )
})
