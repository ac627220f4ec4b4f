/**
 * Warns of a deadline before it runs out: once each time that it begins to run, and only while the case is still where it was.
 *
 * That it happens once is in the name of the warning's case, which says the deadline and when it began: however often a worker comes to
 * it, after a crash or beside another worker, there is one case and one message.
 *
 * @module
 */
import { DateTime, Effect, Schema } from "effect"
import { WarningProcess } from "../attention/WarningProcess.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import { world } from "../process/Actor.ts"
import { type Case, CaseId } from "../process/Case.ts"
import { caseFor } from "../process/CaseName.ts"
import { type Due, due } from "../process/Due.ts"
import * as Face from "../process/Face.ts"
import type { Any } from "../process/Process.ts"
import type { Reader } from "../process/Reader.ts"
import { type Edition, Editions } from "./Editions.ts"
import type { EventLog } from "./EventLog.ts"
import * as Handbooks from "./Handbooks.ts"
import * as Operations from "./Operations.ts"
import { once } from "./OwnCases.ts"
import type { StoreUnavailable } from "./StoreUnavailable.ts"
import type { Claimed, Timer } from "./WorkQueue.ts"

type Current = Case<Any["state"]["Type"]>
type Warned<A = void> = Effect.Effect<A, StoreUnavailable, EventLog | Editions>

/** Tells the people whom the case waits for that a deadline of it is going to run out; nobody where the case has moved on. */
export const warn: (process: Any, timer: Timer) => Warned = Effect.fnUntraced(function* (process, timer) {
  const current = yield* Operations.load(process, timer.case)
  if (current === undefined || current.version !== timer.version) return
  const running = yield* ahead(process, current)
  const found = running.find(({ name }) => name === timer.name)
  if (found === undefined) return
  const { today } = yield* Handbooks.ofVersion(current.handbook)
  const { at: until, name: deadline, since } = found
  const id = caseFor(`${process.name}/${current.id}/warning/${deadline}/${since.epochMilliseconds}`)
  yield* turnUp(id, today, {
    process: process.name,
    case: current.id,
    deadline,
    since,
    until,
    awaited: Face.awaits(process, current),
    message: messageOf(process, current, found, today)
  })
})

/** Whether the deadline that a warning is about still runs, and people can be told of it. */
export const isStillDue: (
  processOf: (name: string) => Any | undefined,
  action: Pick<Claimed, "case">
) => Warned<boolean> = Effect.fnUntraced(function* (processOf, action) {
  const warning = (yield* Operations.load(WarningProcess, action.case))?.state
  const process = warning?._tag === "Open" ? processOf(warning.process) : undefined
  if (warning === undefined || process === undefined) return false
  const current = yield* Operations.load(process, yield* Effect.orDie(Schema.decodeEffect(CaseId)(warning.case)))
  if (current === undefined) return false
  const running = yield* ahead(process, current)
  return running.some(({ name, since }) => name === warning.deadline && DateTime.Equivalence(since, warning.since))
})

/** The deadlines of the case that have not run out. */
const ahead = Effect.fnUntraced(function* (process: Any, current: Current) {
  const edition = yield* (yield* Editions).edition(current.handbook)
  const now = yield* DateTime.now
  const running = due(process, current, edition.settings(process), edition.calendars)
  return running.filter(({ at }) => DateTime.isGreaterThan(at, now))
})

const turnUp = (
  id: CaseId,
  today: Edition,
  input: (typeof WarningProcess)["steps"]["TurnUp"]["input"]["Type"]
): Warned =>
  once(
    WarningProcess,
    id,
    Operations.send(WarningProcess, {
      key: "turned up",
      case: id,
      step: "TurnUp",
      by: world,
      input,
      ...Handbooks.accountOf(today)
    })
  )

const messageOf = (process: Any, current: Current, { at, name }: Due, reader: Reader): Bilingual => {
  const { about, time, title } = Face.reading(process, current, reader)
  const deadline = Face.deadline(process, name)
  return {
    zh: `${title.zh}「${about.zh}」的${deadline.zh}将于 ${time(at)} 到期。`,
    en: `The ${deadline.en} of the ${title.en} “${about.en}” runs out at ${time(at)}.`
  }
}
