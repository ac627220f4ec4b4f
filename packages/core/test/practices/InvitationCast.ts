/**
 * Forty-five members and a campaign that invites them, for the tests of invitations.
 *
 * @module
 */
import {
  MemoryInvitations,
  MemoryMemberList,
  MemoryMembers,
  MemoryObservationStore,
  MemoryStore
} from "@dualops/adapter-memory"
import { AccountId, FanId } from "@dualops/core/account"
import { Invitations, OutreachReport } from "@dualops/core/members"
import { Actions, Carrier, Editions, Operations, Worker } from "@dualops/core/operations"
import {
  EmbargoProcess,
  type InvitationCampaign,
  InvitationCampaignCarriers,
  InvitationCampaignProcess
} from "@dualops/core/practices"
import { Actor, Allowance, Calendars, Case, Notify } from "@dualops/core/process"
import { DateTime, Duration, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"

export const account = AccountId.make("1234567890")
export const begin = DateTime.makeUnsafe("2026-06-08T10:00:00+08:00")
export const [lin, zhou] = [Actor.person("lin"), Actor.person("zhou")]
export const settings: InvitationCampaign.Settings = {
  lead: lin.person,
  attention: Allowance.always("5 days"),
  rules: { route: "business" },
  approvers: [zhou.person],
  segments: ["gold"],
  cap: 1,
  within: Duration.days(30),
  quiet: { from: "21:00", to: "09:00" },
  timeZone: "Asia/Shanghai",
  most: Duration.days(14)
}
export const edition: Editions.Edition = {
  version: Case.HandbookVersion.make("1"),
  // Every process of the test takes of it what it asks for.
  settings: () => ({ ...settings, writers: [], reminds: Allowance.always("4 hours"), stopsAnswers: false }) as never,
  entitled: () => true,
  accounts: [account],
  calendars: Calendars.everyMinute
}
export const tell = Carrier.make(Notify.notify, () => Effect.succeed({}))
export const invite = InvitationCampaignCarriers.make({
  optOut: ({ fan }) => `https://brand.example/out?m=${fan}`,
  atOnce: 10
})
export const work = { processes: [InvitationCampaignProcess], carriers: [invite, tell] }

export const fans = Array.from({ length: 45 }, (_, index) => FanId.make(`77${100 + index}`))

export const world = Layer.mergeAll(
  MemoryStore.layer,
  Editions.layer(edition),
  MemoryObservationStore.layer,
  Layer.mergeAll(MemoryInvitations.layer, MemoryMembers.layer, MemoryMemberList.layer).pipe(
    Layer.provideMerge(Layer.mergeAll(MemoryInvitations.post, MemoryMembers.membership))
  )
)

/** Whoever sends is a while about it, before the invitation is out and after it. */
export const slowly = Effect.updateService(Invitations.Invitations, ({ send }) => ({
  send: (invitation) =>
    Effect.yieldNow.pipe(
      Effect.andThen(Effect.yieldNow),
      Effect.andThen(send(invitation)),
      Effect.andThen(Effect.yieldNow),
      Effect.andThen(Effect.yieldNow)
    )
}))

/** Forty-five members who have consented, a campaign that is approved, and ten o'clock in the morning. */
export const house = <A, E, R>(body: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(begin.epochMilliseconds)
    const { members } = yield* MemoryMembers.MemoryMembership
    for (const fan of fans) {
      const consent = { given: true, at: DateTime.subtract(begin, { days: 100 }) }
      members.set(fan, { fan, name: `会员${fan}`, segments: ["gold"], consent })
    }
    return yield* body
  }).pipe(Effect.provide(world))

export const send = (id: string, step: "Approve" | "Begin" | "Stop" | "Resume", by: Actor.Person, key: string = step) =>
  Operations.send(InvitationCampaignProcess, { case: Case.CaseId.make(id), key, step, by, input: {} })

export const begun = Effect.fnUntraced(function* (id: string) {
  const input = {
    account,
    subject: "星河茶饮在微博等你",
    text: "会员日的暗号只在微博。",
    segments: ["gold"] as const,
    until: DateTime.add(begin, { days: 3 })
  }
  yield* Operations.send(InvitationCampaignProcess, {
    ...{ case: Case.CaseId.make(id), key: "Draft", step: "Draft", by: lin },
    input
  })
  yield* send(id, "Approve", zhou)
  yield* send(id, "Begin", lin)
})
export const carry = Effect.forEach(
  Array.from({ length: 12 }),
  () => Effect.andThen(Worker.round(work), Actions.carryWaiting(work, 9)),
  { discard: true }
)
export const stateOf = (id: string) =>
  Effect.map(Operations.load(InvitationCampaignProcess, Case.CaseId.make(id)), (one) => one?.state)
export const reached = Effect.map(MemoryInvitations.MemoryPost, ({ arrived }) =>
  arrived.map(({ invitation }) => invitation.to.fan)
)
export const embargo = (step: "Impose" | "Lift", input: object) =>
  Operations.send(EmbargoProcess, {
    ...{ case: Case.CaseId.make("mourning"), key: step, step, by: zhou },
    input: input as never
  })
export const report = (id: string) => OutreachReport.of(account, id, begin, DateTime.add(begin, { days: 30 }))
export const passUntil = (time: string) =>
  TestClock.setTime(DateTime.makeUnsafe(`2026-06-${time}:00+08:00`).epochMilliseconds)
