/**
 * What came of an action and no case takes in: an unclaimed outcome, which waits for a person. It turns up once, whatever the reason is by then.
 *
 * @module
 */
import { Effect } from "effect"
import { UnclaimedOutcomeProcess } from "../attention/UnclaimedOutcomeProcess.ts"
import { same } from "../finding/Bilingual.ts"
import { world } from "../process/Actor.ts"
import type { CaseId } from "../process/Case.ts"
import { caseFor } from "../process/CaseName.ts"
import * as Face from "../process/Face.ts"
import type * as Process from "../process/Process.ts"
import type { Edition, Editions } from "./Editions.ts"
import type { EventLog } from "./EventLog.ts"
import * as Handbooks from "./Handbooks.ts"
import * as Operations from "./Operations.ts"
import { isUnavailable, type StoreUnavailable } from "./StoreUnavailable.ts"

/** What came of it, and which case does not take it in. */
export interface Unclaimed {
  readonly process: Process.Any
  readonly case: CaseId
  /** What its process calls the action. */
  readonly action: string
  /** The key of the action. */
  readonly key: string
  readonly outcome: "done" | "refused" | "unknown"
  /** What came back, as text. */
  readonly told: string
  /** The step that would have had to take it in. */
  readonly hears: string
  /** Why the case does not. */
  readonly why: unknown
}

/** The name of the unclaimed outcome of an action. */
export const idOf = (key: string, outcome: Unclaimed["outcome"]): CaseId => caseFor(`${key}/${outcome}`)

/** Has a person look at it. */
export const turnUp = Effect.fnUntraced(function* ({
  hears,
  process,
  why,
  ...found
}: Unclaimed): Effect.fn.Return<void, StoreUnavailable, EventLog | Editions> {
  yield* Effect.logError(`${found.key}: ${found.outcome}, and its case does not take it in: somebody has to look`, why)
  const id = idOf(found.key, found.outcome)
  const today = yield* Handbooks.ofCase({ process: process.name, case: found.case })
  const { about, whySaid } = yield* readingOf(process, found.case, why, today)
  yield* Operations.send(UnclaimedOutcomeProcess, {
    key: "turned up",
    case: id,
    step: "TurnUp",
    by: world,
    ...Handbooks.accountOf(today),
    input: {
      ...found,
      process: process.name,
      why: why instanceof Error ? why.message : String(why),
      read: { about, hears: Face.step(process, hears), why: whySaid }
    }
  }).pipe(
    Effect.catch((refusal) =>
      isUnavailable(refusal)
        ? Effect.fail(refusal)
        : Effect.flatMap(Operations.load(UnclaimedOutcomeProcess, id), (known) =>
            // It has turned up before, and only the reason may be another one by now.
            known?.state.key === found.key ? Effect.void : Effect.die(refusal)
          )
    )
  )
})

/** The case, and why it does not take it in, as people read it. */
const readingOf = Effect.fnUntraced(function* (process: Process.Any, id: CaseId, why: unknown, today?: Edition) {
  const current = yield* Effect.catchDefect(Operations.load(process, id), () => Effect.succeed(undefined))
  const reading =
    current === undefined ? { about: same(id), title: process.title } : Face.reading(process, current, today)
  return { about: Face.named(reading), whySaid: Face.refusal(process, why, today?.called, today?.timeZone) }
})
