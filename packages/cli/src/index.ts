/**
 * The command line of dualops.
 *
 * @module
 */
export * as Check from "./Check.ts"
