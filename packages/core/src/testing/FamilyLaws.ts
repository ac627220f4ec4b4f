/**
 * What holds of cases that begin cases, whoever dies and whatever the store does meanwhile: a process that begins others gets these laws for one line.
 *
 * People take steps by chance, workers carry and die in bad weather, deadlines fire; then the sky clears, and what is left over is compared with
 * what was asked for.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Exit, Layer, References } from "effect"
import type { AnyCarrier } from "../operations/Carrier.ts"
import * as Caseload from "../operations/Caseload.ts"
import * as Editions from "../operations/Editions.ts"
import * as Operations from "../operations/Operations.ts"
import type { Store } from "../operations/Store.ts"
import * as Worker from "../operations/Worker.ts"
import { WorkQueue } from "../operations/WorkQueue.ts"
import { person } from "../process/Actor.ts"
import { always } from "../process/Allowance.ts"
import { everyMinute } from "../process/Calendars.ts"
import { CaseId, HandbookVersion } from "../process/Case.ts"
import { isPersonal } from "../process/Declaration.ts"
import type * as Process from "../process/Process.ts"
import * as Task from "../process/Task.ts"
import { compare, type Told } from "./FamilyTally.ts"
import * as FaultyStore from "./FaultyStore.ts"
import * as Inputs from "./Inputs.ts"
import type { Cast } from "./Traces.ts"
import { start } from "./Traces.ts"

/** A process and the people, settings and inputs that it is tried with. */
export interface Member {
  readonly process: Process.Any
  // What belongs to a process only that process knows.
  readonly cast: Cast<never>
}

/** A process of the family with what it is tried on. */
export const member = <P extends Process.Any>(process: P, cast: Cast<P>): Member => ({ process, cast: cast as never })

/** What the laws are tried on. */
export interface Options {
  /** An empty store each time. */
  readonly store: () => Layer.Layer<Store>
  /** The processes whose cases are begun. */
  readonly children: ReadonlyArray<Member>
  /** Who carries what the processes ask for outside. */
  readonly carriers?: ReadonlyArray<AnyCarrier<never>>
  /** How the family begins, where a first step of its parent by chance leads to no child: the parent is the case `root`. */
  readonly begin?: Effect.Effect<unknown, unknown, Store | Editions.Editions>
  /** The accounts that the cases are for, where they are for any. */
  readonly accounts?: ReadonlyArray<string>
  /** How many fault schedules are tried; 1,000 unless said otherwise. */
  readonly schedules?: number
  /** How long that may take, in milliseconds. */
  readonly timeout?: number
}

/** The laws of a process that begins cases. */
export const suite = (name: string, parent: Member, options: Options): void => {
  const { schedules = 1_000, timeout = 240_000 } = options
  describe(`Laws of the family of ${name}`, () => {
    it(
      `a child opens once, and reports its end and each station once, under ${schedules} fault schedules`,
      async () => {
        let [ends, stations] = [0, 0]
        for (let seed = 1; seed <= schedules; seed++) {
          const told = await Effect.runPromise(schedule(seed, parent, options))
          ends += told.ends
          stations += told.stations
        }
        assert.isAbove(ends, 0, "No parent has ever heard of a child.")
        const hasStations = Object.values(parent.process.children).some(({ passes }) => passes !== undefined)
        if (hasStations) assert.isAbove(stations, 0, "No parent has ever heard of a child on its way.")
      },
      timeout
    )
  })
}

/** The case of the parent. */
export const root = CaseId.make("the parent")

