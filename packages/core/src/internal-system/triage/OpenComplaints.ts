/**
 * Which fans have a complaint open: what they write belongs to it. A projection of the log, as small as what is open.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { FanId } from "../../account/FanId.ts"
import * as Projection from "../../operations/Projection.ts"
import { type CaseId, keyOf } from "../../process/Case.ts"
import { ComplaintProcess } from "../complaints/ComplaintProcess.ts"

const State = Schema.Struct({ account: Schema.String, fan: Schema.String, case: Schema.String })
const none: typeof State.Type = { account: "", fan: "", case: "" }
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
  version: 1,
  state: State,
  initial: none,
  subject: (entry) => (entry.process === ComplaintProcess.name ? keyOf(entry) : undefined),
  apply: (state, { case: id, event, state: name, version }) => {
    if (final.includes(name)) return none
    if (version !== 1) return state
    const { account, interaction } = Schema.decodeUnknownSync(Begun)(event).facts
    return { account, fan: interaction.from.id, case: id }
  }
})

/** Follows the log. Keep it: it remembers what it has read. */
export const follow = () => {
  const byFan = new Map<string, CaseId>()
  const byCase = new Map<string, string>()
  const { upToDate } = Projection.follow(fans, (key, state) => {
    if (state.fan === "") {
      byFan.delete(byCase.get(key) ?? "")
      byCase.delete(key)
      return
    }
    const name = nameOf(state.account, state.fan)
    byCase.set(key, name)
    // What the projection has taken from an event of the case is its name.
    byFan.set(name, state.case as CaseId)
  })
  return { upToDate, of: (account: AccountId, fan: FanId) => byFan.get(nameOf(account, fan)) }
}

const nameOf = (account: string, fan: string) => JSON.stringify([account, fan])
