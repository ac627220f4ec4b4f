/**
 * Whoever has the desk, by the roster: complaints first, then questions, as many as the hour has minutes for. What nobody knows cannot be answered.
 *
 * @module
 */
import { Actor, type Case, Caseload, Operations, type Process } from "@dualops/core"
import { PreparedAnswer } from "@dualops/core/answer-library"
import { WallClock } from "@dualops/core/calendar"
import { ComplaintProcess } from "@dualops/core/complaints"
import { AnswerProcess } from "@dualops/core/interaction"
import { Resource } from "@dualops/core/resources"
import { Shift } from "@dualops/core/team"
import { Effect } from "effect"
import { assumptions } from "./Assumptions.ts"
import { dates } from "./Dates.ts"
import { at, type Deed, editionOf, handbook, words } from "./House.ts"

const prepared = PreparedAnswer.PreparedAnswerId.make("codes")
const department = Resource.ResourceId.make("customer-service")

/** The desk of a story. `knows` says whether anybody has told the team what is true of the codes. */
export const make = (isDual: boolean, knows: () => boolean, wonders: (by: Actor.Person) => void) => {
  const { team, timeZone } = handbook(isDual)
  const isPrepared = editionOf(isDual).settings(AnswerProcess).library !== undefined
  const caseload = Caseload.make([AnswerProcess, ComplaintProcess])
  const roster = Object.values(team.rosters ?? {}).find(({ title }) => title.en === "Interaction desk")
  if (roster === undefined) throw new Error("The handbook has no roster of the desk.")
  const shifts = Shift.resolve(roster, {
    wall: WallClock.make(timeZone),
    from: at(dates.begins).epochMilliseconds,
    until: at(dates.ends).epochMilliseconds,
    absences: Object.values(team.absences ?? {})
  })

  const ofComplaint = Effect.fnUntraced(function* (
    by: Actor.Person,
    { id, state, version }: Case.Case<Process.StateOf<typeof ComplaintProcess>>
  ) {
    const order = { case: id, by }
    const name = "from" in state.interaction ? (state.interaction.from.name ?? "") : ""
    if (state._tag === "Open") {
      const input = { text: `${name}，非常抱歉，已请客服核实，尽快给您答复。` }
      yield* Operations.send(ComplaintProcess, { ...order, key: `reply ${version}`, step: "Reply", input })
      const note = "请核实并处理"
      yield* Operations.send(ComplaintProcess, {
        ...order,
        key: `refer ${version}`,
        step: "Refer",
        input: { department, note }
      })
      return assumptions.complaintMinutes.value
    }
    if (state._tag !== "InHand" || state.report === undefined) return 0
    const input = { text: `${name}，已为您处理好，店长会给您回电。再次抱歉。` }
    yield* Operations.send(ComplaintProcess, { ...order, key: `solve ${version}`, step: "Solve", input })
    return assumptions.answersByHand.value
  })

  const ofQuestion = Effect.fnUntraced(function* (
    by: Actor.Person,
    { id, parent, state }: Case.Case<Process.StateOf<typeof AnswerProcess>>
  ) {
    // What a complaint says to its fan is on its way already.
    if (state._tag !== "Waiting" || parent !== undefined) return 0
    if (!isPrepared && !knows()) {
      wonders(by)
      return 0
    }
    const order = { case: id, by, key: "say", step: "Say" } as const
    const cites = isPrepared ? { cites: [prepared] } : {}
    yield* Operations.send(AnswerProcess, { ...order, input: { text: words, ...cites } })
    return isPrepared ? assumptions.answersPrepared.value : assumptions.answersByHand.value
  })

  return {
    /** An hour at the desk, if somebody has it. */
    work: (now: number): Deed =>
      Effect.gen(function* () {
        const shift = shifts.find(({ from, to }) => from <= now && now < to)
        if (shift === undefined) return
        const by = Actor.person(shift.person)
        const open = yield* caseload.cases
        let left = assumptions.deskMinutes.value
        for (const { case: one } of open.filter(({ process }) => process === ComplaintProcess)) {
          if (left <= 0) return
          left -= yield* ofComplaint(by, one as Case.Case<Process.StateOf<typeof ComplaintProcess>>)
        }
        for (const { case: one } of open.filter(({ process }) => process === AnswerProcess)) {
          if (left <= 0) return
          left -= yield* ofQuestion(by, one as Case.Case<Process.StateOf<typeof AnswerProcess>>)
        }
      }).pipe(Effect.orDie)
  }
}
