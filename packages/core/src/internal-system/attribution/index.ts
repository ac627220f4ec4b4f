/**
 * Conversions divided among the codes, links and posts that people came past: by position, by removal and by Shapley; a division, and no cause
 *
 * @module
 */
export * as Attribution from "./Attribution.ts"
export * as Journey from "./Journey.ts"
export * as Markov from "./Markov.ts"
export * as Positional from "./Positional.ts"
export * as Shapley from "./Shapley.ts"
