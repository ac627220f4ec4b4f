/**
 * A language model as a classifier, beside the built-in one.
 *
 * @module
 */
export * as LlmAnswer from "./LlmAnswer.ts"
export * as LlmClassifier from "./LlmClassifier.ts"
