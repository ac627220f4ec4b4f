/**
 * Complaints of fans: from the words in which one comes, past the departments that see to it, to an end that the fan has nothing against.
 *
 * @module
 */
export * as Complaint from "./Complaint.ts"
export * as ComplaintOutOfReach from "./ComplaintOutOfReach.ts"
export { ComplaintProcess } from "./ComplaintProcess.ts"
export * as Referral from "./Referral.ts"
export * as ReferralDesk from "./ReferralDesk.ts"
export { ReferralProcess } from "./ReferralProcess.ts"

// What these are made of.

export * as Openings from "./Openings.ts"
export * as Satisfaction from "./Satisfaction.ts"
export * as Solutions from "./Solutions.ts"
