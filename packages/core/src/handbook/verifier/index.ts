/**
 * What will go wrong with a handbook: the rules that find it, and rules of one's own.
 *
 * @module
 */

export * as Verifier from "../../practices/Verifier.ts"
export * as AccountRules from "./AccountRules.ts"
export * as Parts from "./Parts.ts"
export * as Rule from "./Rule.ts"
export * as Rules from "./Rules.ts"
export * as View from "./View.ts"
