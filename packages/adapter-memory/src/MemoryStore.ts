/**
 * The EventLog, the WorkQueue and the Snapshots in memory: the reference for those that last.
 *
 * @module
 */
import type { Moment } from "@dualops/core/calendar"
import { EventLog, Refusals, Snapshots, Storable, type Store, Waking, WorkQueue } from "@dualops/core/operations"
import type { Case } from "@dualops/core/process"
import { Clock, Context, DateTime, Effect, Equal, Layer, type Schema } from "effect"

type Outstanding = WorkQueue.Waiting & { tries: number; notBefore: number; handedOut: boolean }

const nameOf = ({ case: id, process }: Case.Address, ...key: ReadonlyArray<string>): string =>
  JSON.stringify([process, id, ...key])

const isFree = ({ handedOut, notBefore }: Pick<Outstanding, "handedOut" | "notBefore">, now: Moment.Moment): boolean =>
  notBefore <= now.epochMilliseconds ||
  (handedOut && notBefore > DateTime.addDuration(now, WorkQueue.longestLease).epochMilliseconds)

const isSame = (one: WorkQueue.Timer, other: WorkQueue.Timer): boolean =>
  one.name === other.name && one.rung === other.rung && one.version === other.version

/** An empty store. Everything it does, it does at once, so nothing comes between. Its own clock is the one that it is made with. */
export const layer: Layer.Layer<Store> = Layer.effectContext(
  Effect.gen(function* () {
    return make(yield* Clock.Clock).pipe(
      Context.add(Waking.Waking, yield* Waking.local),
      Context.add(Waking.Moved, yield* Waking.local)
    )
  })
)

