import { AccountId } from "@dualops/core/account"
import { Quota, QuotaPlan } from "@dualops/core/planning"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration } from "effect"
import fc from "fast-check"

const morning = DateTime.makeUnsafe("2026-05-31T16:00:00Z")
const watch = (name: string, minutes: number, openCases = 0): QuotaPlan.Watch => ({
  name,
  within: Duration.minutes(minutes),
  openCases
})
const plan = (more: Partial<QuotaPlan.Situation>) =>
  QuotaPlan.make({ limits: Quota.ordinary, at: morning, used: 0, writes: 0, watches: [], ...more })
const minutes = (made: QuotaPlan.QuotaPlan, name: string) => Duration.toMinutes(made.every[name] ?? Duration.zero)

describe("A plan of calls", () => {
  it("keeps two calls for every post and reply that is still to go out: one to send it, one to look", () => {
    assert.strictEqual(plan({ writes: 12 }).reserve, 24)
  })

  it("keeps the promises that the budget allows, and says nothing", () => {
    const made = plan({ watches: [watch("comments", 30), watch("mentions", 60)] })
    assert.isAtMost(minutes(made, "comments"), 30)
    assert.isAtMost(minutes(made, "mentions"), 60)
    assert.deepEqual(made.findings, [])
  })

  it("spends what is left over where cases are open", () => {
    const made = plan({ watches: [watch("comments", 120, 3), watch("mentions", 120, 0)] })
    assert.isBelow(minutes(made, "comments"), 25)
    assert.approximately(minutes(made, "mentions"), 120, 1)
  })

  it("tells which promise cannot be kept, and how far from it the budget is", () => {
    const made = plan({ used: 60, writes: 5, watches: [watch("comments", 60, 4), watch("mentions", 60, 0)] })
    assert.deepEqual(
      made.findings.map(({ code, where }) => [code, where.path]),
      [["quota.promise", "watches.mentions"]]
    )
    assert.include(made.findings[0]?.evidence, "48 calls needed, 30 left")
    assert.isAtMost(minutes(made, "comments"), 60)
  })

  it("never asks more often than every three minutes", () => {
    assert.strictEqual(
      minutes(
        plan({ limits: { ...Quota.ordinary, callsPerDay: 50_000 }, watches: [watch("comments", 1)] }),
        "comments"
      ),
      3
    )
  })

  it("says what is to be read now: what was never read, and then what has waited longest for its turn", () => {
    const made = plan({ watches: [watch("comments", 30, 1), watch("mentions", 60), watch("reposts", 60)] })
    const at = DateTime.addDuration(morning, "3 hours")
    const lastRead = {
      comments: DateTime.subtractDuration(at, "40 minutes"),
      mentions: DateTime.subtractDuration(at, "5 minutes")
    }
    assert.deepEqual(QuotaPlan.due(made, lastRead, at), ["reposts", "comments"])
  })

  it("never spends more than there is, whatever the day has been like", () => {
    const watches = fc.array(fc.record({ within: fc.integer({ min: 1, max: 2_000 }), openCases: fc.nat(20) }), {
      maxLength: 6
    })
    fc.assert(
      fc.property(watches, fc.nat(120), fc.nat(60), fc.integer({ min: 0, max: 1_439 }), (all, used, writes, minute) => {
        const at = DateTime.addDuration(morning, Duration.minutes(minute))
        const made = plan({
          at,
          used,
          writes,
          watches: all.map(({ openCases, within }, index) => watch(`watch ${index}`, within, openCases))
        })
        const left = 1_440 - minute
        const polls = Object.values(made.every).map((every) => Math.floor(left / Duration.toMinutes(every) + 1e-9))
        // A watch that gets no call of its own waits until the day is over, which is counted here as one.
        const most = Math.max(0, 100 - used - made.reserve) + all.length
        assert.isAtMost(
          polls.reduce((sum, one) => sum + one, 0),
          most
        )
      })
    )
  })
})

describe("A budget of calls", () => {
  const account = AccountId.make("1902538057")
  const at = DateTime.makeUnsafe("2026-06-01T15:59:00Z")

  it("counts Beijing's days", () => {
    assert.strictEqual(DateTime.formatIso(Quota.dayOf(at)), "2026-05-31T16:00:00.000Z")
    const [day] = Quota.claims(Quota.ordinary, 0, { account, purpose: "poll", at })
    assert.strictEqual(day && DateTime.formatIso(Quota.reopens(day)), "2026-06-01T16:00:00.000Z")
  })

  it("lets polling take what is not kept, and whoever writes take all", () => {
    const most = (purpose: Quota.Purpose) =>
      Quota.claims(Quota.ordinary, 30, { account, purpose, at }).map((claim) => claim.most)
    assert.deepEqual(most("poll"), [70, 14_970])
    assert.deepEqual(most("look"), [100, 15_000])
    assert.deepEqual(most("publish"), [100, 15_000, 30])
    assert.deepEqual(most("free"), [])
  })

  it("lets what is read aside take one call in twenty, and nothing that is kept", () => {
    const claims = Quota.claims(Quota.ordinary, 30, { account, purpose: "aside", at })
    assert.deepEqual(
      claims.map((claim) => claim.most),
      [70, 14_970, 5]
    )
    assert.deepEqual(
      claims.map((claim) => DateTime.formatIso(Quota.reopens(claim))),
      ["2026-06-01T16:00:00.000Z", "2026-06-01T16:00:00.000Z", "2026-06-01T16:00:00.000Z"]
    )
  })
})
