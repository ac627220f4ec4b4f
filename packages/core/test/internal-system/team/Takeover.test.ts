import { MemoryStore } from "@dualops/adapter-memory"
import { PostProcess } from "@dualops/core/content"
import { Carrier, Editions, Operations, Worker } from "@dualops/core/operations"
import { Actor, Case, Due, Notify, Process, Task } from "@dualops/core/process"
import { HandOverReceiptProcess, type Takeover, TakeoverProcess, TakeoverRights } from "@dualops/core/team"
import { ProcessLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { post } from "../../handbook/posts.ts"
import { edition, id, teaHouse, wall } from "../../handbook/teaHouse.ts"

const night = wall("2026-09-18T22:40")
const morning = wall("2026-09-19T06:00")
const settings = edition.settings(PostProcess)

const names = ["lin", "he", "zhou", "qin", "tang"] as const
const someone = fc.constantFrom(...names).map(id)
const posts = fc
  .array(fc.record({ author: someone, far: fc.integer({ min: 0, max: 2 }) }), { maxLength: 6 })
  .map((all) => all.map(({ author, far }, index) => post(`p${index}`, author, far)))

type Posts = ReadonlyArray<ReturnType<typeof post>>

/** What somebody has to do, and until when. */
const obligations = (all: Posts, by: Actor.Person, at: DateTime.Utc, entitled: Process.Entitled) =>
  all.flatMap((one) => {
    const due = Due.due(PostProcess, one, settings, edition.calendars).map(
      ({ at, name }) => `${name} ${DateTime.formatIso(at)}`
    )
    return Task.tasks(PostProcess, one, by, at, settings, entitled).map(({ step }) => `${one.id} ${step} ${due.join()}`)
  })

/** What they may not do because they did the other half, as the beginnings of lines. */
const apart = (all: Posts, by: Actor.Person, at: DateTime.Utc, entitled: Process.Entitled) =>
  all.flatMap((one) =>
    (["Edit", "Approve"] as const).flatMap((step) => {
      const occasion = { case: one.id, by, at, handbook: edition.version, settings, entitled }
      const refusal = Process.closed(PostProcess, one, step, occasion)
      return refusal?._tag === "Process.NotSeparate" ? [`${one.id} ${step} `] : []
    })
  )

const takeoverOf = (absent: Actor.PersonId, taker: Actor.PersonId): Takeover.Taken => ({
  _tag: "Taken",
  absent,
  taker,
  since: night,
  until: morning,
  reason: "hospital",
  lead: id("tang")
})

const cast = { people: names.map(id) }

ProcessLaws.suite("Takeover", TakeoverProcess, {
  ...cast,
  settings: [
    edition.settings(TakeoverProcess),
    { ...edition.settings(TakeoverProcess), lead: id("qin"), most: Duration.hours(1) }
  ],
  inputs: {
    Take: (pick, at) => ({
      absent: cast.people[pick(names.length)] ?? id("lin"),
      taker: cast.people[pick(names.length)] ?? id("lin"),
      until: DateTime.add(at, { minutes: pick(14 * 60) }),
      reason: "hospital"
    })
  }
})

ProcessLaws.suite("HandOver", HandOverReceiptProcess, {
  ...cast,
  settings: [edition.settings(HandOverReceiptProcess)],
  inputs: {
    Prepare: (pick) => ({
      out: cast.people[pick(names.length)] ?? id("lin"),
      in: cast.people[pick(names.length)] ?? id("lin"),
      open: pick(9),
      note: ""
    })
  }
})

describe("a takeover", () => {
  it("preserves the set of open obligations and their deadlines, and returns it on hand-back (law 4)", () => {
    fc.assert(
      fc.property(posts, someone, someone, (all, absent, taker) => {
        fc.pre(absent !== taker)
        const taken = takeoverOf(absent, taker)
        const during = TakeoverRights.widened(edition.entitled, [taken])
        const { lead: _, ...rest } = taken
        const after = TakeoverRights.widened(edition.entitled, [
          { ...rest, _tag: "HandedBack", backAt: morning, note: "" }
        ])
        const theirs = obligations(all, Actor.person(absent), night, edition.entitled)
        const inPlace = Actor.inPlaceOf(taker, absent)
        const separate = apart(all, inPlace, night, during)
        assert.sameMembers(
          [
            ...obligations(all, inPlace, night, during),
            ...theirs.filter((line) => separate.some((name) => line.startsWith(name)))
          ],
          theirs
        )
        assert.deepStrictEqual(obligations(all, Actor.person(absent), night, after), theirs)
        assert.deepStrictEqual(
          obligations(all, inPlace, night, after),
          obligations(all, inPlace, night, edition.entitled)
        )
      })
    )
  })

  it("never allows more than the absent one may do, nor anything outside its time, nor taking another place", () => {
    const permission = fc.constantFrom(...new Set(Object.values(teaHouse.team.roles).flatMap(({ may }) => may)))
    const minutes = fc.integer({ min: -60, max: 600 })
    fc.assert(
      fc.property(someone, someone, permission, minutes, (absent, taker, asked, minutes) => {
        const at = DateTime.add(night, { minutes })
        const by = Actor.inPlaceOf(taker, absent)
        const entitled = TakeoverRights.widened(edition.entitled, [takeoverOf(absent, taker)])
        if (!entitled(by, asked, at) || edition.entitled(by, asked, at)) return
        assert.isTrue(edition.entitled(Actor.person(absent), asked, at))
        assert.isTrue(
          night.epochMilliseconds <= at.epochMilliseconds && at.epochMilliseconds < morning.epochMilliseconds
        )
        assert.notStrictEqual(asked, "team.takeOver")
      })
    )
  })

  const told: Array<string> = []
  const tell = Carrier.make(Notify.notify, ({ message, to }) =>
    Effect.sync(() => ({ ...(told.push(`${to}: ${message.en}`) && {}) }))
  )
  const work = { processes: [PostProcess, TakeoverProcess, HandOverReceiptProcess], carriers: [tell] }
  const house = TakeoverRights.editions(Editions.layer(edition)).pipe(
    Layer.provideMerge(MemoryStore.layer),
    Layer.provideMerge(TestClock.layer())
  )
  const take = (by: Actor.PersonId, taker: Actor.PersonId, until = morning) =>
    Operations.send(TakeoverProcess, {
      key: "take",
      case: Case.CaseId.make("night"),
      step: "Take",
      input: { absent: id("zhou"), taker, until, reason: "hospital" },
      by: Actor.person(by)
    })
  const schedule = (key: string) =>
    Operations.send(PostProcess, {
      key,
      case: Case.CaseId.make("p"),
      step: "Schedule",
      input: { slot: wall("2026-09-19T08:00") },
      by: Actor.inPlaceOf(id("qin"), id("zhou"))
    }).pipe(
      Effect.flip,
      Effect.map(({ _tag }) => _tag)
    )

  it.effect("is for a stand-in, or whom the lead sends, and for no longer than the handbook allows", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(night.epochMilliseconds)
      assert.strictEqual((yield* Effect.flip(take(id("he"), id("he"))))._tag, "Takeover.NotAStandIn")
      assert.strictEqual((yield* Effect.flip(take(id("qin"), id("he"))))._tag, "Takeover.NotAStandIn")
      assert.strictEqual((yield* Effect.flip(take(id("tang"), id("zhou"))))._tag, "Takeover.NotInPerson")
      const late = take(id("qin"), id("qin"), wall("2026-09-20T12:00"))
      assert.strictEqual((yield* Effect.flip(late))._tag, "Takeover.TooLong")
      assert.strictEqual((yield* take(id("tang"), id("he"))).case.state._tag, "Taken")
    }).pipe(Effect.provide(house))
  )

  it.effect("leaves an event, tells the absent one and the lead, and is over by itself", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(night.epochMilliseconds)
      // Before, scheduling is not what qin may do in zhou's place; then only the missing case is in the way.
      assert.strictEqual(yield* schedule("before"), "Process.OutOfOrder")
      const { event } = yield* take(id("qin"), id("qin"))
      assert.deepStrictEqual(event.by, Actor.person(id("qin")))
      yield* Worker.round(work)
      assert.sameMembers(told.splice(0), [
        "zhou: 秦越 has taken the place of 周宁: hospital",
        "tang: 秦越 has taken the place of 周宁: hospital"
      ])
      yield* TestClock.setTime(morning.epochMilliseconds)
      yield* Worker.round(work)
      const over = yield* Operations.load(TakeoverProcess, Case.CaseId.make("night"))
      assert.strictEqual(over?.state._tag, "Lapsed")
      assert.lengthOf(told.splice(0), 2)
    }).pipe(Effect.provide(house))
  )

  it.effect("a hand-over that nobody reads is told to the lead, and only whom it is for can acknowledge it", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(night.epochMilliseconds)
      const order = { case: Case.CaseId.make("h"), by: Actor.person(id("lin")) }
      const input = { out: id("lin"), in: id("he"), open: 2, note: "" }
      yield* Operations.send(HandOverReceiptProcess, { ...order, key: "a", step: "Prepare", input })
      const wrong = { ...order, key: "b", step: "Acknowledge" as const, input: { questions: "" } }
      assert.strictEqual(
        (yield* Effect.flip(Operations.send(HandOverReceiptProcess, wrong)))._tag,
        "HandOver.NotForThem"
      )
      yield* TestClock.adjust("1 hour")
      yield* Worker.round(work)
      const lapsed = yield* Operations.load(HandOverReceiptProcess, Case.CaseId.make("h"))
      assert.strictEqual(lapsed?.state._tag, "Lapsed")
      assert.include(told.join(), "tang: 何川 has not acknowledged the hand-over from 林晓 in time.")
    }).pipe(Effect.provide(house))
  )
})
