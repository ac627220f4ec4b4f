/**
 * What becomes of what fans write: what each text is, why, how sure that is, and what people corrected.
 *
 * @module
 */
export * as Classifier from "./Classifier.ts"
export * as Judgement from "./Judgement.ts"
export * as Label from "./Label.ts"
