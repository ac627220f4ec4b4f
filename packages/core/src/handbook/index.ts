/**
 * The operating handbook: everything a stand-in needs as one value with a version, what changes between two of them, and the hand-over.
 *
 * @module
 */
export * as Changes from "./Changes.ts"
export * as Coverage from "./Coverage.ts"
export * as EditorSchema from "./EditorSchema.ts"
export * as Entitlement from "./Entitlement.ts"
export * as Handbook from "./Handbook.ts"
export * as HandbookSection from "./HandbookSection.ts"
export * as HandOver from "./HandOver.ts"
export * as Names from "./Names.ts"
export * as Settings from "./Settings.ts"
export * as Suppression from "./Suppression.ts"

// What these are made of.

export * as ChangeLine from "./ChangeLine.ts"
export * as HandOverLines from "./HandOverLines.ts"
