/**
 * How fans are answered, played by the program: a complaint has a word within a quarter of an hour and goes to customer service, a question is answered,
 * and what no rule decides stays on the desk, as a task for somebody real.
 *
 * @module
 */
import { type Caseload, Operations } from "@dualops/core"
import { type Complaint, ComplaintProcess } from "@dualops/core/complaints"
import type { Handbook } from "@dualops/core/handbook"
import { type Answer, AnswerProcess } from "@dualops/core/interaction"
import { Resource } from "@dualops/core/resources"
import { DateTime, Effect } from "effect"
import * as Audience from "./Audience.ts"
import * as Move from "./Move.ts"
import * as OnDuty from "./OnDuty.ts"

/** What whoever is on duty is going to do about each open case, some minutes after it came to where it stands. */
export const moves = Effect.fnUntraced(function* (handbook: Handbook.Handbook, { cases }: Caseload.Caseload) {
  const duty = OnDuty.answering(handbook)
  const onDuty = duty && (yield* OnDuty.now(duty.owner))
  if (onDuty === undefined) return []
  const department = Object.entries(handbook.resources).find(([, { kind }]) => kind === "customer service")?.[0]
  const asks = department === undefined ? undefined : Resource.ResourceId.make(department)
  const open = yield* cases
  const found = yield* Effect.forEach(open, ({ case: { id }, process }) => {
    if (process === AnswerProcess) return answer(id, onDuty)
    return process === ComplaintProcess ? complaint(id, onDuty, asks) : Effect.succeed([])
  })
  return found.flat()
})

type Department = Resource.ResourceId | undefined
type Id = Operations.Order<typeof AnswerProcess>["case"]

const answer = Effect.fnUntraced(function* (id: Id, onDuty: OnDuty.OnDuty) {
  const events = yield* Operations.read(AnswerProcess, id)
  const state = (yield* Operations.load(AnswerProcess, id))?.state
  const next = state && saying(state)
  if (next === undefined) return []
  const { minutes, ...step } = next
  const order = { ...step, key: `${step.step} ${events.length}`, case: id, by: onDuty.by }
  return [Move.step<typeof AnswerProcess, "Say" | "GiveUp">(AnswerProcess, after(minutes, events, onDuty), order)]
})

/** What was looked for three times and is not there never arrived: it is given up, and said again. */
const saying = (state: Answer.State): Saying | undefined => {
  switch (state._tag) {
    case "Waiting": {
      const text = Audience.lineOf(state.interaction.text)?.say
      return text === undefined ? undefined : { step: "Say", input: { text }, minutes: 12 }
    }
    case "Unconfirmed":
      return state.nextLook === undefined ? { step: "GiveUp", input: {}, minutes: 10 } : undefined
    case "Failed":
      return state.earlier === undefined ? undefined : { step: "Say", input: { text: state.text }, minutes: 2 }
    default:
      return undefined
  }
}

type Saying = Pick<Operations.Order<typeof AnswerProcess, "Say" | "GiveUp">, "step" | "input"> & {
  readonly minutes: number
}

const complaint = Effect.fnUntraced(function* (id: Id, onDuty: OnDuty.OnDuty, department: Department) {
  const events = yield* Operations.read(ComplaintProcess, id)
  const state = (yield* Operations.load(ComplaintProcess, id))?.state
  const isReferred = events.some(({ step }) => step === "Refer")
  const next = state && nextOf(state, isReferred ? undefined : department)
  if (next === undefined) return []
  const { minutes, ...step } = next
  const order = { ...step, key: `${step.step} ${events.length}`, case: id, by: onDuty.by }
  return [Move.step<typeof ComplaintProcess, Step>(ComplaintProcess, after(minutes, events, onDuty), order)]
})

type Step = "Reply" | "Refer" | "Solve" | "Confirm"
type Next = Pick<Operations.Order<typeof ComplaintProcess, Step>, "step" | "input"> & { readonly minutes: number }

/** First a word, then the department, then what it said; and whoever thanks for what they were told agrees with it. */
const nextOf = (state: Complaint.State, department: Department): Next | undefined => {
  const { ask, say, solved } = Audience.lineOf(state.interaction.text) ?? {}
  switch (state._tag) {
    case "Open":
      if (state.told !== undefined) return { step: "Confirm", input: {}, minutes: 10 }
      return say === undefined ? undefined : { step: "Reply", input: { text: say }, minutes: 15 }
    case "InHand": {
      if (state.report !== undefined && solved !== undefined)
        return { step: "Solve", input: { text: solved }, minutes: 10 }
      return department === undefined || ask === undefined
        ? undefined
        : { step: "Refer", input: { department, note: ask }, minutes: 5 }
    }
    default:
      return undefined
  }
}

/** So many minutes after the last that happened, and not before whoever is on duty was. */
const after = (minutes: number, events: ReadonlyArray<{ readonly at: DateTime.Utc }>, { since }: OnDuty.OnDuty) => {
  const last = events.at(-1)?.at ?? DateTime.makeUnsafe(0)
  const at = DateTime.add(last, { minutes })
  return since === undefined ? at : DateTime.max(at, DateTime.add(since, { minutes: 5 }))
}
