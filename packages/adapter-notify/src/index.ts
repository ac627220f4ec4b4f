/**
 * What the robots of groups have in common, for a messenger by another one; each platform has an address of its own.
 *
 * @module
 */
export * as Robot from "./webhook/Robot.ts"
export * as Secret from "./webhook/Secret.ts"

// What these are made of.

export * as Rate from "./webhook/Rate.ts"
export * as Verdict from "./webhook/Verdict.ts"
export * as Webhook from "./webhook/Webhook.ts"
