/**
 * Every case that is open, as it stands now. Which are open is a projection of the log: only what is new is read, only cases that something
 * has happened to are read again, and a desk reads those alone that it shows, however many are open and however long the history is.
 *
 * A desk shows the cases of the handbooks that give its person a right ({@link seen}), and of others none.
 *
 * Nothing is kept that the events do not say, and nothing of a case that is over. Unclaimed outcomes and notices are among the cases of
 * every view, for whoever looks at a desk has to see them.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type { Person } from "../process/Actor.ts"
import { type Address, addressOf } from "../process/Case.ts"
import { isPersonal } from "../process/Declaration.ts"
import { type Due, due } from "../process/Due.ts"
import * as Process from "../process/Process.ts"
import type { Stands } from "../process/Standing.ts"
import * as Task from "../process/Task.ts"
import { type AnyCase, caseOf } from "./Cases.ts"
import type { Editions } from "./Editions.ts"
import type { EventLog } from "./EventLog.ts"
import * as Handbooks from "./Handbooks.ts"
import { withOwn } from "./Housekeeping.ts"
import * as OpenCases from "./OpenCases.ts"
import * as Projection from "./Projection.ts"
import { type Ranked, Ranks } from "./Ranks.ts"
import type { Snapshots } from "./Snapshots.ts"
import * as Standings from "./Standings.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"

export { type AnyCase, about, at, children, everyCase } from "./Cases.ts"
export { seen } from "./Handbooks.ts"

/** A case in which somebody may act now. */
export interface Actionable extends AnyCase {
  /** Every step that they may take now. */
  readonly tasks: ReadonlyArray<Task.Task>
  /** The next deadline of the case. */
  readonly due: Due | undefined
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
  readonly cases: Effect.Effect<ReadonlyArray<AnyCase>, StoreUnavailable, EventLog | Snapshots>
  /**
   * The cases in which this person may act now and that they have not set aside, the most pressing first: at most so many, 500 unless it is said.
   */
  readonly actionable: (
    person: Person,
    most?: number
  ) => Effect.Effect<ReadonlyArray<Actionable>, StoreUnavailable, EventLog | Snapshots | Editions>
  /** The open cases that this person sees, of these processes alone where it is said, the most pressing first: at most so many. */
  readonly pressing: (
    person: Person,
    most: number,
    of?: (process: Process.Any) => boolean
  ) => Effect.Effect<ReadonlyArray<AnyCase>, StoreUnavailable, EventLog | Snapshots | Editions>
  /** The case at that address, open or over, and what this person may do in it now; nothing where they see no such case. */
  readonly one: (
    address: Address,
    person: Person
  ) => Effect.Effect<Actionable | undefined, StoreUnavailable, EventLog | Editions>
  /** What this person may do now, the most pressing first, in at most so many cases: 500 unless it is said. */
  readonly desk: (
    person: Person,
    most?: number
  ) => Effect.Effect<ReadonlyArray<DeskTask>, StoreUnavailable, EventLog | Snapshots | Editions>
}

