/**
 * What the verifier demands of codes: whoever is to approve them may, whoever drafts a series finds somebody else who does, there is somewhere to place
 * them, and not too many words are forbidden.
 *
 * @module
 */
import * as Rude from "../../external-system/codes/Rude.ts"
import * as RudeWords from "../../external-system/codes/RudeWords.ts"
import { holders } from "../../handbook/Entitlement.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import { CodeSeriesProcess } from "./CodeSeriesProcess.ts"
import { CodesSection } from "./CodesSection.ts"

const { Approve, Draft } = CodeSeriesProcess.steps

/** The share of all codes that may read as a word, with those of the house. */
const mostForbidden = 0.5

/** The rules of codes. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "codes/approver-not-permitted",
    severity: "error",
    demands: { zh: "兑换码审批人的角色含有审批权限。", en: "Those who approve codes have the permission to." },
    fix: { zh: "给其角色加上 codes.approve。", en: "Grant codes.approve to a role of theirs." },
    find: ({ cover, handbook }) =>
      (CodesSection.find(handbook)?.approvers ?? []).flatMap((person, index) =>
        cover.may(person).has(Approve.by)
          ? []
          : [
              hit(
                ["codes", "approvers", index],
                `${person} 列为兑换码审批人，但没有 ${Approve.by}。`,
                `${person} is named as an approver of codes without ${Approve.by}.`,
                person
              )
            ]
      )
  },
  {
    code: "codes/nobody-else-approves",
    severity: "error",
    demands: { zh: "无论谁起草系列，都另有人审批。", en: "Whoever drafts a series, somebody else approves it." },
    fix: { zh: "增加一名兑换码审批人。", en: "Name one more approver of codes." },
    find: ({ handbook }) => {
      const approvers = CodesSection.find(handbook)?.approvers ?? []
      return holders(handbook, Draft.by)
        .filter((author) => approvers.length > 0 && approvers.every((person) => person === author))
        .map((author) =>
          hit(
            ["codes", "approvers"],
            `${author} 起草时，没有别人可审批。`,
            `When ${author} drafts one, nobody else can approve it.`,
            author
          )
        )
    }
  },
  {
    code: "codes/too-many-words",
    severity: "error",
    demands: {
      zh: "不许出现的词不超过一半的码。",
      en: "The words that no code may read as forbid at most half of all codes."
    },
    fix: { zh: "去掉最短的词。", en: "Take out the shortest words." },
    find: ({ handbook }) => {
      const words = CodesSection.find(handbook)?.words ?? []
      const share = Rude.share([...RudeWords.of(RudeWords.current), ...words], 12)
      if (share <= mostForbidden) return []
      const percent = `${Math.round(share * 100)}%`
      return [
        hit(
          ["codes", "words"],
          `这些词排除了 ${percent} 的码。`,
          `These words forbid ${percent} of all codes.`,
          words.join(", ")
        )
      ]
    }
  },
  {
    code: "codes/word-in-no-code",
    severity: "note",
    demands: {
      zh: "每个不许出现的词都可能出现在码里。",
      en: "Every word that no code may read as could be read in one."
    },
    fix: { zh: "可以去掉：码里没有 A、E、4 和汉字。", en: "Take it out: no code has an A, a 4 or Chinese characters." },
    find: ({ handbook }) =>
      (CodesSection.find(handbook)?.words ?? []).flatMap((word, index) =>
        Rude.lookOf(word) === undefined
          ? [hit(["codes", "words", index], `没有码会读作「${word}」。`, `No code could read as ${word}.`, word)]
          : []
      )
  }
]
