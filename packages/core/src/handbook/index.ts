/**
 * The operating handbook: everything a stand-in needs as one value with a version, its editions, what changes between them, and the
 * hand-over.
 *
 * @module
 */
export * as Changes from "./Changes.ts"
export * as Coverage from "./Coverage.ts"
export * as Edition from "./Edition.ts"
export * as Entitlement from "./Entitlement.ts"
export * as Handbook from "./Handbook.ts"
export * as HandOver from "./HandOver.ts"
export * as KeptEdition from "./KeptEdition.ts"
export * as KeptEditions from "./KeptEditions.ts"
export * as Names from "./Names.ts"
export * as Suppression from "./Suppression.ts"
