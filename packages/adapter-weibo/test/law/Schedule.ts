/** One life of a case under one schedule of faults: workers die, calls go wrong, time passes, people do what is left to them. */
import { MemoryStore } from "@dualops/adapter-memory"
import { Chance, Emulator, Fault } from "@dualops/adapter-weibo/emulator"
import { type Carrier, Editions, type Store, Worker, WorkQueue } from "@dualops/core/operations"
import { Calendars, Case } from "@dualops/core/process"
import { Effect, Layer } from "effect"
import * as house from "../house.ts"
import * as VirtualClock from "./VirtualClock.ts"

/** What a schedule gives to those who live under it. */
export interface Schedule {
  readonly emulator: Emulator.Running
  readonly chance: Chance.Chance
  readonly clock: VirtualClock.VirtualClock
}

/** What people have found: the case is over, somebody did something, or there is nothing to do but wait. */
export type People = "over" | "acted" | "waiting"

/** Runs workers and people in turn until the case is over or nothing moves any more. */
export const live = Effect.fnUntraced(function* <C extends Carrier.AnyCarrier<unknown>, E, R2>(
  { chance, clock }: Schedule,
  work: Worker.Work<C>,
  people: Effect.Effect<People, E, R2>
) {
  const queue = yield* WorkQueue.WorkQueue
  // Long enough for a case every look of which has to be tried as often as a worker tries, before each of its attempts.
  for (let round = 0; round < 300; round++) {
    const found = yield* people
    const next = yield* queue.next
    if (found === "over" || (found === "waiting" && next === undefined)) return
    clock.skipTo(next === undefined ? clock.now() : next.epochMilliseconds)
    // A worker may die at any moment of its round, with the call on its way.
    const dies = chance() < 0.2
    yield* dies ? Effect.timeoutOption(Worker.round(work), `${Chance.below(chance, 5)} millis`) : Worker.round(work)
  }
})

/** Begins a schedule: an emulator with bad weather on these paths, an empty store, a clock of its own. */
export const under = <A, E>(
  seed: number,
  paths: ReadonlyArray<string>,
  settings: unknown,
  body: (schedule: Schedule) => Effect.Effect<A, E, Store | Editions.Editions | Emulator.Emulator>
): Effect.Effect<A, E> => {
  const clock = VirtualClock.make("2026-06-01T01:00:00Z")
  const chance = Chance.make(seed * 7919)
  const edition: Editions.Edition = {
    version: Case.HandbookVersion.make("1"),
    // Only one process runs here, and these are its settings.
    settings: () => settings as never,
    entitled: () => true,
    accounts: [house.brand],
    calendars: Calendars.everyMinute
  }
  const world = house.emulator({
    seed,
    now: clock.now,
    // Weibo often notices a repetition; a law must not need that.
    takesRepeats: true,
    silence: 4,
    slowness: 1,
    lateness: 2,
    weather: { share: 0.55, faults: Fault.names, paths }
  })
  const body_ = Effect.gen(function* () {
    const emulator = yield* Emulator.Emulator
    return yield* body({ emulator, chance, clock })
  })
  return body_.pipe(
    Effect.provide(Layer.mergeAll(world, MemoryStore.layer, Editions.layer(edition))),
    Effect.provide(clock.layer)
  )
}

/** How many schedules are tried, how many at once, and how long that may take on a busy machine, in milliseconds. */
export const many = { schedules: 1_000, atOnce: 8, timeout: 600_000 }
