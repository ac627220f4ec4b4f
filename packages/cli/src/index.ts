/**
 * The command line of dualops.
 *
 * @module
 */
export * as Dualops from "./Dualops.ts"
export * as Words from "./Words.ts"
