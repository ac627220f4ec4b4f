/**
 * What will go wrong with a handbook: the rules that find it, and rules of one's own.
 *
 * @module
 */

export * as AccountRules from "../handbook/rules/AccountRules.ts"
export * as Parts from "../handbook/rules/Parts.ts"
export * as Rule from "../handbook/rules/Rule.ts"
export * as Rules from "../handbook/rules/Rules.ts"
export * as View from "../handbook/rules/View.ts"
export * as Verifier from "./Verifier.ts"