const make = (clock: Clock.Clock): Context.Context<Store> => {
  const entries: Array<EventLog.Entry> = []
  const histories = new Map<string, Array<Schema.Json>>()
  const byKey = new Map<string, Schema.Json>()
  const timers = new Map<string, ReadonlyArray<WorkQueue.Timer>>()
  const inHand = new WeakMap<WorkQueue.Timer, number>()
  const outbox = new Map<string, Outstanding>()
  const owners = new Map<string, Case.Address>()
  const tagged = new Map<string, Map<string, Case.Address>>()
  const snapshots = new Map<string, Snapshots.Snapshot>()
  const standings = new Map<string, ReadonlyArray<EventLog.Standing>>()
  const came = new WeakMap<EventLog.Standing, number>()
  let held = 0
  const refused = new Map<string, EventLog.Refused>()
  const shown = new Map<number, WorkQueue.Shown>()

  const append = (
    commit: EventLog.Commit
  ): Effect.Effect<void, EventLog.VersionConflict | EventLog.OtherStanding | EventLog.NotItsOwn> => {
    const name = nameOf(commit)
    const history = histories.get(name) ?? []
    const { found, names } = commit.weighed ?? { found: [], names: [] }
    if (!Equal.equals(standing(names), found)) {
      return Effect.fail(new EventLog.OtherStanding({ process: commit.process, case: commit.case }))
    }
    if (history.length !== commit.expected || byKey.has(nameOf(commit, commit.key))) {
      return Effect.fail(
        new EventLog.VersionConflict({ process: commit.process, case: commit.case, expected: commit.expected })
      )
    }
    const owner = commit.owns === undefined ? undefined : owners.get(commit.owns)
    if (commit.owns !== undefined && owner !== undefined && nameOf(owner) !== name) {
      return Effect.fail(new EventLog.NotItsOwn({ thing: commit.owns, process: owner.process, case: owner.case }))
    }
    const asked = commit.settles === undefined ? undefined : outbox.get(commit.settles)
    const settled = asked !== undefined && nameOf(asked) === name ? asked.key : undefined
    const keys = new Set<string>()
    for (const { key } of commit.actions) {
      if (keys.has(key) || (outbox.has(key) && key !== settled)) {
        return Effect.die(new Error(`An action waits as ${key} already`))
      }
      keys.add(key)
    }
    if (commit.owns !== undefined) owners.set(commit.owns, { process: commit.process, case: commit.case })
    history.push(commit.event)
    histories.set(name, history)
    byKey.set(nameOf(commit, commit.key), commit.event)
    const { case: id, due, event, process, state } = commit
    const entry = { process, case: id, position: entries.length + 1, version: history.length, state, event }
    entries.push(due === undefined ? entry : { ...entry, due })
    for (const tag of commit.tags) {
      const cases = tagged.get(tag) ?? new Map<string, Case.Address>()
      tagged.set(tag, cases)
      if (!cases.has(name)) cases.set(name, { process, case: id })
    }
    timers.set(
      name,
      commit.timers.map((timer) => ({ ...timer }))
    )
    if (commit.holds !== undefined) {
      for (const [under, all] of standings) {
        const others = all.filter((one) => nameOf(one) !== name)
        if (others.length === 0) standings.delete(under)
        else standings.set(under, others)
      }
      for (const one of commit.holds) {
        const stands = { process, case: id, ...one, since: history.length }
        came.set(stands, held++)
        standings.set(one.name, [...(standings.get(one.name) ?? []), stands])
      }
    }
    if (settled !== undefined) outbox.delete(settled)
    for (const action of commit.actions) outbox.set(action.key, { ...action, tries: 0, notBefore: 0, handedOut: false })
    return Effect.void
  }

  const standing = (names: ReadonlyArray<string>): ReadonlyArray<EventLog.Standing> =>
    [...new Set(names)]
      .flatMap((name) => standings.get(name) ?? [])
      .sort((one, other) => (came.get(one) ?? 0) - (came.get(other) ?? 0))

  const allTimers = () => [...timers.values()].flat()

  const overdue = (processes: ReadonlyArray<string>, now: Moment.Moment) =>
    allTimers()
      .filter(({ at, process }) => DateTime.isLessThanOrEqualTo(at, now) && processes.includes(process))
      .sort((one, other) => DateTime.Order(one.at, other.at))

  const log: EventLog.EventLog["Service"] = {
    read: (address, after = 0) => Effect.sync(() => histories.get(nameOf(address))?.slice(after) ?? []),
    recall: (address, key) => Effect.sync(() => byKey.get(nameOf(address, key))),
    append: (commit) =>
      Effect.andThen(
        Storable.check(commit),
        Effect.suspend(() => append(commit))
      ),
    log: (after, limit) => Effect.sync(() => entries.slice(after, after + limit)),
    newest: (limit) => Effect.sync(() => entries.slice(Math.max(0, entries.length - limit)).reverse()),
    standing: (names) => Effect.sync(() => standing(names)),
    refuse: ({ at, ...refusal }) =>
      Effect.map(Storable.names(...Storable.namesOfRefusal(refusal)), () => {
        const oldest = DateTime.subtractDuration(at, Refusals.keptFor)
        for (const [mark, { last }] of refused) if (DateTime.isLessThan(last, oldest)) refused.delete(mark)
        const mark = nameOf(refusal, refusal.step, refusal.why, JSON.stringify(refusal.by))
        const before = refused.get(mark)
        refused.delete(mark)
        refused.set(mark, { ...refusal, first: before?.first ?? at, last: at, times: (before?.times ?? 0) + 1 })
      }),
    refusals: (address, limit) =>
      Effect.sync(() =>
        [...refused.values()]
          .filter((one) => address === undefined || nameOf(one) === nameOf(address))
          .reverse()
          .slice(0, limit)
      ),
    tagged: (tag, limit) => Effect.sync(() => [...(tagged.get(tag)?.values() ?? [])].reverse().slice(0, limit))
  }

  const queue: WorkQueue.WorkQueue["Service"] = {
    claim: (processes, now, lease, limit) =>
      Effect.sync(() =>
        [...outbox.values()]
          .filter((action) => isFree(action, now) && processes.includes(action.process))
          .slice(0, limit)
          .map((action) => {
            const { handedOut: interrupted, notBefore: _, ...waiting } = action
            action.tries++
            const until = DateTime.addDuration(now, lease)
            action.notBefore = until.epochMilliseconds
            action.handedOut = true
            return { ...waiting, tries: action.tries, interrupted, until }
          })
      ),
    settle: ({ key, tries }) => Effect.sync(() => void (outbox.get(key)?.tries === tries && outbox.delete(key))),
    postpone: ({ key, tries }, until) =>
      Effect.sync(() => {
        const action = outbox.get(key)
        if (action?.tries !== tries) return
        action.notBefore = until.epochMilliseconds
        action.handedOut = false
      }),
    overdue: (processes, now, limit) => Effect.sync(() => overdue(processes, now).slice(0, limit)),
    claimOverdue: (processes, now, lease, limit) =>
      Effect.sync(() => {
        const free = overdue(processes, now).filter((timer) =>
          isFree({ handedOut: true, notBefore: inHand.get(timer) ?? 0 }, now)
        )
        const taken = free.slice(0, limit)
        for (const timer of taken) inHand.set(timer, DateTime.addDuration(now, lease).epochMilliseconds)
        return taken
      }),
    cancel: (timer) =>
      Effect.sync(() => {
        const name = nameOf(timer)
        const left = (timers.get(name) ?? []).filter((one) => !isSame(one, timer))
        timers.set(name, left)
      }),
    putOff: (timer, until) =>
      Effect.sync(() => {
        const name = nameOf(timer)
        const all = (timers.get(name) ?? []).map((one) => (isSame(one, timer) ? { ...one, at: until } : one))
        timers.set(name, all)
      }),
    next: Effect.sync(() => {
      const moments = [
        ...allTimers().map(({ at }) => at.epochMilliseconds),
        ...[...outbox.values()].map(({ notBefore }) => notBefore)
      ]
      return moments.length === 0 ? undefined : DateTime.makeUnsafe(Math.min(...moments))
    }),
    beat: (worker, shows) =>
      Effect.sync(() => {
        const me = worker ?? shown.size + 1
        shown.set(me, { worker: me, shows, beats: (shown.get(me)?.beats ?? 0) + 1 })
        const others = [...shown.values()].filter((one) => one.worker !== me)
        return { me, own: DateTime.makeUnsafe(clock.currentTimeMillisUnsafe()), others }
      })
  }

  const kept: Snapshots.Snapshots["Service"] = {
    find: (projection) => Effect.sync(() => snapshots.get(projection)),
    keep: (projection, { after, position, states }) =>
      Effect.map(Storable.names(...Snapshots.namesOf(projection, states)), () => {
        const before = snapshots.get(projection)
        if (after !== undefined && before?.position !== after) return false
        const all = new Map(after === undefined ? [] : before?.states)
        for (const [subject, state] of states) {
          if (state === undefined) all.delete(subject)
          else all.set(subject, state)
        }
        snapshots.set(projection, { position, states: all })
        return true
      })
  }

  return Context.make(EventLog.EventLog, log).pipe(
    Context.add(WorkQueue.WorkQueue, queue),
    Context.add(Snapshots.Snapshots, kept)
  )
}
