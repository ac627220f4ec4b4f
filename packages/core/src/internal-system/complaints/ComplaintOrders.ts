/**
 * What a complaint has other processes do: what is said to the fan, in public and in private, and what a department is asked. Each has a name of its own,
 * which stands for what it is in the type of the complaint.
 *
 * @module
 */
import { type CaseOrder, order } from "../../process/CaseOrder.ts"
import { AnswerProcess } from "../interaction/AnswerProcess.ts"
import { PrivateAnswerProcess } from "../private-messages/PrivateAnswerProcess.ts"
import { ReferralProcess } from "./ReferralProcess.ts"

/** Something is said in public. */
export interface Write extends CaseOrder<typeof AnswerProcess, "Write"> {}
/** Something is said in public. */
export const write: Write = order(AnswerProcess, "Write")

/** Something is said in private. */
export interface WriteInPrivate extends CaseOrder<typeof PrivateAnswerProcess, "Write"> {}
/** Something is said in private. */
export const writeInPrivate: WriteInPrivate = order(PrivateAnswerProcess, "Write")

/** What was written in public is answered as anything else. */
export interface Answer extends CaseOrder<typeof AnswerProcess, "Receive"> {}
/** What was written in public is answered as anything else. */
export const answer: Answer = order(AnswerProcess, "Receive")

/** What was written in private is answered as anything else. */
export interface AnswerInPrivate extends CaseOrder<typeof PrivateAnswerProcess, "Receive"> {}
/** What was written in private is answered as anything else. */
export const answerInPrivate: AnswerInPrivate = order(PrivateAnswerProcess, "Receive")

/** A department is asked. */
export interface Refer extends CaseOrder<typeof ReferralProcess, "Ask"> {}
/** A department is asked. */
export const refer: Refer = order(ReferralProcess, "Ask")
