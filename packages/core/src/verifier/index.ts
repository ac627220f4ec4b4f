/**
 * What will go wrong with a handbook: the rules that find it, and rules of one's own.
 *
 * @module
 */

export * as Parts from "../practice/Parts.ts"
export * as Rule from "../practice/Rule.ts"
export * as View from "../practice/View.ts"
export * as Verifier from "./Verifier.ts"
