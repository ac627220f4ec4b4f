/**
 * Members, invited to follow the account: with their consent, within a cap over all campaigns, and never behind their opt-out.
 *
 * @module
 */
import * as Outreach from "../../external-system/members/Outreach.ts"
import * as Settings from "../../handbook/Settings.ts"
import { make, run } from "../../practice/Practice.ts"
import { InvitationCampaignProcess } from "./InvitationCampaignProcess.ts"
import { section } from "./MemberPages.ts"
import { rules } from "./MemberRules.ts"
import { MembersSection, usualMost } from "./MembersSection.ts"

/** Members, invited to follow the account. */
export const membership = make({
  name: "members",
  title: { zh: "会员邀请", en: "invitations of members" },
  sections: [MembersSection],
  hears: [Outreach.kind],
  runs: [
    run(InvitationCampaignProcess, (handbook) => {
      const { attention, rules } = Settings.ofPosts(handbook)
      const { most = usualMost, ...said } = MembersSection.of(handbook)
      return { ...Settings.ofWarnings(handbook), attention, rules, timeZone: handbook.timeZone, most, ...said }
    })
  ],
  rules,
  pages: (handbook, { words }) => [section(handbook, words)]
})
