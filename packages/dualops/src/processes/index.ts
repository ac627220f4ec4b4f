/**
 * The processes of the house, to send steps to, and the kinds of actions that they ask for, to carry.
 *
 * @module
 */
export { NoticeProcess, UnclaimedOutcomeProcess, WarningProcess } from "@dualops/core/attention"
export { PlacementProcess } from "@dualops/core/channels"
export { ComplaintProcess, ReferralProcess } from "@dualops/core/complaints"
export { PostProcess } from "@dualops/core/content"
export { AnswerProcess } from "@dualops/core/interaction"
export {
  AccountOpeningProcess,
  AdvertisingBudgetProcess,
  AlarmProcess,
  CampaignBudgetProcess,
  CampaignProcess,
  ClaimProcess,
  CodeSeriesProcess,
  CrisisProcess,
  DataRequestProcess,
  DueReportProcess,
  EmbargoProcess,
  IdeaProcess,
  InvitationCampaignProcess,
  KnowledgeReviewProcess,
  PaidPromotionProcess,
  PartnershipProcess,
  PrizeDeliveryProcess,
  PrizeDrawProcess,
  ProblemProcess,
  RetentionProcess,
  SetAsideProcess,
  WinBackProcess
} from "@dualops/core/practices"
export { PrivateAnswerProcess } from "@dualops/core/private-messages"
export { EventNoticeProcess, ResourceRequestProcess } from "@dualops/core/resources"
export { HandOverReceiptProcess, RenewalProcess, RoundProcess, TakeoverProcess } from "@dualops/core/team"
export * as actions from "./Actions.ts"
