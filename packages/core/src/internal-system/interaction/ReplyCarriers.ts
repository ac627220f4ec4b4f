/**
 * A reply as an action of a case: what it is asked, and how it is carried to `Replies`.
 *
 * @module
 */
import { Effect } from "effect"
import * as Carrier from "../../operations/Carrier.ts"
import * as SendOnce from "../content/SendOnce.ts"
import { hide, sending } from "./AnswerDelivery.ts"
import { Replies } from "./Replies.ts"
import type { Reply, Request } from "./Reply.ts"
import * as ReplySighting from "./ReplySighting.ts"

/** Sends an answer; never twice. */
export const reply = sending.actions.reply
/** Looks whether an answer is out. */
export const look = sending.actions.look

const replies: SendOnce.Looked<Request, Reply, Replies> = {
  what: "replies",
  latest: ({ account }) => Effect.flatMap(Replies, (port) => port.latest(account)),
  all: ReplySighting.all
}

/** What was sent earlier and may have come out since is looked for first. */
const carryReply = Carrier.make(reply, ({ earlier, ...request }) => {
  const sending = Effect.flatMap(Replies, (port) => port.reply(request))
  return Effect.map(SendOnce.send(replies, request, earlier, sending), toDone)
})

const carryLook = Carrier.make(look, ({ since, ...request }) =>
  Effect.map(SendOnce.look(replies, request, since), toDone)
)

const toDone = ({ at, reply }: Reply) => ({ reply, repliedAt: at })

const carryHide = Carrier.make(hide, ({ account, comment }) =>
  Effect.flatMap(Replies, (replies) => replies.hide(account, comment)).pipe(Effect.as({}))
)

/** The carriers of everything that is said or hidden under posts. */
export const carriers: ReadonlyArray<Carrier.AnyCarrier<Replies>> = [carryReply, carryLook, carryHide]
