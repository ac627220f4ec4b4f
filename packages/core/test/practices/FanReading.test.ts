/** What is known of the fans, kept by a running program: against a reading of everything, whatever came in between. */
import { readFileSync } from "node:fs"
import { AccountId, FanId, PostId } from "@dualops/core/account"
import { CalendarDate, WallClock } from "@dualops/core/calendar"
import { CodeRedeemed } from "@dualops/core/codes"
import { FanFigures, FanLife, LifeCycle } from "@dualops/core/fans"
import { HandbookFile } from "@dualops/core/files"
import { Interaction } from "@dualops/core/interaction"
import { Outreach } from "@dualops/core/members"
import { type Observation, Observations } from "@dualops/core/observations"
import { DrawEntry } from "@dualops/core/prizes"
import { Case } from "@dualops/core/process"
import { Material, Period } from "@dualops/core/reports"
import { Heard, Judgement } from "@dualops/core/triage"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect, Result } from "effect"
import * as fc from "fast-check"
import * as FanReading from "../../src/practices/reports/FanReading.ts"
import * as KnownFans from "../../src/practices/win-back/KnownFans.ts"
import * as Sightings from "../../src/practices/win-back/Sightings.ts"
import { countedByHand } from "../internal-system/fans/CountedByHand.ts"
import { erase, stores } from "./observationStores.ts"

const text = readFileSync("examples/handbooks/xinghe.yaml", "utf8")
const read = (file: string) => Result.getOrThrow(HandbookFile.read("xinghe.yaml", file))
const handbook = read(text)
const { account, timeZone } = handbook
const stages: LifeCycle.Stages = { newFor: 3, activeWithin: 30, loyal: { days: 2, within: 50 }, quietWithin: 60 }
/** The house may change its mind about who is loyal or quiet. */
const changed = read(text.replace("winBack:\n", `winBack:\n  stages: ${JSON.stringify(stages)}\n`))
const hour = 3_600_000
const begun = Date.parse("2026-09-01T00:00:00+08:00")

/** One thing that was heard: of a fan or nobody, so many hours after the first or before. */
interface Told {
  readonly kind: "Heard" | "CodeRedeemed" | "DrawEntry" | "Outreach"
  readonly own: boolean
  readonly fan: number | undefined
  readonly hours: number
}

const fanOf = (number: number) => FanId.make(`${2_000_000_000 + number}`)
const post = PostId.make("5034567890123456")

const record = ({ fan: number, hours, kind, own }: Told, key: string) => {
  const at = DateTime.makeUnsafe(begun + hours * hour)
  const common = { account: own ? account.id : AccountId.make("1000000009"), key, at, source: "told" }
  const fan = fanOf(number ?? 0)
  const personal = number === undefined ? {} : { personal: { fan } }
  switch (kind) {
    case "Heard": {
      const id = Interaction.InteractionId.make(key)
      const said = { kind: "comment" as const, id, post, from: { id: fan }, text: "好喝", at }
      const { personal: whose, ...one } = Heard.of(common.account, said, Judgement.unsure, "counted")
      return Observations.record(Heard.kind, [number === undefined ? one : { ...one, personal: whose }])
    }
    case "CodeRedeemed": {
      const facts = { series: Case.CaseId.make("tea"), placement: "sleeves", ...(hours % 2 === 0 && { post }) }
      return Observations.record(CodeRedeemed.kind, [{ ...common, ...personal, facts }])
    }
    case "DrawEntry": {
      const facts = { draw: DrawEntry.DrawId.make("spring"), did: "repost" }
      return Observations.record(DrawEntry.kind, [{ ...common, ...personal, facts }])
    }
    case "Outreach": {
      const facts = { member: Outreach.markOf(fan), number: 0, what: "invited" as const }
      return Observations.record(Outreach.kind, [{ ...common, ...personal, facts }])
    }
  }
}

/** What may be told of lives, in whatever order it was heard. */
const told = (lives: ReadonlyMap<string, FanLife.Life>) =>
  new Map(
    [...lives].map(([fan, { days, did, source }]) => [fan, { days: [...days].sort(), did: new Set(did), source }])
  )

/** The fans of spans, and who they are, made of everything that the store has at that moment. */
const recounted = Effect.fnUntraced(function* (
  asOf: DateTime.Utc,
  spans: ReadonlyArray<Material.Span>,
  stages: LifeCycle.Stages
) {
  const { wallAt } = WallClock.make(timeZone)
  const dayOf = (at: DateTime.Utc) => Math.floor(wallAt(at.epochMilliseconds) / CalendarDate.dayMillis)
  const until = DateTime.min(asOf, spans.at(-1)?.until ?? asOf)
  const all: Array<Observation.RecordedOf<(typeof Sightings.kinds)[number]>> = []
  const asked = { account: account.id, until: asOf, order: "oldest", limit: 7 } as const
  for (const kind of Sightings.kinds)
    yield* Observations.each<(typeof Sightings.kinds)[number]>(kind, asked, ({ observations }) => {
      all.push(...observations)
    })
  const livesOf = (those: typeof all) => FanLife.of(those.flatMap((one) => Sightings.of(one, dayOf(one.at)) ?? []))
  const figures = spans.map((span) => {
    const today = Math.min(dayOf(asOf), CalendarDate.toNumber(span.period.last))
    const those = all.filter(({ at }) => dayOf(at) <= today)
    const known: FanFigures.Known = {
      account: account.id,
      counts: countedByHand([...livesOf(those).values()], today, span.period, stages),
      ofNobody: those.filter(({ kind, personal }) => personal === undefined && kind !== "Outreach").length,
      heard: {
        kinds: Sightings.kinds.map(({ name }) => name),
        since: all
          .filter(({ at }) => DateTime.isLessThan(at, until))
          .reduce((first, { at }) => DateTime.min(first, at), asOf)
      },
      followers: { before: undefined, after: undefined },
      looks: []
    }
    return FanFigures.of(known, span)
  })
  return { figures, lives: told(livesOf(all)) }
})

