/**
 * Every case that is open, as it stands now. Which are open is a projection of the log: only what is new is read, and only cases that something
 * has happened to are read again, however long the history is.
 *
 * Nothing is kept that the events do not say, and nothing of a case that is over. Unclaimed outcomes and notices are among the cases of
 * every view, for whoever looks at a desk has to see them.
 *
 * @module
 */
import { DateTime, Effect, Schema } from "effect"
import type { Person } from "../process/Actor.ts"
import { type Address, type Case, CaseId } from "../process/Case.ts"
import { type Due, due } from "../process/Due.ts"
import * as Process from "../process/Process.ts"
import * as Task from "../process/Task.ts"
import { Editions } from "./Editions.ts"
import { EventLog } from "./EventLog.ts"
import * as Family from "./Family.ts"
import { withOwn } from "./Housekeeping.ts"
import * as Operations from "./Operations.ts"
import * as Projection from "./Projection.ts"
import type { Snapshots } from "./Snapshots.ts"
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
  /** The processes whose cases are seen. */
  readonly processes: ReadonlyArray<Process.Any>
  /** Every open case as it stands now, in the order in which they were begun. */
  readonly cases: Effect.Effect<ReadonlyArray<Standing>, StoreUnavailable, EventLog | Snapshots>
  /** What this person may do now, the most pressing first. */
  readonly desk: (
    person: Person
  ) => Effect.Effect<ReadonlyArray<DeskTask>, StoreUnavailable, EventLog | Snapshots | Editions>
}

/** A view of the open cases of these processes. Keep it: it remembers what it has read. */
export const make = (processes: ReadonlyArray<Process.Any>): Caseload => {
  const all = withOwn(processes)
  const { states } = Projection.follow(open(all))
  const known = new Map<string, Known>()

  const cases = Effect.gen(function* () {
    const versions = yield* states
    for (const key of known.keys()) if (!versions.has(key)) known.delete(key)
    const standing = yield* Effect.forEach(versions, ([key, version]) => {
      const before = known.get(key)
      if (before !== undefined && before.version >= version) return Effect.succeed(before.standing)
      return Effect.tap(standingOf(all, addressOf(key)), (standing) =>
        Effect.sync(() => known.set(key, { version: standing?.case.version ?? version, standing }))
      )
    })
    return standing.flatMap((one) => (one === undefined || Process.isOver(one.process, one.case) ? [] : [one]))
  })
  return { processes: all, cases, desk: (person) => Effect.flatMap(cases, (standing) => deskOf(person, standing)) }
}

/** A case as it was read when it had so many events; nothing where it cannot be read, which is not tried again before something happens to it. */
interface Known {
  readonly version: number
  readonly standing: Standing | undefined
}

/** Every case that was ever begun, as it stands now: for a report, for each time it reads the whole log. */
export const everyCase = Effect.fnUntraced(function* (processes: ReadonlyArray<Process.Any>) {
  const all = withOwn(processes)
  const log = yield* EventLog
  const keys = new Set<string>()
  let page = yield* log.log(0, pageSize)
  while (page.length > 0) {
    for (const entry of page) keys.add(keyOf(entry))
    page = yield* log.log(page.at(-1)?.position ?? 0, pageSize)
  }
  return yield* standingsOf(all, Array.from(keys, addressOf))
})

/** The cases of these processes, open or over, that bear the tag, the newest first: `about([AnswerProcess], Tag.of("fan", id))`. */
export const about = Effect.fnUntraced(function* (
  processes: ReadonlyArray<Process.Any>,
  tag: string,
  most = 1_000
): Effect.fn.Return<ReadonlyArray<Standing>, StoreUnavailable, EventLog> {
  const log = yield* EventLog
  return yield* standingsOf(processes, yield* log.tagged(tag, most))
})

/** The cases of these processes, open or over, that this one has begun, the newest first, at most so many. */
export const children = (
  processes: ReadonlyArray<Process.Any>,
  parent: Address,
  most?: number
): Effect.Effect<ReadonlyArray<Standing>, StoreUnavailable, EventLog> => about(processes, Family.tagOf(parent), most)

/** Which cases are open, each with how many events it has. A case is over in the state that it came to when that was taken down. */
const open = (processes: ReadonlyArray<Process.Any>): Projection.Projection<number> => {
  const final = new Map(processes.map((process) => [process.name, process.final]))
  return Projection.make({
    name: `open cases of ${Array.from(final, ([name, states]) => `${name} until ${states.join(" or ")}`).join(", ")}`,
    version: 1,
    state: Schema.Int,
    initial: 0,
    subject: (entry) => (final.has(entry.process) ? keyOf(entry) : undefined),
    apply: (_, { process, state, version }) => (final.get(process)?.includes(state) === true ? 0 : version)
  })
}

const keyOf = ({ case: id, process }: Address): string => JSON.stringify([process, id])

/** The address that was made a key. */
const addressOf = (key: string): Address => {
  const [process, id] = JSON.parse(key)
  return { process, case: CaseId.make(id, { disableChecks: true }) }
}

const standingsOf = (processes: ReadonlyArray<Process.Any>, addresses: ReadonlyArray<Address>) =>
  Effect.map(
    Effect.forEach(addresses, (address) => standingOf(processes, address)),
    (all) => all.filter((one) => one !== undefined)
  )

const standingOf = Effect.fnUntraced(
  function* (processes: ReadonlyArray<Process.Any>, { case: id, process: name }: Address) {
    const process = processes.find((one) => one.name === name)
    const current = process && (yield* Operations.load(process, id))
    return process && current && { process, case: current }
  },
  (reading, _, { case: id, process }) =>
    // A case that cannot be read must not take everybody's desk away.
    Effect.catchDefect(reading, (defect) =>
      Effect.as(Effect.logError(`${process} ${id} cannot be read`, defect), undefined)
    )
)

const pageSize = 500

const deskOf = Effect.fnUntraced(function* (person: Person, all: ReadonlyArray<Standing>) {
  const editions = yield* Editions
  const { entitled } = yield* editions.current
  const now = yield* DateTime.now
  const tasks = yield* Effect.forEach(all, ({ case: current, process }) =>
    Effect.map(editions.edition(current.handbook), (edition): ReadonlyArray<DeskTask> => {
      const settings = edition.settings(process)
      const [next] = due(process, current, settings, edition.calendars)
      return Task.tasks(process, current, person, now, settings, entitled, edition.calendars).map((task) => ({
        ...task,
        due: next
      }))
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
