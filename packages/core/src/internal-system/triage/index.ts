/**
 * What becomes of what fans write: what each text is, why, how sure that is, which of them get a case, and what people corrected.
 *
 * @module
 */
export * as BuiltIn from "./BuiltIn.ts"
export * as Classifier from "./Classifier.ts"
export { CorrectionProcess } from "./CorrectionProcess.ts"
export * as Corrections from "./Corrections.ts"
export * as FanView from "./FanView.ts"
export * as Heard from "./Heard.ts"
export * as Judgement from "./Judgement.ts"
export * as Label from "./Label.ts"
export * as Policy from "./Policy.ts"
export * as Triage from "./Triage.ts"

// What these are made of.

export * as Correction from "./Correction.ts"
export * as CorrectionCarriers from "./CorrectionCarriers.ts"
export * as Features from "./Features.ts"
export * as LinearModel from "./LinearModel.ts"
export * as Reasons from "./Reasons.ts"
export * as Vocabulary from "./Vocabulary.ts"
