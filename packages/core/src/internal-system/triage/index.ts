/**
 * What becomes of what fans write: what each text is, why, how sure that is, which of them get a case, and what people corrected.
 *
 * @module
 */
export * as Classifier from "./Classifier.ts"
export * as Heard from "./Heard.ts"
export * as Judgement from "./Judgement.ts"
export * as Label from "./Label.ts"
export * as Policy from "./Policy.ts"
export * as Triage from "./Triage.ts"
