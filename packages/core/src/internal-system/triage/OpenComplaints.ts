/**
 * Which fans have a complaint open: what they write belongs to it. A projection of the log, as small as what is open.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { FanId } from "../../account/FanId.ts"
import * as Projection from "../../operations/Projection.ts"
import { addressOf, type CaseId, keyOf } from "../../process/Case.ts"
import { ComplaintProcess } from "../complaints/ComplaintProcess.ts"

const State = Schema.Struct({ account: Schema.String, fan: Schema.String })
const none: typeof State.Type = { account: "", fan: "" }
const Begun = Schema.Struct({
  facts: Schema.Struct({
    account: AccountId,
    interaction: Schema.Struct({ from: Schema.Struct({ id: FanId }) })
  })
})
const final: ReadonlyArray<string> = ComplaintProcess.final

/** The fan whose complaint it is, by case. */
const fans = Projection.make({
  name: "fans whose complaint is open",
  version: 2,
  state: State,
  initial: none,
  subject: (entry) => (entry.process === ComplaintProcess.name ? keyOf(entry) : undefined),
  apply: (state, { event, state: name, version }) => {
    if (final.includes(name)) return none
    if (version !== 1) return state
    const { account, interaction } = Schema.decodeUnknownSync(Begun)(event).facts
    return { account, fan: interaction.from.id }
  }
})

/** Follows the log. Keep it: it remembers what it has read. */
export const follow = () => {
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
