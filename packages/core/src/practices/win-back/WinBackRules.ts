/**
 * Waves: whoever is to approve them may, whoever proposes one finds somebody else who does, and what comes of one can be known.
 *
 * @module
 */
import { holders } from "../../handbook/Entitlement.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import { WinBackProcess } from "./WinBackProcess.ts"
import { WinBackSection } from "./WinBackSection.ts"

const { Approve, Propose } = WinBackProcess.steps

/** The rules of waves. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "win-back/approver-not-permitted",
    severity: "error",
    demands: { zh: "召回审批人的角色含有审批权限。", en: "Those who approve win-backs have the permission to." },
    fix: { zh: "给其角色加上 winBack.approve。", en: "Grant winBack.approve to a role of theirs." },
    find: ({ cover, handbook }) =>
      (WinBackSection.find(handbook)?.approvers ?? []).flatMap((person, index) =>
        cover.may(person).has(Approve.by)
          ? []
          : [
              hit(
                ["winBack", "approvers", index],
                `${person} 列为召回审批人，但没有 ${Approve.by}。`,
                `${person} is named as an approver of win-backs without ${Approve.by}.`,
                person
              )
            ]
      )
  },
  {
    code: "win-back/nobody-else-approves",
    severity: "error",
    demands: { zh: "无论谁提议召回，都另有人审批。", en: "Whoever proposes a win-back, somebody else approves it." },
    fix: { zh: "增加一名召回审批人。", en: "Name one more approver of win-backs." },
    find: ({ handbook }) => {
      const approvers = WinBackSection.find(handbook)?.approvers ?? []
      return holders(handbook, Propose.by)
        .filter((author) => approvers.length > 0 && approvers.every((person) => person === author))
        .map((author) =>
          hit(
            ["winBack", "approvers"],
            `${author} 提议时，没有别人可审批。`,
            `When ${author} proposes one, nobody else can approve it.`,
            author
          )
        )
    }
  },
  {
    code: "win-back/no-holdout",
    severity: "warning",
    demands: { zh: "召回留出一部分粉丝作对照。", en: "A win-back leaves some fans out, to compare with." },
    fix: { zh: "把 holdout 设为 0.1 左右。", en: "Set holdout to about 0.1." },
    find: ({ handbook }) =>
      WinBackSection.find(handbook)?.holdout === 0
        ? [
            hit(
              ["winBack", "holdout"],
              "没有对照，就无从知道召回带来了什么。",
              "With nobody left out, it cannot be known what a win-back has brought.",
              "0"
            )
          ]
        : []
  }
]
