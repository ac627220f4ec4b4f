import { Ticket } from "@dualops/core/customer-desk"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { json, scripted, use } from "./rt/scripted.ts"

describe("The list of what was done on Request Tracker", () => {
  const transaction = (number: number, more: object = {}) => ({
    id: String(number),
    ObjectId: "7",
    Type: "Status",
    OldValue: "new",
    NewValue: "open",
    Created: "2026-11-22T22:00:00Z",
    ...more
  })
  /** Answers as Request Tracker does: those above a number, a page of them, without saying how many there are. */
  const listOf = (all: Array<object & { id: string }>) =>
    scripted(({ url }) => {
      const above = Number(/AND id > (\d+)$/.exec(url.searchParams.get("query") ?? "")?.[1])
      const items = all.filter((one) => Number(one.id) > above).sort((one, other) => Number(one.id) - Number(other.id))
      return json({ items: items.slice(0, 100), total: null, pages: null, count: Math.min(items.length, 100) })
    })

  it.live("is read to its end, though it says neither its length nor its pages (python-rt#93, #95)", () =>
    Effect.gen(function* () {
      const all = Array.from({ length: 350 }, (_, index) => transaction(10 * index + 1))
      yield* use(listOf(all), (desk) =>
        Effect.gen(function* () {
          const heard: Array<string> = []
          let read = yield* desk.changesSince(undefined)
          heard.push(...read.changes.map((one) => one.id))
          while (read.more) {
            read = yield* desk.changesSince(read.cursor)
            heard.push(...read.changes.map((one) => one.id))
          }
          assert.deepEqual(
            heard,
            all.map((one) => one.id)
          )
        })
      )
    })
  )

  it.live("is read again below its end: a lower number that is stored later is heard, and nothing twice", () =>
    Effect.gen(function* () {
      const all = [transaction(1_000), transaction(1_002), transaction(1_004)]
      yield* use(listOf(all), (desk) =>
        Effect.gen(function* () {
          const first = yield* desk.changesSince(undefined)
          assert.lengthOf(first.changes, 3)
          all.push(transaction(1_003), transaction(850))
          const second = yield* desk.changesSince(first.cursor)
          assert.deepEqual(
            second.changes.map((one) => one.id),
            ["850", "1003"]
          )
          assert.deepEqual((yield* desk.changesSince(second.cursor)).changes, [])
        })
      )
    })
  )

  it.live("goes on where more was done at once than the stretch that is read again", () =>
    Effect.gen(function* () {
      const all = Array.from({ length: 900 }, (_, index) => transaction(5_000 + index))
      yield* use(listOf(all), (desk) =>
        Effect.gen(function* () {
          const heard = new Set<string>()
          let cursor: Ticket.Cursor | undefined
          for (let looks = 0, more = true; more; looks++) {
            assert.isBelow(looks, 30)
            const read = yield* desk.changesSince(cursor)
            for (const { id: one } of read.changes) heard.add(one)
            ;({ cursor, more } = read)
          }
          assert.strictEqual(heard.size, 900)
        })
      )
    })
  )

  it.live("stops at what cannot be read, and passes nothing over", () =>
    Effect.gen(function* () {
      for (const more of [
        { Created: "2026-11-22 22:00:00" },
        { Created: "Not set" },
        { NewValue: null },
        { ObjectId: "x" }
      ]) {
        const failure = yield* Effect.flip(use(listOf([transaction(1, more)]), (desk) => desk.changesSince(undefined)))
        assert.strictEqual(failure._tag, "Reading.TryLater")
      }
      for (const cursor of ["", "7", "{}", '{"to":-1,"heard":[]}', '{"to":1e99,"heard":[]}', "not ours"]) {
        const foreign = Ticket.Cursor.make(cursor, { disableChecks: true })
        const failure = yield* Effect.flip(use(listOf([]), (desk) => desk.changesSince(foreign)))
        assert.strictEqual(failure._tag, "Reading.NotShown", cursor)
      }
    })
  )
})
