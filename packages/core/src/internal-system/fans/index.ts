/**
 * The fans of an account, and what a platform tells about both.
 *
 * @module
 */
export * as AccountFacts from "./AccountFacts.ts"
export * as AccountReading from "./AccountReading.ts"
export * as Fan from "./Fan.ts"
