/**
 * Takes in what fans do in private: what they write goes through triage as a comment does, and what opens or closes the window is told to the answers that
 * wait for it. It is what a handler of pushes calls.
 *
 * @module
 */
import { Effect, Option } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import { type FanId, kind as fanKind } from "../../account/FanId.ts"
import * as Tag from "../../account/Tag.ts"
import type { Editions } from "../../operations/Editions.ts"
import { EventLog, everyOne } from "../../operations/EventLog.ts"
import * as Operations from "../../operations/Operations.ts"
import { isUnavailable, type StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import { world } from "../../process/Actor.ts"
import { CaseId } from "../../process/Case.ts"
import * as AnswerWindow from "../interaction/AnswerWindow.ts"
import type { FanMessage } from "../interaction/FanMessage.ts"
import type { PrivateMessage } from "../interaction/Incoming.ts"
import * as Intake from "../interaction/Intake.ts"
import { InteractionId } from "../interaction/Interaction.ts"
import { Reception } from "../interaction/Reception.ts"
import { PrivateAnswerProcess } from "./PrivateAnswerProcess.ts"

/** Takes in what a fan has done, under the key by which it is known again: what comes again has its case, and changes nothing. */
export const take = Effect.fn("PrivateInbox.take")(function* (
  message: FanMessage,
  key: string
): Effect.fn.Return<void, StoreUnavailable, EventLog | Editions> {
  const { account, at, fan, text } = message
  switch (message._tag) {
    case "Text":
    case "Position":
    case "Voice":
    case "Image": {
      const id = InteractionId.make(key)
      yield* receive(account, {
        kind: "private message",
        id,
        from: { id: fan },
        text: text || titles[message._tag],
        at
      })
      return
    }
    case "Event": {
      const window = AnswerWindow.receive(AnswerWindow.closed, message)
      if (window.leftAt !== undefined) return yield* tell(account, fan, key, { step: "FanLeaves", input: { left: at } })
      if (window.freeUntil === undefined) return
      return yield* tell(account, fan, key, { step: "FanOpens", input: { opened: at } })
    }
    // Mentions are heard where they stand, and answered there.
    case "Mention":
      return
    case "Other":
      return yield* Intake.strand(
        account,
        CaseId.make(`${account}/${key}`),
        `a private message of ${fan} of a kind that nobody here knows`,
        message.type,
        PrivateAnswerProcess.name
      )
  }
})

/** What a message is called that has no words of its own. */
const titles = { Text: "", Position: "[位置]", Voice: "[语音]", Image: "[图片]" } as const

/** A program that triages nothing gives everything an answer's case. */
const receive = Effect.fnUntraced(function* (account: AccountId, message: PrivateMessage) {
  const reception = yield* Effect.serviceOption(Reception)
  yield* Option.isSome(reception)
    ? reception.value.receive(account, [message])
    : Intake.begin(PrivateAnswerProcess, account, message)
})

type Deed =
  | { readonly step: "FanOpens"; readonly input: (typeof PrivateAnswerProcess)["steps"]["FanOpens"]["input"]["Type"] }
  | { readonly step: "FanLeaves"; readonly input: (typeof PrivateAnswerProcess)["steps"]["FanLeaves"]["input"]["Type"] }

/** Whatever waits for this fan's window hears of it; what is over or on its way does not need to. */
const tell = Effect.fnUntraced(function* (account: AccountId, fan: FanId, key: string, deed: Deed) {
  const log = yield* EventLog
  const all = yield* log.tagged(Tag.of(fanKind, fan), everyOne)
  for (const one of all) {
    if (one.process !== PrivateAnswerProcess.name) continue
    const waiting = yield* Operations.load(PrivateAnswerProcess, one.case)
    if (waiting?.state.account !== account) continue
    yield* Operations.send<typeof PrivateAnswerProcess, Deed["step"]>(PrivateAnswerProcess, {
      key,
      case: one.case,
      by: world,
      ...deed
    }).pipe(
      Effect.asVoid,
      Effect.catch((refusal) => (isUnavailable(refusal) ? Effect.fail(refusal) : Effect.void))
    )
  }
})
