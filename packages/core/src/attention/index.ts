/**
 * What people must hear of, as processes: a case that cannot be run, a deadline that comes near, an outcome that no case takes in.
 *
 * @module
 */
export * as Chain from "./Chain.ts"
export * as Notice from "./Notice.ts"
export { NoticeProcess } from "./NoticeProcess.ts"
export * as UnclaimedOutcome from "./UnclaimedOutcome.ts"
export { UnclaimedOutcomeProcess } from "./UnclaimedOutcomeProcess.ts"
export * as Warning from "./Warning.ts"
export { WarningProcess } from "./WarningProcess.ts"
