/**
 * What the account costs and earns.
 *
 * @module
 */
export * as Money from "./Money.ts"
