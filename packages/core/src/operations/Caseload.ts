/**
 * Every case that is open, as it stands now: read once from the log, and from then on only what is new.
 *
 * It is a view. Nothing is kept that the events do not say, and nothing of a case that is over. Unclaimed outcomes and notices are among the cases of
 * every view, for whoever looks at a desk has to see them.
 *
 * @module
 */
import { DateTime, Effect, Semaphore } from "effect"
import type { Person } from "../process/Actor.ts"
import type { Case } from "../process/Case.ts"
import { type Due, due } from "../process/Due.ts"
import * as Process from "../process/Process.ts"
import * as Task from "../process/Task.ts"
import { outOfPlace } from "./Damaged.ts"
import { Editions } from "./Editions.ts"
import { type Entry, EventLog } from "./EventLog.ts"
import { withOwn } from "./Housekeeping.ts"
import * as Operations from "./Operations.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

/** A case and the process it is a run of. */
export interface Standing {
  readonly process: Process.Any
  readonly case: Case<{ readonly _tag: string }>
}

/** A task, and until when it should be done: the next deadline of its case. */
export interface DeskTask extends Task.Task {
  readonly due: Due | undefined
}

/** The view. */
export interface Caseload {
  /** Every open case as it stands now, in the order in which they were begun. */
  readonly cases: Effect.Effect<ReadonlyArray<Standing>, StoreUnavailable, EventLog>
  /** What this person may do now, the most pressing first. */
  readonly desk: (person: Person) => Effect.Effect<ReadonlyArray<DeskTask>, StoreUnavailable, EventLog | Editions>
}

/** A view of the open cases of these processes. */
export const make = (processes: ReadonlyArray<Process.Any>): Caseload => {
  const cases = following(processes, ({ case: one, process }) => !Process.isOver(process, one))
  return { cases, desk: (person) => Effect.flatMap(cases, (all) => deskOf(person, all)) }
}

/** Every case that was ever begun, as it stands now: for a report, for each time it reads the whole log. */
export const everyCase = (
  processes: ReadonlyArray<Process.Any>
): Effect.Effect<ReadonlyArray<Standing>, StoreUnavailable, EventLog> =>
  Effect.suspend(() => following(processes, () => true))

const following = (processes: ReadonlyArray<Process.Any>, isKept: (standing: Standing) => boolean) => {
  const byName = new Map(withOwn(processes).map((process) => [process.name, process]))
  const standing = new Map<string, Standing>()
  const turn = Semaphore.makeUnsafe(1)
  let position = 0

  const follow = Effect.fnUntraced(function* ({ case: id, event: json, position: at, process: name }: Entry) {
    const process = byName.get(name)
    if (process !== undefined) {
      const key = JSON.stringify([name, id])
      const next = yield* Effect.gen(function* () {
        const event = yield* Operations.decode(process, json)
        const before = standing.get(key)?.case ?? (yield* caseBefore(process, event))
        if (event.version !== (before?.version ?? 0) + 1)
          yield* Effect.die(outOfPlace({ process: name, case: id }, event.version))
        return { process, case: Process.evolve(process, before, event) }
      }).pipe(
        // A case that cannot be read must not take everybody's desk away.
        Effect.catchDefect((defect) => Effect.as(Effect.logError(`${name} ${id} cannot be read`, defect), undefined))
      )
      if (next !== undefined && isKept(next)) standing.set(key, next)
      else standing.delete(key)
    }
    position = at
  })

  return Effect.gen(function* () {
    const store = yield* EventLog
    let page = yield* store.log(position, pageSize)
    while (page.length > 0) {
      yield* Effect.forEach(page, follow, { discard: true })
      page = yield* store.log(position, pageSize)
    }
    return [...standing.values()]
  }).pipe(turn.withPermit)
}

/** The case before this event, where it has been let go of: something has happened to it after all. */
const caseBefore = (process: Process.Any, { case: id, version }: Process.EventOf<Process.Any>) =>
  version === 1
    ? Effect.succeed(undefined)
    : Effect.map(Operations.read(process, id), (history) => Process.replay(process, history.slice(0, version - 1)))

const pageSize = 500

const deskOf = Effect.fnUntraced(function* (person: Person, all: ReadonlyArray<Standing>) {
  const editions = yield* Editions
  const { entitled } = yield* editions.current
  const now = yield* DateTime.now
  const tasks = yield* Effect.forEach(all, ({ case: current, process }) =>
    Effect.map(editions.edition(current.handbook), (edition): ReadonlyArray<DeskTask> => {
      const settings = edition.settings(process)
      const [next] = due(process, current, settings, edition.dueAt)
      return Task.tasks(process, current, person, now, settings, entitled).map((task) => ({ ...task, due: next }))
    }).pipe(
      // A case that cannot be run must not take everybody's desk away.
      Effect.catchDefect((defect) =>
        Effect.as(Effect.logError(`${process.name} ${current.id} cannot be run`, defect), [])
      )
    )
  )
  return tasks.flat().sort((one, other) => pressing(one) - pressing(other))
})

const pressing = ({ due }: DeskTask): number => due?.at.epochMilliseconds ?? Number.MAX_SAFE_INTEGER
