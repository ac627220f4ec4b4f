/**
 * Personal data of people outside: kept under a key for each case, handed out to whom they are of, and erased by destroying the key
 *
 * @module
 */
export * as PersonalData from "./PersonalData.ts"
export { PersonalKeys } from "./PersonalKeys.ts"
export * as SealedLog from "./SealedLog.ts"

// What these are made of.

export { Copy, Erased } from "./Given.ts"
export type { Key as PersonalKey } from "./PersonalKeys.ts"
export { erased } from "./Seal.ts"
