/**
 * What fans write and what they are answered: hearing of it without loss, the promise of an answer, and the answer, once.
 *
 * @module
 */
export * as Answer from "./Answer.ts"
export { AnswerProcess } from "./AnswerProcess.ts"
export * as Cursors from "./Cursors.ts"
export * as FanMessage from "./FanMessage.ts"
export * as Inbox from "./Inbox.ts"
export * as Intake from "./Intake.ts"
export * as Interaction from "./Interaction.ts"
export * as Interactions from "./Interactions.ts"
export * as Polling from "./Polling.ts"
export * as Replies from "./Replies.ts"
export * as ReplyCarriers from "./ReplyCarriers.ts"
export * as ServicePromise from "./ServicePromise.ts"

// What these are made of.

export * as AnswerWindow from "./AnswerWindow.ts"
export * as Incoming from "./Incoming.ts"
export { Ladder } from "./Ladder.ts"
export * as PrivateMessages from "./PrivateMessages.ts"
export { Reception } from "./Reception.ts"
export * as Reply from "./Reply.ts"
export * as ReplySighting from "./ReplySighting.ts"
export * as Unread from "./Unread.ts"
