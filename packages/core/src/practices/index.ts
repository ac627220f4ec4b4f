/**
 * The capabilities of an account, each as one value: the list of those of the house, and the editions of a handbook that run by a list.
 *
 * @module
 */

export * as Practice from "../practice/Practice.ts"
export { CampaignProcess } from "./campaigns/CampaignProcess.ts"
export { ClaimProcess } from "./claims/ClaimProcess.ts"
export { CodeSeriesProcess } from "./codes/CodeSeriesProcess.ts"
export * as Edition from "./Edition.ts"
export { EmbargoProcess } from "./embargo/EmbargoProcess.ts"
export * as KeptEdition from "./KeptEdition.ts"
export * as KeptEditions from "./KeptEditions.ts"
export { InvitationCampaignProcess } from "./members/InvitationCampaignProcess.ts"
export * as Practices from "./Practices.ts"
export { DataRequestProcess } from "./personal-data/DataRequestProcess.ts"
export { PrizeDrawProcess } from "./prizes/PrizeDrawProcess.ts"

// What these are made of.

export * as Brief from "./campaigns/Brief.ts"
export * as Campaign from "./campaigns/Campaign.ts"
export * as CampaignBudget from "./campaigns/CampaignBudget.ts"
export { CampaignBudgetProcess } from "./campaigns/CampaignBudgetProcess.ts"
export * as Claim from "./claims/Claim.ts"
export * as CodeSeries from "./codes/CodeSeries.ts"
export * as CodeSeriesCarriers from "./codes/CodeSeriesCarriers.ts"
export { CodesSection } from "./codes/CodesSection.ts"
export * as Embargo from "./embargo/Embargo.ts"
export * as InvitationCampaign from "./members/InvitationCampaign.ts"
export * as InvitationCampaignCarriers from "./members/InvitationCampaignCarriers.ts"
export * as InvitationHours from "./members/InvitationHours.ts"
export * as DataRequest from "./personal-data/DataRequest.ts"
export * as PersonalDataCarriers from "./personal-data/PersonalDataCarriers.ts"
export { PersonalDataSection } from "./personal-data/PersonalDataSection.ts"
export { RetentionProcess } from "./personal-data/RetentionProcess.ts"
export * as PrizeDelivery from "./prizes/PrizeDelivery.ts"
export { PrizeDeliveryProcess } from "./prizes/PrizeDeliveryProcess.ts"
export * as PrizeDraw from "./prizes/PrizeDraw.ts"
export * as PrizeDrawCarriers from "./prizes/PrizeDrawCarriers.ts"
export * as PrizeDrawLedger from "./prizes/PrizeDrawLedger.ts"
export { PrizesSection } from "./prizes/PrizesSection.ts"
export * as Stretch from "./rounds/Stretch.ts"
export * as SetAside from "./set-aside/SetAside.ts"
export { SetAsideProcess } from "./set-aside/SetAsideProcess.ts"
export { policyOf as triageOf } from "./triage/Triaging.ts"
