/**
 * What the account stands for, and the style by which everyone writes for it.
 *
 * @module
 */
export * as Positioning from "./Positioning.ts"
export * as StyleCard from "./StyleCard.ts"
