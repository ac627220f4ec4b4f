/**
 * Two hundred fans who were last heard of half a year ago, and a wave that wins them back, for the tests of win-backs.
 *
 * @module
 */
import { MemoryInvitations, MemoryMembers } from "@dualops/adapter-memory"
import { FanId, PostId } from "@dualops/core/account"
import { ComplaintProcess } from "@dualops/core/complaints"
import { LifeCycle } from "@dualops/core/fans"
import { Interaction } from "@dualops/core/interaction"
import { Observations } from "@dualops/core/observations"
import { Actions, Editions, Operations, Worker } from "@dualops/core/operations"
import {
  EmbargoProcess,
  InvitationCampaignProcess,
  type WinBack,
  WinBackCarriers,
  WinBackProcess
} from "@dualops/core/practices"
import { Actor, Allowance, Case } from "@dualops/core/process"
import { Heard } from "@dualops/core/triage"
import { DateTime, Duration, Effect } from "effect"
import { TestClock } from "effect/testing"
import { settings as ofComplaints } from "../internal-system/complaints/ComplaintCast.ts"
import { account, begin, edition, embargo, invite, lin, tell, world, zhou } from "./InvitationCast.ts"

export const settings: WinBack.Settings = {
  lead: lin.person,
  attention: Allowance.always("5 days"),
  rules: { route: "business" },
  approvers: [zhou.person],
  cap: 1,
  within: Duration.days(30),
  timeZone: "Asia/Shanghai",
  most: Duration.days(14),
  holdout: 0.2,
  looksBack: Duration.days(14),
  stages: LifeCycle.usual
}
const own = { [WinBackProcess.name]: settings, [ComplaintProcess.name]: ofComplaints } as Record<string, unknown>
/** A fan of these is dead. */
export const dead = FanId.make("dead")
const carriers = WinBackCarriers.make({
  optOut: ({ fan }) => `https://brand.example/out?m=${fan}`,
  look: (fan) => Effect.succeed(fan === dead ? { is: "dead", reasons: ["account frozen"] } : { is: "unknown" }),
  atOnce: 50
})
export const work = {
  processes: [WinBackProcess, EmbargoProcess, ComplaintProcess, InvitationCampaignProcess],
  carriers: [carriers.page, carriers.counts, invite, tell]
}
export const fans = Array.from({ length: 200 }, (_, index) => FanId.make(`88${1_000 + index}`))

/** What a fan wrote, so many days before ten o'clock of the first day; a day that is less than none is after it. */
export const wrote = (fan: FanId, daysAgo: number, label: "question" | "praise" | "complaint" = "praise") =>
  Observations.record(Heard.kind, [
    {
      account,
      key: `${fan} ${daysAgo}`,
      at: DateTime.subtract(begin, { hours: 24 * daysAgo }),
      source: "comment",
      facts: {
        interaction: `${fan} ${daysAgo}` as never,
        kind: "comment",
        label,
        likely: 90,
        sure: true,
        became: "counted"
      },
      personal: { fan, text: "好喝" }
    }
  ])

/** All of them asleep and consenting members, at ten o'clock in the morning. */
export const house = <A, E, R>(body: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(begin.epochMilliseconds)
    const { members } = yield* MemoryMembers.MemoryMembership
    for (const fan of [...fans, dead]) {
      const consent = { given: true, at: DateTime.subtract(begin, { days: 400 }) }
      members.set(fan, { fan, name: `会员${fan}`, segments: ["gold"], consent })
      yield* wrote(fan, 180)
    }
    return yield* body
  }).pipe(Effect.provide(layer), Effect.provide(world))

const layer = Editions.layer({
  ...edition,
  settings: (process) => (own[process.name] ?? edition.settings(process)) as never
})

export const wish = {
  account,
  reason: "半年未见",
  audience: { stages: ["asleep"] as const },
  subject: "小河想你了",
  text: "回来坐坐，第二杯半价。",
  until: DateTime.add(begin, { days: 10 })
}
const deed = (id: string) => ({ case: Case.CaseId.make(id) })
export const propose = (id: string, audience: WinBack.Audience = wish.audience) =>
  Operations.send(WinBackProcess, {
    ...deed(id),
    ...{ key: "Propose", step: "Propose", by: lin, input: { ...wish, audience } }
  })
export const send = (id: string, step: "Approve" | "Stop" | "Resume", by = zhou) =>
  Operations.send(WinBackProcess, { ...deed(id), key: step, step, by, input: {} })
export const approved = Effect.fnUntraced(function* (id: string, audience?: WinBack.Audience) {
  yield* propose(id, audience)
  yield* send(id, "Approve")
})
export const carry = Effect.forEach(
  Array.from({ length: 12 }),
  () => Effect.andThen(Worker.round(work), Actions.carryWaiting(work, 9)),
  { discard: true }
)
export const stateOf = (id: string) =>
  Effect.map(Operations.load(WinBackProcess, Case.CaseId.make(id)), (one) => one?.state)
export const reached = Effect.map(MemoryInvitations.MemoryPost, ({ arrived }) =>
  arrived.map(({ invitation }) => invitation.to.fan)
)
/** An embargo of a day begins, or is lifted. */
export const embargoed = (step: "Impose" | "Lift") =>
  embargo(
    step,
    step === "Lift"
      ? { note: "" }
      : { account, reason: "全国哀悼日", until: DateTime.add(begin, { days: 1 }), mayPublish: [] }
  )
export const days = (count: number) => TestClock.setTime(DateTime.add(begin, { days: count }).epochMilliseconds)
/** The fan complains, and nobody has solved it. */
export const complains = (fan: FanId) =>
  Operations.send(ComplaintProcess, {
    ...{ case: Case.CaseId.make(`complaint of ${fan}`), key: "Receive", step: "Receive", by: Actor.world },
    input: {
      account,
      interaction: {
        ...{
          kind: "comment" as const,
          id: Interaction.InteractionId.make(`c${fan}`),
          from: { id: fan },
          text: "太慢了"
        },
        ...{ at: begin, post: PostId.make("5000000000000001") }
      }
    }
  })
