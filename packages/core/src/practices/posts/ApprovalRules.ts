/**
 * Approvals: they can be given, by those who may, whoever wrote the text and whoever else is away.
 *
 * @module
 */
import { Record } from "effect"
import type { Handbook } from "../../handbook/Handbook.ts"
import type { ReviewPolicy } from "../../internal-system/content/Post.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import type { View } from "../../practice/View.ts"
import type { PersonId } from "../../process/Actor.ts"

/** The rules of approvals. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "approval/too-many-needed",
    severity: "error",
    demands: { zh: "要求的人数不超过审批人数。", en: "No more approvals are asked for than there are approvers." },
    fix: { zh: "增加审批人，或降低人数。", en: "Name more approvers, or ask for fewer." },
    find: ({ handbook }) =>
      reviews(handbook).flatMap(({ at, policy }) =>
        needed(policy, policy.approvers.length) <= new Set(policy.approvers).size
          ? []
          : [
              hit(
                [...at, "needs"],
                `需要 ${needed(policy, 0)} 人同意，审批人只有 ${policy.approvers.length} 人。`,
                `${needed(policy, 0)} must approve, and there are ${policy.approvers.length}.`,
                String(needed(policy, 0))
              )
            ]
      )
  },
  {
    code: "approval/stops-when-one-is-away",
    severity: "error",
    demands: {
      zh: "无论谁写稿、另有谁缺勤，审批都能完成。",
      en: "Approval is possible whoever wrote the text, with any one other person away."
    },
    fix: { zh: "增加一名审批人，或降低人数要求。", en: "Name one more approver, or ask for fewer." },
    find: (view) =>
      reviews(view.handbook).flatMap(({ at, policy }) => {
        const stuck = firstStuck(policy, authors(view))
        return stuck === undefined
          ? []
          : [
              hit(
                [...at, "approvers"],
                `${stuck.author} 写稿、${stuck.away} 缺勤时，剩下 ${stuck.left} 人可审批，需要 ${stuck.needed} 人。`,
                `When ${stuck.author} wrote it and ${stuck.away} is away, ${stuck.left} can approve and ${stuck.needed} must.`,
                `${stuck.author}, ${stuck.away}`
              )
            ]
      })
  },
  {
    code: "approval/not-permitted",
    severity: "error",
    demands: { zh: "内容审批人的角色含有审批权限。", en: "Those who approve posts have the permission to." },
    fix: { zh: "给其角色加上 content.approve。", en: "Grant content.approve to a role of theirs." },
    find: ({ cover, handbook: { content } }) =>
      content.review.approvers.flatMap((person, index) =>
        cover.may(person).has("content.approve")
          ? []
          : [
              hit(
                ["content", "review", "approvers", index],
                `${person} 列为审批人，但没有 content.approve。`,
                `${person} is named as an approver without content.approve.`,
                person
              )
            ]
      )
  },
  {
    code: "approval/twice",
    severity: "warning",
    demands: { zh: "审批人各不相同。", en: "An approver is named once." },
    fix: { zh: "删除重复的名字。", en: "Take the second one out." },
    find: ({ handbook }) =>
      reviews(handbook).flatMap(({ at, policy: { approvers } }) =>
        approvers.flatMap((person, index) =>
          approvers.indexOf(person) === index
            ? []
            : [hit([...at, "approvers", index], `${person} 重复出现。`, `${person} is named twice.`, person)]
        )
      )
  },
  {
    code: "approval/lead-cannot-decide",
    severity: "warning",
    demands: { zh: "被催办的负责人能自己决定。", en: "Whoever is told that a post waits may decide about it." },
    fix: { zh: "换成有审批权限的人。", en: "Name somebody who may approve." },
    find: ({ cover, handbook: { content } }) =>
      cover.may(content.lead).has("content.approve")
        ? []
        : [
            hit(
              ["content", "lead"],
              `${content.lead} 会被催办，但不能审批。`,
              `${content.lead} is told that a post waits and may not approve it.`,
              content.lead
            )
          ]
  }
]

interface Review {
  readonly at: ReadonlyArray<PropertyKey>
  readonly policy: ReviewPolicy
}

const reviews = ({ content, promises = {} }: Handbook): ReadonlyArray<Review> => [
  { at: ["content", "review"], policy: content.review },
  ...Record.toEntries(promises).flatMap(([id, { reviews: stages = [] }]) =>
    stages.map((policy, index) => ({ at: ["promises", id, "reviews", index], policy }))
  )
]

/** As a post's review counts: all are all who are left beside the author. */
const needed = ({ needs }: ReviewPolicy, left: number): number =>
  needs === "any" ? 1 : needs === "all" ? Math.max(left, 1) : needs.quorum

/** Whoever may write what is then reviewed. */
const authors = ({ cover }: View): ReadonlyArray<PersonId> =>
  cover.people.filter((person) =>
    ["content.compose", "interaction.answer"].some((one) => [...cover.may(person)].some((may) => may === one))
  )

const firstStuck = (policy: ReviewPolicy, writers: ReadonlyArray<PersonId>) => {
  for (const author of writers.length > 0 ? writers : policy.approvers) {
    const beside = policy.approvers.filter((one) => one !== author)
    const must = needed(policy, beside.length)
    for (const away of beside) {
      const left = beside.filter((one) => one !== away).length
      if (left < must) return { author, away, left, needed: must }
    }
    if (beside.length < must) return { author, away: "-", left: beside.length, needed: must }
  }
  return undefined
}
