/**
 * What stops when somebody is away, and how little it takes to go on.
 *
 * @module
 */
export * as Continuity from "./Continuity.ts"
export * as Cover from "./Cover.ts"
export * as Repair from "./Repair.ts"