/** A view of the open cases of these processes. Keep it: it remembers what it has read. */
export const make = (processes: ReadonlyArray<Process.Any>): Caseload => {
  const all = withOwn(processes)
  const setsAside = all.some(({ standing }) =>
    Object.values(standing)
      .flat()
      .some((one) => "setsAside" in one)
  )
  const known = new Map<string, Known>()
  const ranks = new Ranks()
  let begun = 0
  const { upToDate } = Projection.follow(
    OpenCases.of(all),
    (key, { due = Number.MAX_SAFE_INTEGER, handbook, process, state, version }) => {
      if (version === 0) {
        known.delete(key)
        ranks.leave(key)
        return
      }
      const before = known.get(key)
      const number = before?.number ?? begun++
      known.set(key, { version, number, entry: before?.entry })
      ranks.place({ key, process, state, handbook, due, number })
    }
  )

  const entry = Effect.fnUntraced(function* (key: string) {
    const row = known.get(key)
    if (row === undefined) return undefined
    if (row.entry === undefined || row.entry.version < row.version) {
      const read = yield* caseOf(all, addressOf(key))
      row.entry = { version: Math.max(row.version, read?.case.version ?? 0), read }
    }
    const { read } = row.entry
    return read === undefined || Process.isOver(read.process, read.case) ? undefined : read
  })

  const cases = Effect.gen(function* () {
    yield* upToDate
    const open = yield* Effect.forEach([...known.keys()], entry)
    return open.filter((one) => one !== undefined)
  })

  /** The most pressing cases in these ranks, so many at most, some at a time. */
  const readRanked = Effect.fnUntraced(function* <A>(
    isWanted: (rank: Pick<Ranked, "process" | "state" | "handbook">) => boolean,
    most: number,
    found: (read: ReadonlyArray<AnyCase>) => Effect.Effect<ReadonlyArray<A>, StoreUnavailable, EventLog | Editions>
  ) {
    const rows = ranks.pressing(isWanted)
    const all: Array<A> = []
    while (true) {
      const page = next(rows, Math.min(pageSize, most - all.length))
      if (page.length === 0) return all
      all.push(
        ...(yield* found((yield* Effect.forEach(page, ({ key }) => entry(key))).filter((one) => one !== undefined)))
      )
    }
  })

  const pressing = Effect.fnUntraced(function* (
    person: Person,
    most: number,
    of: (process: Process.Any) => boolean = () => true
  ) {
    yield* upToDate
    const now = yield* DateTime.now
    const belonging = yield* Handbooks.ofVersions(ranks.handbooks)
    const wanted = new Set(all.filter(of).map(({ name }) => name))
    const isSeen = ({ handbook, process }: Pick<Ranked, "process" | "handbook">) => {
      const its = belonging.get(handbook)
      return its !== undefined && wanted.has(process) && Handbooks.sees(its.today, person, now)
    }
    return yield* readRanked(isSeen, most, (read) => Effect.succeed(read))
  })

  const actionable = Effect.fnUntraced(function* (person: Person, most = 500) {
    yield* upToDate
    const now = yield* DateTime.now
    const belonging = yield* Handbooks.ofVersions(ranks.handbooks)
    const mayAct = ({ handbook, process: name, state }: Pick<Ranked, "process" | "state" | "handbook">) =>
      Object.values(all.find((process) => process.name === name)?.steps ?? {}).some(
        ({ by, from }) =>
          isPersonal(by) && from.includes(state) && belonging.get(handbook)?.today.entitled(person, by, now)
      )
    const isAside = setsAside ? yield* Standings.aside(person) : () => false
    const isOverdue = ({ due }: Pick<Actionable, "due">) => due !== undefined && !DateTime.isLessThan(now, due.at)
    const found = yield* readRanked(
      mayAct,
      most,
      Effect.fnUntraced(function* (read) {
        const standing = yield* Standings.overAll(read)
        const all: ReadonlyArray<Actionable> = yield* Effect.forEach(read, (one) =>
          Effect.map(workIn(one, person, now, belonging, standing), (work) => ({ ...one, ...work }))
        )
        return all.filter((one) => one.tasks.length > 0 && (!isAside(one) || isOverdue(one)))
      })
    )
    // A case that something has happened to meanwhile may have another deadline than the one by which it was found.
    return found.sort((one, other) => pressure(one) - pressure(other))
  })
  const one = Effect.fnUntraced(function* (address: Address, person: Person) {
    const read = yield* caseOf(all, address)
    const [seen] = read === undefined ? [] : yield* Handbooks.seen(person)([read])
    if (seen === undefined) return undefined
    const belonging = yield* Handbooks.ofVersions([seen.case.handbook])
    return {
      ...seen,
      ...(yield* workIn(seen, person, yield* DateTime.now, belonging, yield* Standings.overAll([seen])))
    }
  })
  return {
    processes: all,
    cases,
    actionable,
    pressing,
    one,
    desk: (person, most) =>
      Effect.map(actionable(person, most), (cases) =>
        cases.flatMap(({ due, tasks }) => tasks.map((task) => ({ ...task, due })))
      )
  }
}

/** An open case, and as it was read when it had so many events; nothing where it cannot be read, which is not tried again before something happens to it. */
interface Known {
  readonly version: number
  readonly number: number
  entry: { readonly version: number; readonly read: AnyCase | undefined } | undefined
}

/** What the person may do in the case, by the edition that it runs under. */
const workIn = Effect.fnUntraced(
  function* (
    { case: current, process }: AnyCase,
    person: Person,
    now: Moment,
    belonging: ReadonlyMap<string, Handbooks.Belonging>,
    standing: ReadonlyArray<Stands>
  ) {
    const { edition, today } = belonging.get(current.handbook) ?? (yield* Handbooks.ofVersion(current.handbook))
    const { calendars } = edition
    const settings = edition.settings(process)
    const [next] = due(process, current, settings, calendars)
    return {
      tasks: Task.tasks(process, current, person, now, settings, today.entitled, calendars, standing),
      due: next
    }
  },
  (work, { case: current, process }) =>
    // A case that cannot be run must not take everybody's desk away.
    Effect.catchDefect(work, (defect) =>
      Effect.as(Effect.logError(`${process.name} ${current.id} cannot be run`, defect), { tasks: [], due: undefined })
    )
)

/** So many cases are looked at together. */
const pageSize = 100

/** The next rows, at most so many. */
const next = <Row>(rows: Iterator<Row>, most: number): ReadonlyArray<Row> => {
  const page: Array<Row> = []
  while (page.length < most) {
    const { done, value } = rows.next()
    if (done === true) break
    page.push(value)
  }
  return page
}

const pressure = ({ due }: Actionable): number => due?.at.epochMilliseconds ?? Number.MAX_SAFE_INTEGER