/** One life of a family. */
const schedule = (
  seed: number,
  parent: Member,
  { accounts = [], begin, carriers = [], children, store }: Options
): Effect.Effect<Told> => {
  const chance = chanceOf(seed)
  const clock = FaultyStore.clock(start.epochMilliseconds)
  const members = [parent, ...children]
  const work = { processes: members.map(({ process }) => process), carriers, lease: "1 minute" as const }
  const settings = new Map(members.map(({ cast, process }) => [process.name, cast.settings[0]]))
  const edition: Editions.Edition = {
    version: HandbookVersion.make("1"),
    // Of the house's own processes, none needs more than who is told.
    settings: (process) => (settings.get(process.name) ?? attention(parent.cast)) as never,
    entitled: () => true,
    accounts,
    calendars: everyMinute
  }
  const life = Effect.gen(function* () {
    const queue = yield* WorkQueue
    const toNext = Effect.gen(function* () {
      const next = yield* queue.next
      const now = yield* DateTime.now
      if (next !== undefined) clock.skip(next.epochMilliseconds - now.epochMilliseconds)
    })
    yield* begin ?? people(members, chance, true)
    const act = Effect.gen(function* () {
      yield* Effect.repeat(Effect.yieldNow, { times: Math.floor(chance() * 40) })
      yield* chance() < 0.5 ? toNext : people(members, chance, false)
    })
    const worker = Effect.repeat(Effect.exit(FaultyStore.inBadWeather(chance, Worker.round(work))), { times: 25 })
    // Each at its own pace.
    yield* Effect.all([worker, worker, Effect.repeat(act, { times: 25 })], { concurrency: "unbounded" })
    // The sky clears, and whoever died has left its lease.
    for (let round = 0; round < 40; round++) {
      clock.skip(61_000)
      if ((yield* Worker.round(work)).carried === 0) break
    }
    return yield* compare(
      parent.process,
      children.map(({ process }) => process),
      root,
      seed
    )
  })
  return life.pipe(
    Effect.provide(Layer.mergeAll(store(), Editions.layer(edition))),
    Effect.provide(clock),
    // What goes wrong is meant to.
    Effect.provideService(References.MinimumLogLevel, "None"),
    Effect.orDie
  )
}

/** Who is told of what no case takes in. */
const attention = ({ people }: Cast<never>) => ({ lead: people[0], attention: always("1 day") })

/** Somebody begins the family, or takes some step that is open in some case of it. */
const people = Effect.fnUntraced(function* (
  members: ReadonlyArray<Member>,
  chance: FaultyStore.Chance,
  isFirst: boolean
) {
  const all = isFirst ? [] : yield* Caseload.everyCase(members.map(({ process }) => process))
  for (const { cast, process } of members) {
    const settings = cast.settings[0] as never
    const [who] = cast.people
    const now = yield* DateTime.now
    const tell = Inputs.teller<Process.Any>(process, cast as never)
    const send = (id: CaseId, step: string) =>
      Effect.exit(
        Operations.send(process, {
          key: `${step} ${now.epochMilliseconds} ${chance()}`,
          case: id,
          step,
          by: person(who ?? "somebody"),
          input: tell(step, Math.floor(chance() * Inputs.variety), now) as never
        })
      )
    if (isFirst && process === members[0]?.process) {
      const [opening] = Object.entries(process.steps).filter(([, { by, from }]) => from.length === 0 && isPersonal(by))
      // What it is told at random may be nothing that a store takes.
      for (let tries = 0; opening !== undefined && tries < 20; tries++) {
        if (Exit.isSuccess(yield* send(root, opening[0]))) break
      }
    }
    for (const { case: one } of all.filter((standing) => standing.process === process)) {
      // A parent that is called off at once hears of nothing.
      if (chance() < (process === members[0]?.process ? 0.97 : 0.4)) continue
      const tasks = Task.tasks(process, one as never, person(who ?? "somebody"), now, settings, () => true)
      const task = tasks[Math.floor(chance() * tasks.length)]
      if (task !== undefined) yield* send(one.id, task.step)
    }
  }
})

/** Numbers that depend on the seed alone: a linear congruence, of which only the upper half is used. */
const chanceOf = (seed: number): FaultyStore.Chance => {
  let state = Math.imul(seed, 0x9e3779b1)
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return (state >>> 8) / 2 ** 24
  }
}
