/**
 * What becomes of what fans write: what each text is, why, how sure that is, and what people corrected.
 *
 * @module
 */
export * as BuiltIn from "./BuiltIn.ts"
export * as Classifier from "./Classifier.ts"
export * as Corrections from "./Corrections.ts"
export * as Judgement from "./Judgement.ts"
export * as Label from "./Label.ts"

// What these are made of.

export * as Features from "./Features.ts"
export * as LinearModel from "./LinearModel.ts"
export * as Reasons from "./Reasons.ts"
export * as Vocabulary from "./Vocabulary.ts"
