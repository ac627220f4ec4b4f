import { MemoryInvitations, MemoryMembers } from "@dualops/adapter-memory"
import { OptOut } from "@dualops/core/members"
import { Actions } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import {
  account,
  begin,
  begun,
  carry,
  embargo,
  fans,
  house,
  lin,
  passUntil,
  reached,
  report,
  send,
  slowly,
  stateOf,
  work,
  zhou
} from "./InvitationCast.ts"

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
          ...{ invited: 41, sent: 41, refused: 0, later: 0, unknown: 0, heldOut: 0, optedOut: 0 }
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
