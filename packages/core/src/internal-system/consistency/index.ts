/**
 * Whether the account sounds and shows itself as it wants to: posts beside the style card, by who wrote them, and beside the content mix
 *
 * @module
 */
export * as MixKept from "./MixKept.ts"
export * as Published from "./Published.ts"
export * as StyleKept from "./StyleKept.ts"
