/**
 * Answers that were prepared, whose they are and until when, and how often each was said.
 *
 * @module
 */
export * as LibraryUse from "./LibraryUse.ts"
export * as PreparedAnswer from "./PreparedAnswer.ts"
