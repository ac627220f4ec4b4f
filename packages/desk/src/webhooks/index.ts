/**
 * Webhooks: other programs are told of what has happened in a house, signed as Standard Webhooks has it.
 *
 * @module
 */
export type { Subscription } from "./Subscription.ts"
export { wrong } from "./Subscription.ts"
export * as Webhooks from "./Webhooks.ts"
