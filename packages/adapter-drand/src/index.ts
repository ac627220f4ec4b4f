/**
 * Public randomness of drand, over HTTP.
 *
 * @module
 */
export * as DrandAnswer from "./DrandAnswer.ts"
export * as DrandRandomness from "./DrandRandomness.ts"
