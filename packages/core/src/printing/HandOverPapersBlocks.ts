/**
 * The papers of a hand-over as blocks: duties, style, activities, contacts and keys.
 *
 * @module
 */
import { type Bilingual, same } from "../finding/Bilingual.ts"
import type { Who } from "../handbook/Called.ts"
import type { HandOver } from "../handbook/HandOver.ts"
import type { ActivityLine, ContactLine, DutyLine, Key } from "../handbook/HandOverLines.ts"
import * as Names from "../handbook/Names.ts"
import type { StyleCard } from "../internal-system/positioning/StyleCard.ts"
import { type Block, joined, leftOut, type Section, type Text } from "../page/Page.ts"
import { fact, factsOf, tableOf } from "../page/Sections.ts"
import { contactOf } from "./HandbookTeam.ts"

/** A duty, its procedure and what it rests on; `more` is what else is said of it. */
export const dutyBlock = (
  { calendar, duty, knowledge, owner, standIns }: Omit<DutyLine, "id">,
  more: ReadonlyArray<readonly [Bilingual, Text]> = []
): Block => ({
  kind: "group",
  title: [duty.title, { badge: Names.cadenceName(duty.cadence), tone: "plain" }],
  blocks: [
    ...(duty.procedure.length === 0 ? [] : [{ kind: "list" as const, ordered: true, items: duty.procedure }]),
    {
      kind: "facts",
      facts: [
        [{ zh: "负责人", en: "Owner" }, { strong: owner.name }],
        [{ zh: "替补", en: "Stand-ins" }, names(standIns)],
        [
          { zh: "值守时段", en: "Hours" },
          [
            { strong: Names.calendarName(duty.hours, { [duty.hours]: calendar ?? {} }) },
            ...(calendar === undefined ? [] : joined(Names.weekName(calendar.week), "·"))
          ]
        ],
        ...more,
        ...knowledge.map(
          ({ title, writtenIn }) =>
            [title, writtenIn ?? { badge: { zh: "没有写下来", en: "written nowhere" }, tone: "bad" as const }] as const
        )
      ]
    }
  ]
})

const names = (people: ReadonlyArray<Who>): Text =>
  people.length === 0 ? { zh: "无", en: "nobody" } : Names.listed(people.map(({ name }) => same(name)))

/** How the account speaks, and what it does not say. */
export const style = ({ banned, style: card }: HandOver): Section => ({
  id: "style",
  title: { zh: "口吻与用语", en: "How the account speaks" },
  blocks: [...styleBlocks(card, banned.shown), ...leftOut(banned.leftOut)]
})

/** A style card, with the banned words where they are not told elsewhere. */
export const styleBlocks = (
  { emoji, firstPerson, mustSay, neverSay, persona, signOff, tags }: StyleCard,
  banned: ReadonlyArray<string> | undefined
): ReadonlyArray<Block> => [
  { kind: "text", text: { strong: persona } },
  ...factsOf([
    ...fact({ zh: "自称", en: "Calls itself" }, firstPerson, ({ use }) => use.join("、")),
    ...fact({ zh: "不自称", en: "Never" }, firstPerson, ({ avoid }) => avoid.join("、")),
    ...fact({ zh: "结尾", en: "Signs off" }, signOff, (said) => said),
    ...fact({ zh: "表情", en: "Emoji" }, emoji, ({ allowed, most }) => [
      { zh: `最多 ${most} 个`, en: `at most ${most}` },
      ...(allowed === undefined ? [] : [allowed.join(" ")])
    ]),
    ...fact({ zh: "话题", en: "Topics" }, tags, ({ always, least, most }) => [
      always.map((tag) => `#${tag}#`).join(" "),
      { zh: `${least} 到 ${most} 个`, en: `${least} to ${most}` }
    ]),
    ...fact({ zh: "必须说", en: "Must say" }, mustSay.length === 0 ? undefined : mustSay, (all) => all.join("、")),
    ...fact({ zh: "禁用词", en: "Banned" }, banned, (all) =>
      all.length === 0 ? { zh: "无", en: "none" } : all.join("、")
    )
  ]),
  ...tableOf(
    [
      { zh: "不说", en: "Do not say" },
      { zh: "改说", en: "Rather" },
      { zh: "原因", en: "Why" }
    ],
    neverSay.map(({ phrase, rather = "—", reason }) => [phrase, rather, reason])
  )
]

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
    Names.momentName(from),
    Names.momentName(until),
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
    contact === undefined ? { badge: { zh: "没有写", en: "not written" }, tone: "bad" } : contactOf(contact),
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
