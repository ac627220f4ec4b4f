/**
 * A private message as an action of a case: how it is carried to `PrivateMessages`, and not at all once its window is over.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import * as Carrier from "../../operations/Carrier.ts"
import * as Writing from "../../operations/Writing.ts"
import { PrivateMessages } from "../interaction/PrivateMessages.ts"
import { sending } from "./PrivateDelivery.ts"

/** Sends a private answer; never twice. */
export const message = sending.actions.message
/** Says that a private answer cannot be looked for. */
export const look = sending.actions.lookForMessage

const carryMessage = Carrier.make(
  message,
  Effect.fnUntraced(function* ({ account, fan, text, until }) {
    const now = yield* DateTime.now
    if (DateTime.isGreaterThan(now, until)) {
      const detail = `its time was over at ${DateTime.formatIso(until)}, before it could be carried`
      return yield* new Writing.Refused({ code: "window-over", detail })
    }
    yield* PrivateMessages.use((port) => port.send({ account, fan, message: { _tag: "Text", text } }))
    return { repliedAt: yield* DateTime.now }
  })
)

const carryLook = Carrier.make(look, () =>
  Effect.fail(
    new Writing.Refused({
      code: "not-shown",
      detail: "the platform shows no program what was sent in private; a person sees it on the account's own page"
    })
  )
)

/** The carriers of everything that is said in private. */
export const carriers: ReadonlyArray<Carrier.AnyCarrier<PrivateMessages>> = [carryMessage, carryLook]
