/**
 * Which fans have a complaint open, or wait for an answer in private: what they write belongs to it. A projection of the log, as small as what is open.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { FanId } from "../../account/FanId.ts"
import * as Projection from "../../operations/Projection.ts"
import { addressOf, type CaseId, keyOf } from "../../process/Case.ts"
import type { Any } from "../../process/Process.ts"
import { ComplaintProcess } from "../complaints/ComplaintProcess.ts"
import { PrivateAnswerProcess } from "../private-messages/PrivateAnswerProcess.ts"

const State = Schema.Struct({ account: Schema.String, fan: Schema.String })
const none: typeof State.Type = { account: "", fan: "" }
const Begun = Schema.Struct({
  facts: Schema.Struct({
    account: AccountId,
    interaction: Schema.Struct({ from: Schema.Struct({ id: FanId }) })
  })
})

/** The fan whose case it is, by case. */
const fansOf = (process: Any, name: string, version: number) => {
  const final: ReadonlyArray<string> = process.final
  return Projection.make({
    name,
    version,
    state: State,
    initial: none,
    subject: (entry) => (entry.process === process.name ? keyOf(entry) : undefined),
    apply: (state, { event, state: name, version }) => {
      if (final.includes(name)) return none
      if (version !== 1) return state
      const { account, interaction } = Schema.decodeUnknownSync(Begun)(event).facts
      return { account, fan: interaction.from.id }
    }
  })
}

const complaining = fansOf(ComplaintProcess, "fans whose complaint is open", 2)
const waiting = fansOf(PrivateAnswerProcess, "fans who wait for a private answer", 1)

/** Which fans have a complaint open. Keep it: it remembers what it has read. */
export const complaints = () => follow(complaining)

/** Which fans wait for a private answer. Keep it as well. */
export const privateAnswers = () => follow(waiting)

const follow = (fans: typeof complaining) => {
  const byFan = new Map<string, ReadonlyArray<CaseId>>()
  const byCase = new Map<string, string>()
  const { upToDate } = Projection.follow(fans, (key, state) => {
    const known = byCase.get(key)
    const isOver = state.fan === ""
    if (isOver === (known === undefined)) return
    const id = addressOf(key).case
    const name = known ?? nameOf(state.account, state.fan)
    const others = (byFan.get(name) ?? []).filter((one) => one !== id)
    byFan.set(name, isOver ? others : [...others, id])
    if (isOver) byCase.delete(key)
    else byCase.set(key, name)
    if (isOver && others.length === 0) byFan.delete(name)
  })
  // What a fan writes who has several, for two were begun at once, belongs to the last of them that is open.
  return { upToDate, of: (account: AccountId, fan: FanId) => byFan.get(nameOf(account, fan))?.at(-1) }
}

const nameOf = (account: string, fan: string) => JSON.stringify([account, fan])
