/**
 * The papers of a hand-over as blocks: duties, style, activities, contacts and keys.
 *
 * @module
 */
import type { ActivityLine, ContactLine, DutyLine, HandOver, Key, Who } from "../handbook/HandOver.ts"
import * as Names from "./Names.ts"
import { type Block, joined, leftOut, type Section, type Text } from "./Page.ts"

/** A duty, its procedure and what it rests on. */
export const dutyBlocks = ({ duty, knowledge, owner, standIns }: Omit<DutyLine, "id">): ReadonlyArray<Block> => [
  { kind: "text", text: [{ strong: duty.title }, { badge: Names.cadenceName(duty.cadence), tone: "plain" }] },
  ...(duty.procedure.length === 0 ? [] : [{ kind: "list" as const, ordered: true, items: duty.procedure }]),
  {
    kind: "facts",
    facts: [
      [{ zh: "负责人", en: "Owner" }, { strong: owner.name }],
      [{ zh: "替补", en: "Stand-ins" }, names(standIns)],
      [{ zh: "值守时段", en: "Hours" }, { code: duty.hours }],
      ...knowledge.map(
        ({ title, writtenIn }) =>
          [title, writtenIn ?? { badge: { zh: "没有写下来", en: "written nowhere" }, tone: "bad" as const }] as const
      )
    ]
  }
]

const names = (people: ReadonlyArray<Who>): Text =>
  people.length === 0 ? { zh: "无", en: "nobody" } : people.map(({ name }) => name).join("、")

/** How the account speaks, and what it does not say. */
export const style = ({
  banned,
  style: { emoji, firstPerson, mustSay, neverSay, persona, signOff, tags }
}: HandOver): Section => ({
  id: "style",
  title: { zh: "口吻与用语", en: "How the account speaks" },
  blocks: [
    { kind: "text", text: { strong: persona } },
    {
      kind: "facts",
      facts: [
        ...(firstPerson === undefined
          ? []
          : [
              [{ zh: "自称", en: "Calls itself" }, firstPerson.use.join("、")] as const,
              [{ zh: "不自称", en: "Never" }, firstPerson.avoid.join("、")] as const
            ]),
        ...(signOff === undefined ? [] : [[{ zh: "结尾", en: "Signs off" }, signOff] as const]),
        ...(emoji === undefined
          ? []
          : [
              [
                { zh: "表情", en: "Emoji" },
                { zh: `最多 ${emoji.most} 个`, en: `at most ${emoji.most}` }
              ] as const
            ]),
        ...(tags === undefined
          ? []
          : [[{ zh: "话题", en: "Topics" }, tags.always.map((tag) => `#${tag}#`).join(" ")] as const]),
        ...(mustSay.length === 0 ? [] : [[{ zh: "必须说", en: "Must say" }, mustSay.join("、")] as const]),
        [{ zh: "禁用词", en: "Banned" }, banned.shown.length === 0 ? { zh: "无", en: "none" } : banned.shown.join("、")]
      ]
    },
    ...leftOut(banned.leftOut),
    ...(neverSay.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            columns: [
              { zh: "不说", en: "Do not say" },
              { zh: "改说", en: "Rather" },
              { zh: "原因", en: "Why" }
            ],
            rows: neverSay.map(({ phrase, rather = "—", reason }) => [phrase, rather, reason])
          }
        ])
  ]
})

/** What runs, or soon will. */
export const activitiesTable = (entries: ReadonlyArray<ActivityLine>): Block => ({
  kind: "table",
  columns: [
    { zh: "活动", en: "Activity" },
    { zh: "从", en: "From" },
    { zh: "到", en: "Until" },
    { zh: "负责人", en: "Owner" }
  ],
  rows: entries.map(({ entry: { from, title, until }, owner }) => [
    title,
    from.replace("T", " "),
    until.replace("T", " "),
    owner.name
  ])
})

/** Whom to call for what. */
export const contactsTable = (lines: ReadonlyArray<ContactLine>): Block => ({
  kind: "table",
  columns: [
    { zh: "姓名", en: "Name" },
    { zh: "联系方式", en: "How" },
    { zh: "什么事找", en: "What for" }
  ],
  rows: lines.map(({ contact, who, why }) => [
    { strong: who.name },
    contact === undefined
      ? { badge: { zh: "没有写", en: "not written" }, tone: "bad" }
      : joined(Object.values(contact), "·"),
    joined(why, "·")
  ])
})

/** Who holds the keys. */
export const keysTable = (keys: ReadonlyArray<Key>): Block => ({
  kind: "table",
  columns: [
    { zh: "工具", en: "Tool" },
    { zh: "持有人", en: "Holders" },
    { zh: "保存在", en: "Kept in" },
    { zh: "到期", en: "Expires" }
  ],
  rows: keys.map(({ expires = "—", holders, keptIn, tool }) => [tool, names(holders), keptIn, expires])
})
