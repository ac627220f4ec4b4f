import { MemoryCustomerDesk } from "@dualops/adapter-memory"
import { ComplaintProcess, ReferralDesk, ReferralProcess } from "@dualops/core/complaints"
import { CustomerDesk, DeskFeed, DeskKey, openTicket, Ticket, TicketCarrier } from "@dualops/core/customer-desk"
import { AnswerProcess } from "@dualops/core/interaction"
import { Carrier, Caseload, EventLog, Operations, Worker, Writing } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import { Resource } from "@dualops/core/resources"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Fiber, Layer } from "effect"
import { TestClock } from "effect/testing"
import { account, inTheMorning, receive, wrote } from "../triage/TriageCast.ts"

const service = Resource.ResourceId.make("customer-service")
const { MemoryDesk } = MemoryCustomerDesk
const processes = [ComplaintProcess, AnswerProcess, ReferralProcess]
/** What the complaint asks, and then what its referral asks. */
const rounds = (carrier: Carrier.AnyCarrier<CustomerDesk> = TicketCarrier.carrier) =>
  Effect.repeat(Worker.round({ processes, carriers: [carrier] }), { times: 1 })
const listen = DeskFeed.poll("customer service", ReferralDesk.tell)
const order = { case: Case.CaseId.make(`${account}/1`), by: Actor.person("lin") }
const refer = Operations.send(ComplaintProcess, {
  ...order,
  key: "refer",
  step: "Refer",
  input: { department: service, note: "请退款" }
})
const referred = Effect.andThen(receive(wrote("1", "complaint")), refer)
const solve = (id: string) =>
  MemoryDesk.use((desk) => desk.move(Ticket.TicketId.make(id), { status: "solved", says: "resolved" }))
const referral = Effect.map(Caseload.everyCase([ReferralProcess]), ([first]) => first?.case.state._tag)
const complaint = Effect.map(Operations.load(ComplaintProcess, order.case), (one) => one?.state)
const stands = (state: string) =>
  Effect.gen(function* () {
    assert.strictEqual(yield* referral, state)
  })

const atDesk = <A, E, R>(body: Effect.Effect<A, E, R>) =>
  inTheMorning(body, { desks: ["customer-service"] }).pipe(
    Effect.provide(MemoryCustomerDesk.layer.pipe(Layer.provideMerge(MemoryCustomerDesk.desk)))
  )

describe("What a desk has done about a complaint", () => {
  it.effect("is heard once, however often it is told", () =>
    atDesk(
      Effect.gen(function* () {
        yield* referred
        yield* rounds()
        yield* solve("1")
        yield* listen
        const { changes } = yield* MemoryDesk
        for (const change of changes) yield* ReferralDesk.tell(change)
        yield* rounds()
        assert.deepStrictEqual((yield* complaint)?.report, { department: service, report: "1: resolved" })
        const history = yield* Operations.read(ComplaintProcess, order.case)
        assert.lengthOf(
          history.filter(({ step }) => step === "Reported"),
          1
        )
      })
    )
  )

  it.effect("is heard where it was done before anybody here knew the number of the ticket", () =>
    atDesk(
      Effect.gen(function* () {
        yield* referred
        // The desk opens it, and whoever asked dies before the answer is kept.
        const slow = Carrier.make(openTicket, (request, key) =>
          CustomerDesk.use((desk) => desk.openTicket({ ...request, key: DeskKey.of(key) })).pipe(
            Effect.andThen(Effect.fail(new Writing.TryLater({ code: "late", detail: "later" })))
          )
        )
        yield* rounds(slow)
        yield* solve("1")
        yield* listen
        yield* stands("Reported")
      })
    )
  )

  it.effect("is heard where nobody knew whether the ticket was opened", () =>
    atDesk(
      Effect.gen(function* () {
        yield* referred
        const unknown = Carrier.make(openTicket, (request, key) =>
          CustomerDesk.use((desk) => desk.openTicket({ ...request, key: DeskKey.of(key) })).pipe(
            Effect.andThen(Effect.fail(new Writing.Unknown({ code: "lost", detail: "no answer" })))
          )
        )
        yield* rounds(unknown)
        yield* solve("1")
        yield* listen
        yield* stands("Reported")
      })
    )
  )

  it.effect("is not heard of a ticket that is another customer's, though the desk has given its number", () =>
    atDesk(
      Effect.gen(function* () {
        const desk = yield* CustomerDesk
        const customer = { fan: wrote("9", "").from.id, name: "别人" }
        const phone = {
          key: DeskKey.of("phone-1"),
          customer,
          subject: "电话",
          text: "漏发",
          priority: "normal"
        } as const
        const { ticket } = yield* desk.openTicket(phone)
        yield* referred
        const wrong = Carrier.make(openTicket, () => Effect.succeed({ ticket, created: false }))
        yield* rounds(wrong)
        yield* solve(ticket)
        yield* listen
        yield* stands("Asked")
      })
    )
  )

  it.effect("is told again where others were faster for so long that nobody could take it in", () =>
    atDesk(
      Effect.gen(function* () {
        yield* referred
        yield* rounds()
        yield* solve("1")
        const log = yield* EventLog.EventLog
        const lost = new EventLog.OtherStanding({ process: "Referral", case: "it" })
        const busy = EventLog.EventLog.of({ ...log, append: () => Effect.fail(lost) })
        const telling = yield* listen.pipe(
          Effect.provideService(EventLog.EventLog, busy),
          Effect.exit,
          Effect.forkChild
        )
        yield* TestClock.adjust("1 minute")
        assert.strictEqual((yield* Fiber.join(telling))._tag, "Failure")
        yield* listen
        yield* stands("Reported")
      })
    )
  )

  it.effect("is no news where the referral was withdrawn before", () =>
    atDesk(
      Effect.gen(function* () {
        yield* referred
        yield* rounds()
        const [one] = yield* Caseload.everyCase([ReferralProcess])
        if (one === undefined) return assert.fail("nobody was asked")
        const by = Actor.person("lin")
        yield* Operations.send(ReferralProcess, { key: "w", case: one.case.id, step: "Withdraw", by, input: {} })
        yield* solve("1")
        yield* listen
        yield* stands("Withdrawn")
      })
    )
  )

  it.effect("is heard where the desk has merged the ticket into another, and solved that one", () =>
    atDesk(
      Effect.gen(function* () {
        yield* referred
        yield* rounds()
        const desk = yield* CustomerDesk
        const customer = { fan: wrote("9", "").from.id, name: "别人" }
        const phone = {
          key: DeskKey.of("phone-1"),
          customer,
          subject: "电话",
          text: "漏发",
          priority: "normal"
        } as const
        const { ticket: into } = yield* desk.openTicket(phone)
        const at = yield* DateTime.now
        const merged = { status: "other", says: `merged into ${into}` } as const
        const ticket = Ticket.TicketId.make("1")
        yield* ReferralDesk.tell({ id: "m", ticket, from: { status: "other", says: "" }, to: merged, into, at })
        yield* stands("Asked")
        yield* solve(into)
        yield* listen
        yield* stands("Reported")
      })
    )
  )
})
