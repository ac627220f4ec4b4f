/**
 * What goes out for an account by its own decision, and what it answers, each as the steps by which it does: an embargo and a crisis hold by one list.
 *
 * A post that is under way, a draw that is announced and a page of letters that is with its carrier have happened; the carrier asks before the next page.
 *
 * @module
 */
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import { AnswerProcess } from "../../internal-system/interaction/AnswerProcess.ts"
import { PrivateAnswerProcess } from "../../internal-system/private-messages/PrivateAnswerProcess.ts"
import * as Standing from "../../process/Standing.ts"
import { PaidPromotionProcess } from "../advertising/PaidPromotionProcess.ts"
import { CampaignProcess } from "../campaigns/CampaignProcess.ts"
import { InvitationCampaignProcess } from "../members/InvitationCampaignProcess.ts"
import { PrizeDrawProcess } from "../prizes/PrizeDrawProcess.ts"
import { WinBackProcess } from "../win-back/WinBackProcess.ts"

// #region unasked
/** What an account says unasked: posts, paid promotions, campaigns, invitations, win-backs, draws. */
export const unasked: ReadonlyArray<Standing.Steps> = [
  Standing.steps(PostProcess, "Publish", "PublishNow"),
  Standing.steps(PaidPromotionProcess, "Begin", "Ask"),
  Standing.steps(CampaignProcess, "WarmUp", "GoLive"),
  Standing.steps(InvitationCampaignProcess, "Begin", "Resume"),
  Standing.steps(WinBackProcess, "Approve", "Resume"),
  Standing.steps(PrizeDrawProcess, "Announce")
]
// #endregion

/** What an account says to those who have asked, in public and in private. */
export const answers: ReadonlyArray<Standing.Steps> = [
  Standing.steps(AnswerProcess, "Say", "Write"),
  Standing.steps(PrivateAnswerProcess, "Say", "Write")
]

/** All of it suspended on the same terms. */
export const suspended = <State>(
  all: ReadonlyArray<Standing.Steps>,
  terms: Omit<Standing.Suspends<State>, "suspends">
): ReadonlyArray<Standing.Suspends<State>> => all.map((suspends) => ({ suspends, ...terms }))
