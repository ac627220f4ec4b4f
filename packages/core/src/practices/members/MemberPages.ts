/**
 * Invitations of members, as the printed handbook tells of them.
 *
 * @module
 */
import { same } from "../../finding/Bilingual.ts"
import { holders } from "../../handbook/Entitlement.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import type { HandbookWords } from "../../page/HandbookWords.ts"
import type { Section } from "../../page/Page.ts"
import { fact, factsOf } from "../../page/Sections.ts"
import { InvitationCampaignProcess } from "./InvitationCampaignProcess.ts"
import { MembersSection, usualMost } from "./MembersSection.ts"

/** Who writes and approves invitations, who gets them, how often, and when. */
export const section = (handbook: Handbook, words: HandbookWords): Section => {
  const { approvers, cap, most = usualMost, quiet, segments, within } = MembersSection.of(handbook)
  const { Draft, Stop } = InvitationCampaignProcess.steps
  const span = Names.alwaysName(within)
  return {
    id: "members",
    title: MembersSection.title,
    blocks: factsOf([
      [{ zh: "起草", en: "Written by" }, words.people(holders(handbook, Draft.by))],
      [{ zh: "审批", en: "Approved by" }, words.people(approvers)],
      [{ zh: "可停止", en: "Stopped by" }, words.people(holders(handbook, Stop.by))],
      [{ zh: "会员分组", en: "Groups of members" }, Names.listed(segments.map(same))],
      [
        { zh: "每位会员至多", en: "One member has at most" },
        { zh: `${cap} 次 / ${span.zh}，各次活动合计`, en: `${cap} in ${span.en}, of all campaigns together` }
      ],
      ...fact({ zh: "免打扰", en: "Quiet hours" }, quiet, ({ from, to }) => same(`${from}–${to}`)),
      [{ zh: "每次活动最长", en: "A campaign lasts at most" }, Names.alwaysName(most)],
      [
        { zh: "退订", en: "Opting out" },
        {
          zh: "每封邀请都有退订链接，私信「退订」同样有效；自登记起不再邀请任何一次。",
          en: "Every invitation has a link for it, and a private message 退订 does it as well; from then on no invitation is begun."
        }
      ]
    ])
  }
}
