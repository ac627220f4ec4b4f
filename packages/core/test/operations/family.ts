/**
 * A giveaway and its gifts, in a house in which everybody may do everything unless it is told otherwise.
 *
 * @module
 */
import { UnclaimedOutcomeProcess } from "@dualops/core/attention"
import { Caseload, type Editions, Operations, type Store, Worker } from "@dualops/core/operations"
import { Case, type Process } from "@dualops/core/process"
import { Effect } from "effect"
import { Gift, Giveaway } from "../process/Giveaway.ts"
import * as openHouse from "./openHouse.ts"

const { ann, edition } = openHouse

export { ann, ben, edition } from "./openHouse.ts"
export const may = Case.CaseId.make("may")
export const gift = (index: number) => Case.CaseId.make(`Giveaway/may/1/gift/${index}`)
export const work = { processes: [Giveaway, Gift], carriers: [] }

export const inHouse = <A, E>(body: Effect.Effect<A, E, Store | Editions.Editions>, entitled?: Process.Entitled) =>
  openHouse.inHouse(body, edition({}, entitled))

export const draw = (...winners: readonly [string, ...ReadonlyArray<string>]) =>
  Operations.send(Giveaway, { key: "draw", case: may, step: "Draw", by: ann, input: { winners } })
export const callOff = Operations.send(Giveaway, { key: "off", case: may, step: "CallOff", by: ann, input: {} })
export const sendGift = (index: number) =>
  Operations.send(Gift, { key: "send", case: gift(index), step: "Send", by: ann, input: { parcel: `no. ${index}` } })
/** So many rounds that all that follows from what was carried is carried as well. */
export const carried = Effect.forEach([1, 2, 3, 4], () => Worker.round(work), { discard: true })
export const stateOf = Effect.map(Operations.load(Giveaway, may), (giveaway) => giveaway?.state)
export const giftState = (index: number) => Effect.map(Operations.load(Gift, gift(index)), (one) => one?.state._tag)
export const unclaimed = Effect.map(Caseload.everyCase([]), (all) =>
  all.filter(({ process }) => process === UnclaimedOutcomeProcess).map(({ case: { state } }) => state)
)
