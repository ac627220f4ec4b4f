/**
 * A step tried and not taken: whether it would be, and what there is to be said of it, as somebody writes it. All happens as it would, on a log that
 * keeps nothing, and nobody hears of it.
 *
 * @module
 */
import { DateTime, Effect, Result, Schema } from "effect"
import type { Finding } from "../finding/Finding.ts"
import type { Person } from "../process/Actor.ts"
import { CaseId } from "../process/Case.ts"
import * as Process from "../process/Process.ts"
import type { Editions } from "./Editions.ts"
import { EventLog } from "./EventLog.ts"
import * as Handbooks from "./Handbooks.ts"
import { load } from "./History.ts"
import * as Operations from "./Operations.ts"
import * as Standings from "./Standings.ts"
import { isUnavailable, type StoreUnavailable } from "./StoreUnavailable.ts"
import { Moved, Waking } from "./Waking.ts"

/** An order as JSON, which may be half written. */
export interface Draft {
  readonly process: string
  readonly step: string
  readonly case: string
  readonly key: string
  readonly input?: unknown
  readonly expected?: number
  readonly account?: string
}

/** What came of trying it. */
export interface Rehearsed {
  /** Why it would not be taken; nothing where it would. */
  readonly refusal: unknown
  /** What the step advises on what is written already, whether or not that is all. */
  readonly advice: ReadonlyArray<Finding>
}

/** Tries it. */
export const of = Effect.fn("Rehearsal.of")(function* (
  processes: ReadonlyArray<Process.Any>,
  person: Person,
  draft: Draft
): Effect.fn.Return<Rehearsed, StoreUnavailable, EventLog | Editions> {
  const log = yield* EventLog
  const [calls, moves] = [yield* Waking, yield* Moved]
  const answer = yield* Operations.submit(processes, person, { ...draft, key: `rehearsed ${draft.key}` }).pipe(
    Effect.provideService(EventLog, { ...log, append: () => Effect.void, refuse: () => Effect.void }),
    Effect.provideService(Waking, { ...calls, call: Effect.void }),
    Effect.provideService(Moved, { ...moves, call: Effect.void }),
    Effect.result
  )
  if (Result.isFailure(answer) && isUnavailable(answer.failure)) return yield* answer.failure
  return {
    refusal: Result.isFailure(answer) ? answer.failure : undefined,
    advice: yield* advice(processes, person, draft)
  }
})

/** Why a step of a case is not open to the person, before anybody has filled in its form; nothing where it is, or where they see no such case. */
export const whyClosed = Effect.fn("Rehearsal.whyClosed")(function* (
  process: Process.Any,
  step: string,
  id: CaseId,
  by: Person
): Effect.fn.Return<unknown, StoreUnavailable, EventLog | Editions> {
  const [at, current] = [yield* DateTime.now, yield* load(process, id)]
  if (current === undefined) return undefined
  const belonging = yield* Handbooks.ofVersion(current.handbook)
  if (Handbooks.hides(belonging, by, at)) return undefined
  const { edition, today } = belonging
  const standing = yield* Standings.overAll([{ process, case: current }])
  const settings = edition.settings(process)
  const { calendars, version: handbook } = edition
  const occasion = { case: id, by, at, handbook, settings, entitled: today.entitled, calendars, standing }
  return Process.closed(process, current, step, occasion)
})

/** What the step advises; nothing to whom it is not open. */
const advice = Effect.fnUntraced(function* (
  processes: ReadonlyArray<Process.Any>,
  by: Person,
  { account, case: id, input, process: name, step }: Draft
): Effect.fn.Return<ReadonlyArray<Finding>, StoreUnavailable, EventLog | Editions> {
  const process = processes.find((one) => one.name === name)
  const advises = process && Object.hasOwn(process.steps, step) ? Process.ruleOf(process, step).advises : undefined
  if (process === undefined || advises === undefined || !isCaseId(id)) return []
  const [at, there] = [yield* DateTime.now, yield* load(process, id)]
  const belonging = there && (yield* Handbooks.ofVersion(there.handbook))
  const current = belonging !== undefined && Handbooks.hides(belonging, by, at) ? undefined : there
  const written = readable(process, step, input)
  // An input that is not whole names an account, or names none: nothing else of it is read there.
  const begins = Handbooks.beginning(process, { by, step, input: written as never, ...(account && { account }) })
  const edition =
    belonging?.edition ?? (yield* Effect.catchTag(begins, "Operations.WhichAccount", () => Effect.succeed(undefined)))
  // What the handbook does not run, it has no settings for.
  if (edition === undefined || (there === undefined && edition.runs?.(process) === false)) return []
  const { calendars, version: handbook } = edition
  const { entitled } = belonging?.today ?? edition
  const occasion = { case: id, by, at, handbook, settings: edition.settings(process), entitled, calendars }
  if (Process.closed(process, current, step, occasion) !== undefined) return []
  return advises(current?.state, written, occasion)
})

const isCaseId = Schema.is(CaseId)

/** Of what is written so far, the fields that can be read. */
const readable = (process: Process.Any, step: string, input: unknown): Readonly<Record<string, unknown>> => {
  // What a step is told is a struct, or nothing.
  const { fields = {} } = Process.inputOf(process, step) as Partial<Schema.Struct<Schema.Struct.Fields>>
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const json = typeof input === "object" && input !== null && Object.hasOwn(input, name) && Reflect.get(input, name)
      const read = Schema.decodeUnknownResult(Schema.toCodecJson(field as Schema.Codec<unknown, unknown>))(json)
      return Result.isFailure(read) || read.success === undefined ? [] : [[name, read.success]]
    })
  )
}
