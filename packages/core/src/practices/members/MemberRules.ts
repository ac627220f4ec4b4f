/**
 * Invitations: whoever is to approve them may, and whoever wrote one finds somebody else who does.
 *
 * @module
 */
import { Duration } from "effect"
import { holders } from "../../handbook/Entitlement.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import { InvitationCampaignProcess } from "./InvitationCampaignProcess.ts"
import { MembersSection } from "./MembersSection.ts"

const { Approve, Draft } = InvitationCampaignProcess.steps

/** The rules of invitations. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "members/approver-not-permitted",
    severity: "error",
    demands: { zh: "邀请审批人的角色含有审批权限。", en: "Those who approve invitations have the permission to." },
    fix: { zh: "给其角色加上 members.approve。", en: "Grant members.approve to a role of theirs." },
    find: ({ cover, handbook }) =>
      (MembersSection.find(handbook)?.approvers ?? []).flatMap((person, index) =>
        cover.may(person).has(Approve.by)
          ? []
          : [
              hit(
                ["members", "approvers", index],
                `${person} 列为邀请审批人，但没有 ${Approve.by}。`,
                `${person} is named as an approver of invitations without ${Approve.by}.`,
                person
              )
            ]
      )
  },
  {
    code: "members/nobody-else-approves",
    severity: "error",
    demands: { zh: "无论谁起草邀请，都另有人审批。", en: "Whoever writes an invitation, somebody else approves it." },
    fix: { zh: "增加一名邀请审批人。", en: "Name one more approver of invitations." },
    find: ({ handbook }) => {
      const approvers = MembersSection.find(handbook)?.approvers ?? []
      return holders(handbook, Draft.by)
        .filter((author) => approvers.length > 0 && approvers.every((person) => person === author))
        .map((author) =>
          hit(
            ["members", "approvers"],
            `${author} 起草时，没有别人可审批。`,
            `When ${author} writes one, nobody else can approve it.`,
            author
          )
        )
    }
  },
  {
    code: "members/cap-without-a-pause",
    severity: "warning",
    demands: {
      zh: "会员收到的邀请平均不超过每周一次。",
      en: "A member has no more than one invitation a week on average."
    },
    fix: { zh: "降低次数，或延长时段。", en: "Lower the cap, or lengthen its stretch of time." },
    find: ({ handbook }) => {
      const said = MembersSection.find(handbook)
      if (said === undefined) return []
      const days = Duration.toDays(said.within)
      return said.cap * 7 <= days
        ? []
        : [
            hit(
              ["members", "cap"],
              `每 ${days} 天 ${said.cap} 次，超过每周一次。`,
              `${said.cap} in ${days} days is more than one a week.`,
              String(said.cap)
            )
          ]
    }
  }
]
