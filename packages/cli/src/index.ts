/**
 * The command line of dualops.
 *
 * @module
 */
export * as Check from "./Check.ts"
export * as CommandLine from "./CommandLine.ts"
export * as Rosters from "./Rosters.ts"
