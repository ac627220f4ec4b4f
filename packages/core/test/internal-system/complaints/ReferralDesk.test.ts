import { MemoryStore } from "@dualops/adapter-memory"
import { ReferralDesk, ReferralProcess } from "@dualops/core/complaints"
import { Ticket } from "@dualops/core/customer-desk"
import { Editions, Operations } from "@dualops/core/operations"
import { Actor, Allowance, Calendars, Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { account, mei, monday, ofReferrals, service, wrote } from "./ComplaintCast.ts"

const edition: Editions.Edition = {
  version: Case.HandbookVersion.make("1"),
  settings: () => ({ ...ofReferrals, desks: [service] }) as never, // of the one process that asks
  entitled: () => true,
  accounts: [account],
  calendars: Calendars.everyMinute
}
const inHouse = <A, E, R>(body: Effect.Effect<A, E, R>) =>
  Effect.andThen(TestClock.setTime(monday("09:00").epochMilliseconds), body).pipe(
    Effect.provide(Layer.merge(MemoryStore.layer, Editions.layer(edition)))
  )

const asked = (id: string, ticket: string) =>
  Effect.gen(function* () {
    const order = { case: Case.CaseId.make(id), by: Actor.person(mei) }
    const input = {
      account,
      interaction: wrote(),
      department: service,
      note: "请退款",
      promise: { within: Allowance.always("4 hours") }
    }
    yield* Operations.send(ReferralProcess, { ...order, key: "ask", step: "Ask", input })
    const opened = { ticket: Ticket.TicketId.make(ticket), created: true }
    yield* Operations.send(ReferralProcess, { ...order, by: Actor.world, key: "opened", step: "Opened", input: opened })
  })
const standing = (id: string) =>
  Effect.map(Operations.load(ReferralProcess, Case.CaseId.make(id)), (one) => {
    const state = one?.state
    return [state?._tag, state !== undefined && "report" in state ? state.report : undefined]
  })
const change = (id: string, ticket: string, to: Ticket.Standing, into?: string): Ticket.Change => ({
  id,
  ticket: Ticket.TicketId.make(ticket),
  from: { status: "new", says: "new" },
  to,
  ...(into !== undefined && { into: Ticket.TicketId.make(into) }),
  at: monday("10:00")
})
const resolved = { status: "solved", says: "resolved" } as const

describe("What becomes of a ticket", () => {
  it.effect("is told to its referral, in the desk's own word", () =>
    inHouse(
      Effect.gen(function* () {
        yield* asked("1", "71")
        yield* ReferralDesk.tell(change("a", "71", { status: "open", says: "open" }))
        assert.deepStrictEqual(yield* standing("1"), ["Asked", undefined])
        yield* ReferralDesk.tell(change("b", "71", resolved))
        assert.deepStrictEqual(yield* standing("1"), ["Reported", "71: resolved"])
      })
    )
  )

  it.effect("is no solution where the desk has a word of its own for it", () =>
    inHouse(
      Effect.gen(function* () {
        yield* asked("1", "71")
        yield* ReferralDesk.tell(change("a", "71", { status: "other", says: "rejected" }))
        assert.deepStrictEqual(yield* standing("1"), ["Refused", "71: rejected"])
      })
    )
  )

  it.effect("is what becomes of the ticket that it was merged into", () =>
    inHouse(
      Effect.gen(function* () {
        yield* asked("1", "71")
        yield* asked("2", "70")
        yield* ReferralDesk.tell(change("a", "71", { status: "other", says: "merged into 70" }, "70"))
        assert.deepStrictEqual(yield* standing("1"), ["Asked", undefined])
        yield* ReferralDesk.tell(change("b", "70", resolved))
        assert.deepStrictEqual(yield* standing("1"), ["Reported", "70: resolved"])
        assert.deepStrictEqual(yield* standing("2"), ["Reported", "70: resolved"])
      })
    )
  )

  it.effect("changes nothing when it is told again, when the referral is over, and where the ticket is another's", () =>
    inHouse(
      Effect.gen(function* () {
        yield* asked("1", "71")
        yield* ReferralDesk.tell(change("a", "71", resolved))
        yield* ReferralDesk.tell(change("a", "71", resolved))
        yield* ReferralDesk.tell(change("b", "71", { status: "other", says: "rejected" }))
        yield* ReferralDesk.tell(change("c", "9999", resolved))
        assert.deepStrictEqual(yield* standing("1"), ["Reported", "71: resolved"])
      })
    )
  )
})
