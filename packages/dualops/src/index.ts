/**
 * dualops for programs that know promises and async iterables: `open` a house, and ask it. What is behind it is the kernel of `@dualops/core`, with the
 * same types and the same errors.
 *
 * @module
 */
export { HandbookFaulty } from "./HandbookGiven.ts"
export type { House } from "./House.ts"
export { Closed } from "./Lifetime.ts"
export { open } from "./Open.ts"
export { carrier } from "./PlainCarrier.ts"

// What these are made of.

export { Actor } from "@dualops/core"
export { Writing } from "@dualops/core/operations"
export { Practice, Practices } from "@dualops/core/practices"
export type { Answer, NotTaken, Taken } from "./Answer.ts"
export type { Follower, Following, Happened } from "./Follower.ts"
export type { Given, Person } from "./Given.ts"
export type { HandbookGiven } from "./HandbookGiven.ts"
export type { Order, Submitted } from "./House.ts"
export type { Line, Log } from "./Log.ts"
export type { Options, Services } from "./Open.ts"
export type { Asked } from "./PlainCarrier.ts"
export type { StoreGiven } from "./StoreGiven.ts"
export type { Working } from "./Working.ts"
