/**
 * Prepared answers: each has an owner, words that may be said, and an end.
 *
 * @module
 */
import { Record } from "effect"
import { same } from "../../finding/Bilingual.ts"
import { blocks } from "../../finding/Finding.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Settings from "../../handbook/Settings.ts"
import * as Screening from "../../internal-system/content/Screening.ts"
import { joined } from "../../page/Page.ts"
import { tableSection } from "../../page/Sections.ts"
import { make } from "../../practice/Practice.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import { Library } from "./LibrarySection.ts"

const entriesOf = (handbook: Handbook) => Record.toEntries(Library.of(handbook))

const rules: ReadonlyArray<Rule> = [
  {
    code: "library/ended",
    severity: "warning",
    demands: { zh: "标准答复没有过期。", en: "No prepared answer has ended." },
    fix: {
      zh: "请负责人改写并写下新的日期，或删除。",
      en: "Let its owner write what holds now, with a new date, or take it out."
    },
    find: ({ handbook, today }) =>
      entriesOf(handbook).flatMap(([id, { owner, validUntil }]) =>
        today === undefined || today < validUntil
          ? []
          : [
              hit(
                ["library", id, "validUntil"],
                `「${id}」已于 ${validUntil} 失效，负责人 ${owner}。`,
                `${id} has ended on ${validUntil}; its owner is ${owner}.`,
                validUntil
              )
            ]
      )
  },
  {
    code: "library/breaks-rules",
    severity: "error",
    demands: { zh: "标准答复符合内容规则。", en: "The words of a prepared answer may be said." },
    fix: { zh: "按内容规则修改。", en: "Write them as the content rules want." },
    find: ({ handbook }) => {
      const { rules } = Settings.ofPosts(handbook)
      const screening = Screening.ofReplies(rules)
      return entriesOf(handbook).flatMap(([id, { words }]) =>
        screening
          .screen({ text: words, pictures: [] })
          .filter((finding) => blocks([finding]))
          .map(({ evidence, message }) => hit(["library", id, "words"], message.zh, message.en, evidence))
      )
    }
  },
  {
    code: "library/asked-twice",
    severity: "warning",
    demands: { zh: "一个问题只有一条标准答复。", en: "No question has two prepared answers." },
    fix: { zh: "合并两条，或改写其中一条的问题。", en: "Make one of them, or say of which question the other is." },
    find: ({ handbook }) => {
      const first = new Map<string, string>()
      return entriesOf(handbook).flatMap(([id, { asked }]) =>
        asked.flatMap((question, index) => {
          const other = first.get(bare(question))
          if (other === undefined) first.set(bare(question), id)
          return other === undefined || other === id
            ? []
            : [
                hit(
                  ["library", id, "asked", index],
                  `「${question}」已由「${other}」答复。`,
                  `“${question}” is answered by ${other} already.`,
                  question
                )
              ]
        })
      )
    }
  }
]

/** The question as it is compared: width, case, blanks and marks make no other. */
const bare = (question: string): string =>
  question
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, "")

/** Prepared answers. */
export const library = make({
  name: "library",
  title: { zh: "标准答复", en: "prepared answers" },
  sections: [Library],
  rules,
  pages: (handbook, { words }) => [
    tableSection(
      "library",
      Library.title,
      [
        { zh: "名称", en: "Name" },
        { zh: "问题", en: "Asked" },
        { zh: "答复", en: "Words" },
        { zh: "负责人", en: "Owner" },
        { zh: "失效日期", en: "Ends on" }
      ],
      entriesOf(handbook).map(([id, { asked, owner, title, validUntil, words: text }]) => [
        [title, same(`（${id}）`)],
        joined(asked.map(same), { zh: "；", en: "; " }),
        same(text),
        words.person(owner),
        same(validUntil)
      ])
    )
  ]
})
