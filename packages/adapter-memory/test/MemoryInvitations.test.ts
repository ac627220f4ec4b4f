import { MemoryInvitations, MemoryMemberList, MemoryMembers } from "@dualops/adapter-memory"
import { FanId } from "@dualops/core/account"
import { InvitationsSuite, MemberListSuite, type Trouble } from "@dualops/core/testing"
import { Effect, Layer } from "effect"

const ends = {
  refused: { end: "Refused", out: false },
  unauthorised: { end: "Unauthorised", out: false },
  busy: { end: "TryLater", out: false },
  "lost before": { end: "Unknown", out: false },
  "lost after": { end: "Unknown", out: true }
} as const

const stage = Layer.effect(
  InvitationsSuite.Stage,
  Effect.map(MemoryInvitations.MemoryPost, ({ arrived, fates, unreached }) => {
    unreached.add("88002")
    return {
      reached: FanId.make("88001"),
      unreached: FanId.make("88002"),
      next: (trouble: Trouble.Trouble) => Effect.sync(() => void fates.push(ends[trouble])),
      record: Effect.sync(() => arrived.map(({ invitation: { subject }, text }) => ({ subject, text }))),
      secrets: ["there is none"]
    }
  })
)
InvitationsSuite.suite(
  "MemoryInvitations",
  Layer.merge(stage, MemoryInvitations.layer).pipe(Layer.provide(MemoryInvitations.post))
)

const listStage = Layer.effect(
  MemberListSuite.Stage,
  Effect.map(MemoryMembers.MemoryMembership, ({ members }) => ({
    segments: ["gold", "silver"] as const,
    add: (fan: FanId, segments: ReadonlyArray<string>) =>
      Effect.sync(() => void members.set(fan, { fan, name: "小林", segments }))
  }))
)
MemberListSuite.suite(
  "MemoryMemberList",
  Layer.merge(listStage, MemoryMemberList.layer).pipe(Layer.provide(MemoryMembers.membership))
)
