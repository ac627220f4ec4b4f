/** What was heard and counted, kept by a running program: against a count of everything by hand, whatever came in between. */
import { readFileSync } from "node:fs"
import { AccountId, FanId, Tag } from "@dualops/core/account"
import { CalendarDate, WallClock } from "@dualops/core/calendar"
import { HandbookFile } from "@dualops/core/files"
import { Observation, ObservationStore, Observations } from "@dualops/core/observations"
import { Period } from "@dualops/core/reports"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer, Result, Schema } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import * as HeardReading from "../../src/practices/reports/HeardReading.ts"
import { erase, stores } from "./observationStores.ts"

const facts = { place: Schema.String.annotate(Tag.as("place")) }
const Left = Observation.define("Left", { title: { zh: "退出", en: "Left" }, facts })
const Entered = Observation.define("Entered", {
  title: { zh: "参加", en: "Entered" },
  facts,
  personal: { fan: FanId },
  takenBackBy: Left
})
const Seen = Observation.define("Seen", { title: { zh: "看见", en: "Seen" }, facts, personal: { fan: FanId } })
const kinds = [Entered, Seen]

const handbook = Result.getOrThrow(
  HandbookFile.read("xinghe.yaml", readFileSync("examples/handbooks/xinghe.yaml", "utf8"))
)
const { account, timeZone } = handbook
const house = { handbook, processes: [], kinds }
const hour = 3_600_000
const begun = Date.parse("2026-09-01T00:00:00+08:00")
const { wallAt } = WallClock.make(timeZone)
const dateOf = (millis: number) => CalendarDate.fromNumber(Math.floor(wallAt(millis) / CalendarDate.dayMillis))
const fanOf = (number: number) => FanId.make(`${2_000_000_000 + number}`)

/** One thing that was heard: of a fan or nobody, so many hours after the first day began or before. */
interface Told {
  readonly of: "Entered" | "Seen"
  readonly own: boolean
  readonly fan: number | undefined
  readonly hours: number
  readonly place: string
  /** Whether it is taken back, at once or when the next thing is told. */
  readonly left: "never" | "at once" | "later"
}

/** Records what is told, and takes back what is. */
const teller = () => {
  let [number, waiting]: [number, Effect.Effect<unknown, unknown, ObservationStore.ObservationStore>] = [0, Effect.void]
  return Effect.fnUntraced(function* ({ fan, hours, left, of, own, place }: Told) {
    const one = {
      account: own ? account.id : AccountId.make("1000000009"),
      key: `told ${number++}`,
      at: DateTime.makeUnsafe(begun + hours * hour),
      source: "told",
      facts: { place }
    }
    yield* waiting
    waiting = Effect.void
    const personal = fan === undefined ? {} : { personal: { fan: fanOf(fan) } }
    yield* Observations.record<typeof Entered | typeof Seen>(of === "Seen" ? Seen : Entered, [{ ...one, ...personal }])
    if (of === "Seen" || left === "never") return
    const leaves = Observations.record(Left, [one])
    if (left === "at once") yield* leaves
    else waiting = leaves
  })
}

/** How many stand, and of whom, by what the store has of them now. */
const recounted = Effect.fnUntraced(function* (about: string, period: Period.Period) {
  const [name = "", tag] = about.split(" ")
  const kind = kinds.find((one) => one.name === name) ?? Seen
  const [fans, so] = [new Set<string>(), { count: 0, ofNobody: 0 }]
  const asked = { account: account.id, ...Period.span(timeZone, period), order: "oldest", limit: 3 } as const
  yield* Observations.each<typeof Entered | typeof Seen>(kind, asked, ({ observations }) => {
    for (const { personal, tags } of observations) {
      if (tag !== undefined && !tags.includes(tag)) continue
      so.count++
      if (personal === undefined) so.ofNobody++
      else fans.add(personal.fan)
    }
  })
  return { ...so, sum: 0, people: fans.size }
})

