import { MemoryCustomerDesk, MemoryStore } from "@dualops/adapter-memory"
import { FanId } from "@dualops/core/account"
import { CustomerDesk, DeskFeed, DeskKey, type Ticket, TicketCarrier } from "@dualops/core/customer-desk"
import { Snapshots, Writing } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Layer } from "effect"
import { TestClock } from "effect/testing"

const world = Layer.mergeAll(MemoryCustomerDesk.layer, MemoryStore.layer).pipe(
  Layer.provideMerge(MemoryCustomerDesk.desk)
)

const opening: Ticket.Opening = {
  key: DeskKey.of("complaint:1"),
  customer: { fan: FanId.make("1669879400"), name: "迪丽热巴" },
  subject: "电池",
  text: "充不满",
  priority: "weibo first"
}

const test = (title: string, body: Effect.Effect<void, unknown, Layer.Success<typeof world>>) =>
  it.effect(title, () => Effect.provide(body, world))

const open = Effect.flatMap(CustomerDesk, (desk) => desk.openTicket(opening))

describe("What becomes of tickets", () => {
  test(
    "is told once each, the oldest first, and again after a restart only what had not been told",
    Effect.gen(function* () {
      const desk = yield* CustomerDesk
      const { ticket } = yield* open
      const told: Array<string> = []
      const tell = ({ to }: Ticket.Change) => Effect.sync(() => void told.push(to.status))
      for (const status of ["open", "waiting", "solved"] as const) yield* desk.setStatus(ticket, status)
      assert.deepEqual(yield* DeskFeed.poll("service", tell), { told: 3, more: false })
      assert.deepEqual(yield* DeskFeed.poll("service", tell), { told: 0, more: false })
      yield* desk.setStatus(ticket, "open")
      assert.deepEqual(yield* DeskFeed.poll("service", tell), { told: 1, more: false })
      assert.deepEqual(told, ["open", "waiting", "solved", "open"])
      assert.deepEqual(yield* DeskFeed.poll("another", tell), { told: 4, more: false })
    })
  )

  test(
    "is told again where telling broke off: no change is passed over",
    Effect.gen(function* () {
      const desk = yield* CustomerDesk
      const { ticket } = yield* open
      for (const status of ["open", "solved"] as const) yield* desk.setStatus(ticket, status)
      const told: Array<string> = []
      let isBroken = true
      const tell = ({ to }: Ticket.Change) =>
        to.status === "solved" && isBroken ? Effect.fail("broken") : Effect.sync(() => void told.push(to.status))
      assert.strictEqual(yield* Effect.flip(DeskFeed.poll("service", tell)), "broken")
      isBroken = false
      yield* DeskFeed.poll("service", tell)
      assert.deepEqual(told, ["open", "open", "solved"])
    })
  )

  test(
    "is kept by whoever read first, where two read at once, and both have told it",
    Effect.gen(function* () {
      const desk = yield* CustomerDesk
      const { ticket } = yield* open
      yield* desk.setStatus(ticket, "open")
      let told = 0
      const tell = () =>
        Effect.andThen(
          Effect.yieldNow,
          Effect.sync(() => void told++)
        )
      yield* Effect.all([DeskFeed.poll("service", tell), DeskFeed.poll("service", tell)], { concurrency: 2 })
      assert.strictEqual(told, 2)
      assert.deepEqual(yield* DeskFeed.poll("service", tell), { told: 0, more: false })
      const kept = yield* Snapshots.Snapshots.use((snapshots) => snapshots.find("customer desk service"))
      assert.deepEqual([...(kept?.states ?? [])], [["cursor", "1"]])
    })
  )

  test(
    "is heard every minute, at a hint at once, and after whatever went wrong",
    Effect.gen(function* () {
      const desk = yield* CustomerDesk
      const { ticket } = yield* open
      const told: Array<string> = []
      let broken: "fails" | "dies" | undefined
      const tell = ({ to }: Ticket.Change) =>
        Effect.suspend(() => {
          if (broken === "fails") return Effect.fail("broken")
          return broken === "dies" ? Effect.die("broken") : Effect.sync(() => void told.push(to.status))
        })
      const listening = yield* Effect.forkChild(
        DeskFeed.run({ name: "service", tell, hints: Effect.sleep("45 seconds") })
      )
      const afterwards = (seconds: number) => TestClock.adjust(`${seconds} seconds`)
      yield* afterwards(1)
      yield* desk.setStatus(ticket, "open")
      yield* afterwards(43)
      assert.deepEqual(told, [])
      yield* afterwards(1)
      assert.deepEqual(told, ["open"], "at the hint")
      for (const how of ["fails", "dies"] as const) {
        broken = how
        yield* desk.setStatus(ticket, how === "fails" ? "waiting" : "solved")
        yield* afterwards(61)
        broken = undefined
        yield* afterwards(61)
      }
      assert.deepEqual(told, ["open", "waiting", "solved"])
      yield* Fiber.interrupt(listening)
    })
  )
})

describe("The carrier of tickets", () => {
  const carry = (key: string) => {
    const { key: _, ...request } = opening
    return TicketCarrier.carrier.carry(request, key, undefined as never)
  }

  test(
    "opens one ticket for an action, however often it is carried, and whatever its key is",
    Effect.gen(function* () {
      const { fates, tickets } = yield* MemoryCustomerDesk.MemoryDesk
      const key = `Complaint/${"投诉".repeat(100)}/1/open`
      const first = yield* carry(key)
      assert.isTrue(first.created)
      assert.deepEqual(yield* carry(key), { ticket: first.ticket, created: false })
      // An answer that was lost is asked for again.
      fates.push({ end: "Unknown", out: true }, { end: "Unknown", out: false })
      const waiting = yield* Effect.forkChild(carry("another"))
      yield* TestClock.adjust("10 seconds")
      assert.isFalse((yield* Fiber.join(waiting)).created)
      assert.strictEqual(tickets.size, 2)
    })
  )

  test(
    "is unknown where nobody knows after three tries, and hands on other failures at once",
    Effect.gen(function* () {
      const { fates } = yield* MemoryCustomerDesk.MemoryDesk
      for (let tries = 0; tries < 3; tries++) fates.push({ end: "Unknown", out: false })
      const waiting = yield* Effect.forkChild(Effect.flip(carry("one")))
      yield* TestClock.adjust("10 seconds")
      assert.instanceOf(yield* Fiber.join(waiting), Writing.Unknown)
      fates.push({ end: "TryLater", out: false })
      assert.instanceOf(yield* Effect.flip(carry("one")), Writing.TryLater)
      assert.isTrue((yield* carry("one")).created)
    })
  )
})
