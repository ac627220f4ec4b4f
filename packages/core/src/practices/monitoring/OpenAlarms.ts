/**
 * Which alarm of a term is open, when the last was judged, and how many were raised of late: a projection of the log, so that a program that starts again
 * raises nothing twice.
 *
 * @module
 */
import { DateTime, Effect, Schema } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import * as Projection from "../../operations/Projection.ts"
import type { CaseId } from "../../process/Case.ts"
import { caseFor } from "../../process/CaseName.ts"
import { AlarmProcess } from "./AlarmProcess.ts"

const State = Schema.Struct({
  /** The open one; nothing where none is. */
  open: Schema.String,
  judged: Schema.Finite,
  /** When those of the last two days were raised, in milliseconds. */
  raised: Schema.Array(Schema.Finite)
})
const none: typeof State.Type = { open: "", judged: 0, raised: [] }

const Told = Schema.Struct({ at: Moment })

/** The case of an alarm: one for a term and the bucket in which it was seen. */
export const caseOf = (account: AccountId, term: string, at: number): CaseId =>
  caseFor(`${termOf(account, term)}/${DateTime.formatIso(DateTime.makeUnsafe(at))}`)

const termOf = (account: string, term: string) => `${account}/alarm/${term}`

const projection = Projection.make({
  name: "alarms by term",
  version: 1,
  state: State,
  initial: none,
  subject: (entry) =>
    entry.process === AlarmProcess.name ? entry.case.slice(0, entry.case.lastIndexOf("/")) : undefined,
  apply: (state, entry) => {
    const final: ReadonlyArray<string> = AlarmProcess.final
    const at = Schema.decodeUnknownSync(Told)(entry.event).at.epochMilliseconds
    if (entry.version === 1) {
      const raised = [...state.raised.filter((one) => one > at - 2 * dayMillis), at]
      return { ...state, open: entry.case, raised }
    }
    if (!final.includes(entry.state)) return state
    return { ...state, open: state.open === entry.case ? "" : state.open, judged: at }
  }
})
const dayMillis = 86_400_000

/** Follows them. Keep it: it remembers what it has read. */
export const follow = () => {
  const { state, states, upToDate } = Projection.follow(projection)
  return {
    upToDate,
    of: (account: AccountId, term: string) => state(termOf(account, term)),
    /** How many alarms of the account were raised from a moment on. */
    raisedSince: counting(states)
  }
}

const counting = (states: Projection.View<typeof State.Type>["states"]) => (account: AccountId, since: number) =>
  Effect.map(states, (all) => {
    let sum = 0
    for (const [subject, { raised }] of all)
      if (subject.startsWith(`${account}/alarm/`)) sum += raised.filter((at) => at >= since).length
    return sum
  })
