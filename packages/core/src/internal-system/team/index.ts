/**
 * The people behind the account: who may do what, who is there when, who stands in, and what is handed over.
 *
 * @module
 */
export * as Credential from "./Credential.ts"
export * as Delegation from "./Delegation.ts"
export * as Duty from "./Duty.ts"
export { HandOverReceiptProcess } from "./HandOverReceiptProcess.ts"
export * as Knowledge from "./Knowledge.ts"
export * as Person from "./Person.ts"
export { RenewalProcess } from "./RenewalProcess.ts"
export * as Roster from "./Roster.ts"
export { RoundProcess } from "./RoundProcess.ts"
export * as Shift from "./Shift.ts"
export { TakeoverProcess } from "./TakeoverProcess.ts"
export * as Team from "./Team.ts"

// What these are made of.

export * as HandOverReceipt from "./HandOverReceipt.ts"
export * as Renewal from "./Renewal.ts"
export * as Renewals from "./Renewals.ts"
export * as Round from "./Round.ts"
export * as Takeover from "./Takeover.ts"
export * as TakeoverRights from "./TakeoverRights.ts"
