import {
  MemoryInvitations,
  MemoryMemberList,
  MemoryMembers,
  MemoryObservationStore,
  MemoryStore
} from "@dualops/adapter-memory"
import { AccountId, FanId } from "@dualops/core/account"
import { Invitations, OptOut, OutreachReport } from "@dualops/core/members"
import { Actions, Carrier, Editions, Operations, Worker } from "@dualops/core/operations"
import {
  EmbargoProcess,
  type InvitationCampaign,
  InvitationCampaignCarriers,
  InvitationCampaignProcess
} from "@dualops/core/practices"
import { Actor, Allowance, Calendars, Case, Notify } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Fiber, Layer } from "effect"
import { TestClock } from "effect/testing"

const account = AccountId.make("1234567890")
const begin = DateTime.makeUnsafe("2026-06-08T10:00:00+08:00")
const [lin, zhou] = [Actor.person("lin"), Actor.person("zhou")]
const settings: InvitationCampaign.Settings = {
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
const edition: Editions.Edition = {
  version: Case.HandbookVersion.make("1"),
  // Every process of the test takes of it what it asks for.
  settings: () => ({ ...settings, writers: [], reminds: Allowance.always("4 hours"), stopsAnswers: false }) as never,
  entitled: () => true,
  accounts: [account],
  calendars: Calendars.everyMinute
}
const tell = Carrier.make(Notify.notify, () => Effect.succeed({}))
const invite = InvitationCampaignCarriers.make({
  optOut: ({ fan }) => `https://brand.example/out?m=${fan}`,
  atOnce: 10
})
const work = { processes: [InvitationCampaignProcess], carriers: [invite, tell] }

const fans = Array.from({ length: 45 }, (_, index) => FanId.make(`77${100 + index}`))

const world = Layer.mergeAll(
  MemoryStore.layer,
  Editions.layer(edition),
  MemoryObservationStore.layer,
  Layer.mergeAll(MemoryInvitations.layer, MemoryMembers.layer, MemoryMemberList.layer).pipe(
    Layer.provideMerge(Layer.mergeAll(MemoryInvitations.post, MemoryMembers.membership))
  )
)

/** Whoever sends is a while about it, before the invitation is out and after it. */
const slowly = Effect.updateService(Invitations.Invitations, ({ send }) => ({
  send: (invitation) =>
    Effect.yieldNow.pipe(
      Effect.andThen(Effect.yieldNow),
      Effect.andThen(send(invitation)),
      Effect.andThen(Effect.yieldNow),
      Effect.andThen(Effect.yieldNow)
    )
}))

/** Forty-five members who have consented, a campaign that is approved, and ten o'clock in the morning. */
const house = <A, E, R>(body: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    yield* TestClock.setTime(begin.epochMilliseconds)
    const { members } = yield* MemoryMembers.MemoryMembership
    for (const fan of fans) {
      const consent = { given: true, at: DateTime.subtract(begin, { days: 100 }) }
      members.set(fan, { fan, name: `会员${fan}`, segments: ["gold"], consent })
    }
    return yield* body
  }).pipe(Effect.provide(world))

const send = (id: string, step: "Approve" | "Begin" | "Stop" | "Resume", by: Actor.Person, key: string = step) =>
  Operations.send(InvitationCampaignProcess, { case: Case.CaseId.make(id), key, step, by, input: {} })

