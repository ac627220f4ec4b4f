import { MemoryCustomerDesk, MemoryMembers } from "@dualops/adapter-memory"
import { CustomerDeskSuite, MembersSuite, type Trouble } from "@dualops/core/testing"
import { Effect, Layer } from "effect"

const ends = {
  refused: { end: "Refused", out: false },
  unauthorised: { end: "Unauthorised", out: false },
  busy: { end: "TryLater", out: false },
  "lost before": { end: "Unknown", out: false },
  "lost after": { end: "Unknown", out: true }
} as const

const deskStage = Layer.effect(
  CustomerDeskSuite.Stage,
  Effect.map(MemoryCustomerDesk.MemoryDesk, ({ fates, move, tickets }) => ({
    shown: (key: string) =>
      Effect.sync(() =>
        [...tickets.values()]
          .filter(({ opening }) => opening.key === key)
          .map(({ id, notes, opening: { subject, text } }) => ({ id, key, subject, text, notes: [...notes.values()] }))
      ),
    move: (ticket, says) => move(ticket, { status: says === "open" ? "open" : "other", says }),
    says: { open: "open", other: "rejected" },
    nobody: "999999",
    next: (trouble: Trouble.Trouble) => Effect.sync(() => void fates.push(ends[trouble])),
    secrets: ["there is none"]
  }))
)

CustomerDeskSuite.suite(
  "MemoryCustomerDesk",
  Layer.merge(deskStage, MemoryCustomerDesk.layer).pipe(Layer.provide(MemoryCustomerDesk.desk))
)

const membersStage = Layer.effect(
  MembersSuite.Stage,
  Effect.map(MemoryMembers.MemoryMembership, ({ fates }) => ({
    segments: ["gold", "silver"] as const,
    next: (trouble: Trouble.Trouble) => Effect.sync(() => void fates.push(ends[trouble])),
    secrets: ["there is none"]
  }))
)

MembersSuite.suite(
  "MemoryMembers",
  Layer.merge(membersStage, MemoryMembers.layer).pipe(Layer.provide(MemoryMembers.membership))
)