const abouts = ["Entered", "Seen", "Entered place:a", "Seen place:a", "Seen place:b"]
const told = fc.record<Told>({
  of: fc.constantFrom("Entered", "Seen"),
  own: fc.constantFrom(true, true, true, false),
  fan: fc.constantFrom(0, 1, 2, 3, undefined),
  hours: fc.integer({ min: -40 * 24, max: 12 * 24 }),
  place: fc.constantFrom("a", "b"),
  left: fc.constantFrom("never", "at once", "later")
})
type Move =
  | { readonly told: ReadonlyArray<Told> }
  | { readonly erased: number }
  | { readonly forgotten: number }
  | {
      readonly read: "day" | "week" | "month"
      readonly was: boolean
      readonly later: number
      /** What is told while days are being read. */
      readonly meanwhile: ReadonlyArray<Told>
    }
const moves: fc.Arbitrary<ReadonlyArray<Move>> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ told: fc.array(told, { minLength: 1, maxLength: 12 }) }) },
    { weight: 1, arbitrary: fc.record({ erased: fc.nat(3) }) },
    { weight: 1, arbitrary: fc.record({ forgotten: fc.integer({ min: -40 * 24, max: 0 }) }) },
    {
      weight: 6,
      arbitrary: fc.record({
        read: fc.constantFrom("day", "week", "month"),
        was: fc.boolean(),
        later: fc.integer({ min: 1, max: 60 }),
        meanwhile: fc.array(told, { maxLength: 4 })
      })
    }
  ),
  { minLength: 8, maxLength: 24, size: "max" }
)

/** What the drawn moves have come to, over all runs: a law that never gets there says nothing. */
const nothing = { readings: 0, people: 0, again: 0, late: 0, left: 0, erased: 0, forgotten: 0, meanwhile: 0 }

const run = (all: ReadonlyArray<Move>, reached: typeof nothing) =>
  Effect.gen(function* () {
    const store = yield* ObservationStore.ObservationStore
    const { page } = store
    const tell = teller()
    let [hours, isRead] = [0, false]
    for (const move of all) {
      if ("told" in move)
        for (const one of move.told) {
          yield* tell(one)
          if (isRead && one.hours < hours) reached.late++
          if (isRead && one.of === "Entered" && one.left !== "never") reached.left++
        }
      else if ("erased" in move) {
        // Half of them by another program, of which this one hears nothing.
        if ((yield* erase(fanOf(move.erased), move.erased % 2 === 1)) > 0 && isRead) reached.erased++
      } else if ("forgotten" in move) {
        const before = DateTime.makeUnsafe(begun + move.forgotten * hour)
        for (const kind of kinds)
          if ((yield* Observations.forget(kind, account.id, before)) > 0 && isRead) reached.forgotten++
      } else {
        hours += move.later
        const now = begun + hours * hour
        yield* TestClock.setTime(now)
        const around = Period.around(move.read, dateOf(now))
        const period = move.was ? Period.before(around) : around
        const waiting = [...move.meanwhile]
        // The feed and the pages of days are read at different moments: in between, others record.
        const recording = Effect.suspend(() => {
          const next = waiting.pop()
          if (next !== undefined) reached.meanwhile++
          return next === undefined ? Effect.void : Effect.orDie(tell(next))
        }).pipe(Effect.provideService(ObservationStore.ObservationStore, store))
        const read = HeardReading.read(house, period)
        Object.assign(store, {
          page: (query: ObservationStore.Query) =>
            Effect.tap(page(query), () =>
              Effect.andThen(
                Effect.sync(() => Object.assign(store, { page })),
                recording
              )
            )
        })
        yield* read
        Object.assign(store, { page })
        const tally = yield* read
        const last = move.was ? period.last : dateOf(now)
        for (const about of abouts) {
          const expected = yield* recounted(about, { first: period.first, last })
          assert.deepStrictEqual(tally.between(about, period.first, last), expected, about)
          assert.strictEqual(tally.about(period.first, last).includes(about), expected.count > 0, about)
          if (expected.people > 1) reached.people++
        }
        reached.readings++
        if (isRead) reached.again++
        isRead = true
      }
    }
  })

describe.each(stores)("What was heard of days that are read again, %s", (_name, numRuns, store) => {
  it("is counted as by hand, whatever was told late, taken back, erased or forgotten in between", async () => {
    const reached = { ...nothing }
    const holds = (all: ReadonlyArray<Move>) =>
      Effect.runPromise(run(all, reached).pipe(Effect.provide(Layer.merge(store, TestClock.layer()), { local: true })))
    await fc.assert(fc.asyncProperty(moves, holds), { numRuns })
    for (const [what, count] of Object.entries(reached)) assert.isAbove(count, 3, what)
  })
})
