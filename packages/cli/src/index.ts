/**
 * The command line of dualops.
 *
 * @module
 */
export type * as Command from "./Command.ts"
export * as Dualops from "./Dualops.ts"
