/**
 * What is stored of a step: its event, and everything that follows from it for the store.
 *
 * @module
 */
import { DateTime, Effect, Equal, Schema } from "effect"
import { kind } from "../account/AccountId.ts"
import * as Personal from "../account/Personal.ts"
import * as Tag from "../account/Tag.ts"
import type * as Action from "../process/Action.ts"
import type { Case } from "../process/Case.ts"
import { due } from "../process/Due.ts"
import * as Process from "../process/Process.ts"
import { heldBy } from "../process/Weighing.ts"
import type { Edition } from "./Editions.ts"
import type { Commit, Weighed } from "./EventLog.ts"
import * as Family from "./Family.ts"
import { encode } from "./History.ts"
import type { Taken } from "./Order.ts"
import type { Timer, Waiting } from "./WorkQueue.ts"

/** What was taken under which edition, and what it was weighed against. */
export interface Step<P extends Process.Any> {
  readonly key: string
  /** The case before; nothing where it begins. */
  readonly before: Case<Process.StateOf<P>> | undefined
  readonly taken: Taken<P>
  /** The edition that the case runs under, and today's. */
  readonly edition: Edition
  readonly today: Edition
  readonly weighed: Weighed | undefined
  readonly settles: string | undefined
}

/** The step as a log stores it, whole or not at all. */
export const make = Effect.fnUntraced(function* <P extends Process.Any>(
  process: P,
  { before, edition, key, settles, taken: { case: after, event }, today, weighed }: Step<P>
): Effect.fn.Return<Commit> {
  const address = { process: process.name, case: after.id }
  const actions = Process.actions(process, after, event, today)
  const asked = yield* Effect.forEach(actions, (action) => waiting(process, action))
  const deadlines = due(process, after, edition.settings(process), edition.calendars)
  const [next] = deadlines
  const owns = Process.belonging(process, event)
  return {
    ...address,
    key,
    expected: before?.version ?? 0,
    event: yield* encode(process, event),
    state: after.state._tag,
    tags: before === undefined ? firstTags(process, after, edition) : newTags(process, before.state, after.state),
    actions: [...asked, ...Family.following(process, after, event)],
    timers: deadlines.flatMap(({ at, fires, name, rung, warn }): Array<Timer> => {
      const end = { ...address, name, rung, version: after.version, fires, at }
      return DateTime.isLessThan(warn, at) ? [{ ...end, rung: 0, at: warn }, end] : [end]
    }),
    personal: () => [
      ...process.personal(event, after.state),
      ...actions.flatMap((action) => personalOf(process, action))
    ],
    ...(weighed !== undefined && { weighed }),
    ...newlyHeld(process, before, after),
    ...(next !== undefined && { due: next.at }),
    ...(settles !== undefined && { settles }),
    ...(owns !== undefined && { owns })
  }
})

/** Where a case comes to hold something else over others. */
const newlyHeld = <P extends Process.Any>(
  process: P,
  before: Case<Process.StateOf<P>> | undefined,
  after: Case<Process.StateOf<P>>
): Pick<Commit, "holds"> => {
  const holds = heldBy(process, after)
  const held = before === undefined ? [] : heldBy(process, before)
  return Equal.equals(holds, held) ? {} : { holds }
}

/** What the case is about, also where it says nothing of the account but its handbook is for one; and whose child it is. */
const firstTags = <P extends Process.Any>(
  process: P,
  { parent, state }: Case<Process.StateOf<P>>,
  { accounts }: Edition
) => [
  ...new Set([
    ...process.tags(state),
    ...(accounts.length === 1 ? accounts.map((account) => Tag.of(kind, account)) : []),
    ...(parent === undefined ? [] : [Family.tagOf(parent)])
  ])
]

/** What the case has been about before, it is about for good. */
const newTags = <P extends Process.Any>(process: P, before: Process.StateOf<P>, after: Process.StateOf<P>) => {
  const known = process.tags(before)
  return process.tags(after).filter((tag) => !known.includes(tag))
}

/** The texts of people outside that an action is told. */
const personalOf = (process: Process.Any, { name, request }: Action.Action): ReadonlyArray<string> => {
  const kind = process.actions[name]
  if (kind === undefined) return []
  const known = looks.get(kind) ?? { look: Personal.textsIn(kind.request) }
  looks.set(kind, known)
  return known.look?.(request) ?? []
}

const looks = new WeakMap<Action.AnyKind, { readonly look: ReturnType<typeof Personal.textsIn> }>()

const waiting = (process: Process.Any, { request, ...action }: Action.Action): Effect.Effect<Waiting> => {
  const kind = process.actions[action.name]
  return kind === undefined
    ? Effect.die(`${process.name} asks for ${action.name}, which it does not know`)
    : Effect.map(Effect.orDie(Schema.encodeEffect(kind.request)(request)), (json) => ({ ...action, request: json }))
}
