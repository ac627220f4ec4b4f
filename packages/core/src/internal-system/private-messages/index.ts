/**
 * Private messages of fans and what they are answered: while the window is open that the fan has opened, and never in vain.
 *
 * @module
 */
export * as PrivateAnswer from "./PrivateAnswer.ts"
export { PrivateAnswerProcess } from "./PrivateAnswerProcess.ts"
export * as PrivateInbox from "./PrivateInbox.ts"
export * as PrivateMessageCarriers from "./PrivateMessageCarriers.ts"
