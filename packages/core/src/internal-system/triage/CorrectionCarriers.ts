/**
 * Who carries a correction: keeps it beside what was judged, and puts right what became of the text. Of one text there is one case of each kind for ever, so
 * that a worker that dies half-way begins nothing twice.
 *
 * @module
 */
import { Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import { kind as fanKind } from "../../account/FanId.ts"
import * as Tag from "../../account/Tag.ts"
import type { ObservationStore } from "../../observations/ObservationStore.ts"
import * as Carrier from "../../operations/Carrier.ts"
import type { Editions } from "../../operations/Editions.ts"
import { EventLog, everyOne } from "../../operations/EventLog.ts"
import * as Operations from "../../operations/Operations.ts"
import { isUnavailable, type StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import * as Writing from "../../operations/Writing.ts"
import { type Person, world } from "../../process/Actor.ts"
import type { CaseId } from "../../process/CaseId.ts"
import { ComplaintProcess } from "../complaints/ComplaintProcess.ts"
import { AnswerProcess } from "../interaction/AnswerProcess.ts"
import { type Incoming, isPrivate } from "../interaction/Incoming.ts"
import * as Intake from "../interaction/Intake.ts"
import { PrivateAnswerProcess } from "../private-messages/PrivateAnswerProcess.ts"
import { type Mended, recording } from "./Correction.ts"
import * as Corrections from "./Corrections.ts"
import * as Heard from "./Heard.ts"
import * as Label from "./Label.ts"

const carry = Carrier.make(recording, (request, key) =>
  Effect.gen(function* () {
    const { account, at, by, meant, text } = request
    const heard = yield* Corrections.heardOf(account, text)
    if (heard === undefined)
      return yield* new Writing.Refused({
        code: "not-judged",
        detail: "这里没有它的判断 / no judgement of it is kept here"
      })
    const { classifier, label: judged } = heard.facts
    const fan = heard.personal?.fan
    const judgement = { label: judged, ...(classifier !== undefined && { by: classifier }) }
    const said = { account, text, judgement, meant, by: by.person, at, ...(fan !== undefined && { fan }) }
    yield* Corrections.record([said])
    const mended = yield* mend(request, Heard.incomingOf(heard), heard.facts.became, key)
    return {
      ...{ judged, mended },
      ...(classifier !== undefined && { classifier }),
      ...(heard.personal !== undefined && { fan: heard.personal.fan, words: heard.personal.text })
    }
  }).pipe(
    Effect.catchTags({
      StoreUnavailable: ({ message }) => new Writing.TryLater({ code: "store", detail: message }),
      "ObservationStore.Refused": ({ message }) => new Writing.Refused({ code: "not-kept", detail: message })
    })
  )
)

/** Who carries corrections, for a house that triages. */
export const carriers: ReadonlyArray<Carrier.AnyCarrier<Editions | EventLog | ObservationStore>> = [carry]

/** What ought to have become of the text becomes of it, as far as it is not on its way already. */
const mend = Effect.fnUntraced(function* (
  { account, by, meant, text, wants }: (typeof recording)["request"]["Type"],
  incoming: Incoming | undefined,
  became: Heard.Outcome,
  key: string
): Effect.fn.Return<Mended, StoreUnavailable, Editions | EventLog> {
  const id = Intake.caseOf(account, text)
  const deed: Deed = { key, case: id, by, input: { reason: reasonOf(meant) } }
  if ((yield* Operations.load(ComplaintProcess, id)) !== undefined) {
    if (wants === "complaint") return "stays"
    const isOver = yield* isTaken(Operations.send(ComplaintProcess, { ...deed, step: "Dismiss" }))
    return isOver ? "dismissed" : "stays"
  }
  // More of a case that another text has begun is no case of its own; and of whom nothing is known any more, nothing is owed.
  if (became === "thread" || incoming === undefined || wants === "counted") return "stays"
  if (wants === "complaint") {
    const isPart = yield* isPartOfOpen(account, incoming)
    if (!isPart) yield* Intake.begin(ComplaintProcess, account, incoming)
    yield* passOn(incoming, deed)
    return isPart ? "thread" : "complaint"
  }
  const answering = isPrivate(incoming) ? PrivateAnswerProcess : AnswerProcess
  if ((yield* Operations.load(answering, id)) !== undefined) return "stays"
  yield* Intake.begin(answering, account, incoming)
  return "answer"
})

interface Deed {
  readonly key: string
  readonly case: CaseId
  readonly by: Person
  readonly input: { readonly reason: string }
}

/** Whether a complaint of the fan is open, and takes it in: one who complains twice has one complaint. */
const isPartOfOpen = Effect.fnUntraced(function* (account: AccountId, incoming: Incoming) {
  const log = yield* EventLog
  const ofFan = yield* log.tagged(Tag.of(fanKind, incoming.from.id), everyOne)
  for (const { case: id, process } of ofFan.toReversed()) {
    if (process !== ComplaintProcess.name) continue
    const complaint = yield* Operations.load(ComplaintProcess, id)
    if (complaint?.state.account !== account) continue
    const deed = { key: incoming.id, case: id, by: world, input: { interaction: incoming } }
    if (yield* isTaken(Operations.send(ComplaintProcess, { ...deed, step: "FanWrites" }))) return true
  }
  return false
})

/** The answer that waits, waits no longer: the complaint does. */
const passOn = (incoming: Incoming, deed: Deed) =>
  isPrivate(incoming)
    ? isTaken(Operations.send(PrivateAnswerProcess, { ...deed, step: "PassOn" }))
    : isTaken(Operations.send(AnswerProcess, { ...deed, step: "PassOn" }))

/** What stands in the case as the reason, for whoever reads it. */
const reasonOf = (meant: Label.Label): string => {
  const { en, zh } = Label.faces[meant].title
  return `判断更正：${zh} / corrected: ${en}`
}

/** Whether the case takes the step; where nobody can tell now, it is tried again. */
const isTaken = <A, E, R>(sending: Effect.Effect<A, E, R>) =>
  sending.pipe(
    Effect.as(true),
    Effect.catch((refusal) => (isUnavailable(refusal) ? Effect.fail(refusal) : Effect.succeed(false)))
  )
