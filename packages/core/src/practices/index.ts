/**
 * The capabilities of an account, each as one value: the list of those of the house, and the editions of a handbook that run by a list.
 *
 * @module
 */

export * as Practice from "../practice/Practice.ts"
export { ClaimProcess } from "./claims/ClaimProcess.ts"
export * as Edition from "./Edition.ts"
export { EmbargoProcess } from "./embargo/EmbargoProcess.ts"
export * as KeptEdition from "./KeptEdition.ts"
export * as KeptEditions from "./KeptEditions.ts"
export * as InvitationCampaignCarriers from "./members/InvitationCampaignCarriers.ts"
export { InvitationCampaignProcess } from "./members/InvitationCampaignProcess.ts"
export * as Practices from "./Practices.ts"
export { DataRequestProcess } from "./personal-data/DataRequestProcess.ts"
export * as PersonalDataCarriers from "./personal-data/PersonalDataCarriers.ts"

// What these are made of.

export * as Claim from "./claims/Claim.ts"
export { ContentPlanSection } from "./content-plan/ContentPlanSection.ts"
export * as Embargo from "./embargo/Embargo.ts"
export * as Idea from "./ideas/Idea.ts"
export { IdeaProcess } from "./ideas/IdeaProcess.ts"
export * as InvitationCampaign from "./members/InvitationCampaign.ts"
export * as InvitationHours from "./members/InvitationHours.ts"
export * as DataRequest from "./personal-data/DataRequest.ts"
export { PersonalDataSection } from "./personal-data/PersonalDataSection.ts"
export { RetentionProcess } from "./personal-data/RetentionProcess.ts"
export * as Stretch from "./rounds/Stretch.ts"
export { policyOf as triageOf } from "./triage/Triaging.ts"
