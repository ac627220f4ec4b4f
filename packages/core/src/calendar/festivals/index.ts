/**
 * The festivals of a year with their dates, those of the moon and of the solar terms included.
 *
 * @module
 */
export * as Festivals from "./Festivals.ts"
