/**
 * A reply as an action of a case: what it is asked, and how it is carried to `Replies`.
 *
 * @module
 */
import { Effect } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import * as Carrier from "../../operations/Carrier.ts"
import * as Writing from "../../operations/Writing.ts"
import * as Action from "../../process/Action.ts"
import { AccountId } from "../content/Publisher.ts"
import { sending } from "./AnswerDelivery.ts"
import { InteractionId } from "./Interaction.ts"
import { Replies, type Reply, type Request } from "./Replies.ts"
import * as ReplySighting from "./ReplySighting.ts"

/** Sends an answer; never twice. */
export const reply = sending.actions.reply
/** Looks whether an answer is out. */
export const look = sending.actions.look

/** Take this comment away. */
export const hide = Action.kind({
  name: "HideComment",
  request: { account: AccountId, comment: InteractionId },
  done: {},
  repeatable: true
})

/** What was sent earlier and may have come out since is looked for first. */
const carryReply = Carrier.make(reply, ({ earlier, ...request }) =>
  Effect.gen(function* () {
    const replies = yield* Replies
    const [found, ...others] = earlier === undefined ? [] : yield* sightings(request, earlier)
    if (others.length > 0) return yield* new Writing.Unknown({ code: "many-alike", detail: manyAlike })
    return toDone(found ?? (yield* replies.reply(request)))
  })
)

/** That it is not seen is no proof that it never will be. */
const carryLook = Carrier.make(look, ({ since, ...request }) =>
  Effect.gen(function* () {
    const [found, ...others] = yield* sightings(request, since)
    if (found === undefined) return yield* new Writing.Refused({ code: "not-seen", detail: notSeen })
    if (others.length > 0) return yield* new Writing.Refused({ code: "many-alike", detail: manyAlike })
    return toDone(found)
  })
)

const sightings = (request: Request, since: Moment) =>
  Effect.flatMap(Replies, (replies) => replies.latest(request.account)).pipe(
    Effect.map((latest) => ReplySighting.all(request, since, latest))
  )

const toDone = ({ at, reply }: Reply) => ({ reply, repliedAt: at })

const notSeen = "not among the latest replies of the account"

const manyAlike = "several of the latest replies of the account say it; a person has to see which it is"

const carryHide = Carrier.make(hide, ({ account, comment }) =>
  Effect.flatMap(Replies, (replies) => replies.hide(account, comment)).pipe(Effect.as({}))
)

/** The carriers of everything that is said or hidden under posts. */
export const carriers: ReadonlyArray<Carrier.AnyCarrier<Replies>> = [carryReply, carryLook, carryHide]