const tells = fc.record<Told>({
  kind: fc.constantFrom("Heard", "CodeRedeemed", "DrawEntry", "Outreach"),
  own: fc.constantFrom(true, true, true, false),
  fan: fc.constantFrom(0, 1, 2, 3, 4, 5, undefined),
  hours: fc.integer({ min: -60 * 24, max: 40 * 24 })
})
type Move =
  | { readonly told: ReadonlyArray<Told> }
  | { readonly erased: number }
  | { readonly forgotten: number }
  | {
      readonly read: "day" | "week" | "month"
      readonly was: boolean
      readonly later: number
      readonly by: "usual stages" | "stages of its own"
    }
const moves: fc.Arbitrary<ReadonlyArray<Move>> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ told: fc.array(tells, { minLength: 1, maxLength: 12 }) }) },
    { weight: 1, arbitrary: fc.record({ erased: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ forgotten: fc.integer({ min: -60 * 24, max: 0 }) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        read: fc.constantFrom("day", "week", "month"),
        was: fc.boolean(),
        later: fc.integer({ min: 1, max: 200 }),
        by: fc.constantFrom("usual stages", "stages of its own")
      })
    }
  ),
  { minLength: 8, maxLength: 24 }
)

/** What the drawn moves have come to, over all runs: a law that never gets there says nothing. */
interface Reached {
  readings: number
  seen: number
  loyal: number
  late: number
  ahead: number
  erased: number
  forgotten: number
}

const run = (all: ReadonlyArray<Move>, reached: Reached) =>
  Effect.gen(function* () {
    let [number, hours, isRead] = [0, 0, false]
    for (const move of all) {
      if ("told" in move)
        for (const one of move.told) {
          yield* record(one, `told ${number++}`)
          if (isRead && one.hours < hours) reached.late++
          if (isRead && one.hours >= hours) reached.ahead++
        }
      else if ("erased" in move) {
        // Half of them by another program, of which this one hears nothing.
        if ((yield* erase(fanOf(move.erased), move.erased % 2 === 1)) > 0 && isRead) reached.erased++
      } else if ("forgotten" in move) {
        const before = DateTime.makeUnsafe(begun + move.forgotten * hour)
        for (const kind of Sightings.kinds)
          if ((yield* Observations.forget(kind, account.id, before)) > 0 && isRead) reached.forgotten++
      } else {
        hours += move.later
        const asOf = DateTime.makeUnsafe(begun + hours * hour)
        const day = Period.around(move.read, CalendarDate.fromNumber(Math.floor((begun + (hours + 8) * hour) / 864e5)))
        const spans = Material.spans({ asOf, period: move.was ? Period.before(day) : day, timeZone })
        const isChanged = move.by === "stages of its own"
        const fansOf = yield* FanReading.read(isChanged ? changed : handbook, asOf, spans)
        const those = spans.before === undefined ? [spans.now] : [spans.before, spans.now]
        const expected = yield* recounted(asOf, those, isChanged ? stages : LifeCycle.usual)
        assertEquals(those.map(fansOf), expected.figures)
        const lives = yield* KnownFans.ask({ account: account.id, timeZone }, asOf, ({ lives }) => told(lives))
        assertEquals(lives, expected.lives)
        reached.readings++
        if ((expected.figures.at(-1)?.cohorts.length ?? 0) > 0) reached.seen++
        if (isChanged && (expected.figures.at(-1)?.figures.loyal.value ?? 0) > 0) reached.loyal++
        isRead = true
      }
    }
  })

describe.each(stores)("What is known of the fans, %s", (_name, numRuns, store) => {
  it("is the same as a reading of everything, whatever was told late, erased and forgotten in between", async () => {
    const reached: Reached = { readings: 0, seen: 0, loyal: 0, late: 0, ahead: 0, erased: 0, forgotten: 0 }
    const holds = (all: ReadonlyArray<Move>) =>
      Effect.runPromise(run(all, reached).pipe(Effect.provide(store, { local: true })))
    await fc.assert(fc.asyncProperty(moves, holds), { numRuns })
    for (const [what, count] of Object.entries(reached)) assert.isAbove(count, 3, what)
  })
})
