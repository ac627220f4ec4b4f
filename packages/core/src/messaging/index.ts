/**
 * Messages to people that arrive: who is told by which way, not in their quiet hours, and what comes together in one message.
 *
 * @module
 */
export * as MessageCarrier from "./MessageCarrier.ts"
export * as MessageText from "./MessageText.ts"
export * as Messenger from "./Messenger.ts"
export * as QuietHours from "./QuietHours.ts"

// What these are made of.

export * as Gathering from "./Gathering.ts"