const begun = Effect.fnUntraced(function* (id: string) {
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
const carry = Effect.forEach(
  Array.from({ length: 12 }),
  () => Effect.andThen(Worker.round(work), Actions.carryWaiting(work, 9)),
  { discard: true }
)
const stateOf = (id: string) =>
  Effect.map(Operations.load(InvitationCampaignProcess, Case.CaseId.make(id)), (one) => one?.state)
const reached = Effect.map(MemoryInvitations.MemoryPost, ({ arrived }) =>
  arrived.map(({ invitation }) => invitation.to.fan)
)
const embargo = (step: "Impose" | "Lift", input: object) =>
  Operations.send(EmbargoProcess, {
    ...{ case: Case.CaseId.make("mourning"), key: step, step, by: zhou },
    input: input as never
  })
const report = (id: string) => OutreachReport.of(account, id, begin, DateTime.add(begin, { days: 30 }))
const passUntil = (time: string) => TestClock.setTime(DateTime.makeUnsafe(`2026-06-${time}:00+08:00`).epochMilliseconds)

describe("A campaign that runs", () => {
  it.effect("invites every member who may be invited once, and tells what came of it", () =>
    house(
      Effect.gen(function* () {
        const { members } = yield* MemoryMembers.MemoryMembership
        const [silent, no, staff, out] = fans
        if (!silent || !no || !staff || !out) return assert.fail("there are four")
        members.set(silent, { fan: silent, name: "", segments: ["gold"] })
        members.set(no, { fan: no, name: "", segments: ["gold"], consent: { given: false, at: begin } })
        members.set(staff, { fan: staff, name: "", segments: ["staff"], consent: { given: true, at: begin } })
        yield* OptOut.take({ account, fan: out, source: "message" })
        yield* begun("spring")
        yield* carry
        assert.deepStrictEqual([...(yield* reached)].sort(), fans.slice(4))
        assert.deepInclude(yield* stateOf("spring"), { _tag: "Finished", sent: 41 })
        assert.deepStrictEqual(yield* report("spring"), {
          ...{ invited: 41, sent: 41, refused: 0, later: 0, unknown: 0, optedOut: 0 }
        })
        // The company's own system knows of the opt-out.
        assert.deepInclude(members.get(out)?.consent, { given: false })
      })
    )
  )

  it.effect(
    "when an embargo or a crisis begins is halted before its next page, and goes on by a person afterwards",
    () =>
      house(
        Effect.gen(function* () {
          yield* begun("spring")
          yield* Actions.carryWaiting(work, 1)
          const before = (yield* reached).length
          assert.isAbove(before, 0)
          const until = DateTime.add(begin, { days: 1 })
          yield* embargo("Impose", { account, reason: "全国哀悼日", until, mayPublish: [] })
          yield* carry
          assert.lengthOf(yield* reached, before)
          assert.deepInclude(yield* stateOf("spring"), { _tag: "Halted" })
          assert.deepInclude(yield* Effect.flip(send("spring", "Resume", lin)), { _tag: "Process.Suspended" })
          yield* embargo("Lift", { note: "" })
          yield* carry
          assert.lengthOf(yield* reached, before)
          yield* send("spring", "Resume", lin, "again")
          yield* carry
          assert.lengthOf(yield* reached, 45)
        })
      )
  )

  // mautic#6760: two campaigns, one a week, and both were sent.
  it.effect("beside another one, carried at once, comes with it to no more than the cap", () =>
    house(
      Effect.gen(function* () {
        yield* begun("spring")
        yield* begun("618")
        yield* Effect.all([carry, carry], { concurrency: 2 })
        assert.deepStrictEqual([...(yield* reached)].sort(), fans)
        const [one, other] = [yield* report("spring"), yield* report("618")]
        assert.strictEqual(one.sent + other.sent, 45)
      })
    )
  )

  it.effect("in quiet hours writes to nobody, and goes on in the morning", () =>
    house(
      Effect.gen(function* () {
        yield* passUntil("08T21:00")
        yield* begun("spring")
        yield* carry
        assert.deepStrictEqual(yield* reached, [])
        yield* passUntil("09T08:59")
        yield* carry
        assert.deepStrictEqual(yield* reached, [])
        yield* passUntil("09T09:01")
        yield* carry
        assert.lengthOf(yield* reached, 45)
      })
    )
  )

  it.effect("and is stopped in the night, writes to nobody in the morning", () =>
    house(
      Effect.gen(function* () {
        yield* passUntil("08T21:00")
        yield* begun("spring")
        yield* carry
        yield* send("spring", "Stop", zhou)
        yield* passUntil("09T09:01")
        yield* carry
        assert.deepStrictEqual(yield* reached, [])
        assert.strictEqual((yield* stateOf("spring"))?._tag, "Stopped")
      })
    )
  )

  // listmonk#1629: of 750 the server refused 507, and the campaign went through all of them.
  it.effect("and of which nothing goes through is halted before all members are tried; a person has it go on", () =>
    house(
      Effect.gen(function* () {
        const { fates } = yield* MemoryInvitations.MemoryPost
        fates.push(...Array.from({ length: 26 }, () => ({ end: "Refused", out: false }) as const))
        yield* begun("spring")
        yield* carry
        assert.strictEqual((yield* stateOf("spring"))?._tag, "Halted")
        const { refused } = yield* report("spring")
        assert.isBelow(refused, 26)
        fates.splice(0)
        yield* send("spring", "Resume", lin)
        yield* carry
        assert.strictEqual((yield* stateOf("spring"))?._tag, "Finished")
        assert.lengthOf(yield* reached, 45 - refused)
      })
    )
  )

  // listmonk#2070, listmonk#2313, listmonk#3022: after a pause or a crash some had it twice or thrice, and others never.
  it.effect("whose worker dies again and again invites nobody twice, and misses at most those in its hands", () =>
    house(
      Effect.gen(function* () {
        yield* begun("spring")
        let deaths = 0
        for (let minute = 0; minute < 60; minute++) {
          const worker = yield* Effect.forkChild(slowly(carry))
          for (let turn = 0; turn < 15 + minute; turn++) yield* Effect.yieldNow
          if (worker.pollUnsafe() === undefined) deaths++
          yield* Fiber.interrupt(worker)
          yield* TestClock.adjust("2 minutes")
        }
        yield* carry
        const all = yield* reached
        assert.lengthOf(all, new Set(all).size)
        assert.isAbove(deaths, 0)
        const { invited, sent } = yield* report("spring")
        assert.strictEqual(invited, 45)
        assert.isAtLeast(all.length, sent)
        assert.isAtMost(invited - sent, deaths * 4)
      })
    )
  )

  it.effect("and asks a server that is busy later, with nobody lost and nobody twice", () =>
    house(
      Effect.gen(function* () {
        const { fates } = yield* MemoryInvitations.MemoryPost
        yield* begun("spring")
        for (let hour = 0; hour < 8; hour++) {
          fates.push({ end: "TryLater", out: false })
          yield* carry
          yield* TestClock.adjust("10 minutes")
        }
        fates.splice(0)
        yield* carry
        assert.deepStrictEqual([...(yield* reached)].sort(), fans)
      })
    )
  )
})
