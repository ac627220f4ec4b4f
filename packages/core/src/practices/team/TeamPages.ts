/**
 * What the handbook says of the team: who may do what, who works when, who is away, and what one has to know.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import type { Absence } from "../../internal-system/team/Person.ts"
import type { Roster } from "../../internal-system/team/Roster.ts"
import { contactOf, type HandbookWords } from "../../page/HandbookWords.ts"
import { type Block, nothing, type Section, type Text } from "../../page/Page.ts"
import { tableOf, tableSection } from "../../page/Sections.ts"

/** People, rosters, absences and knowledge. */
export const sections = (handbook: Handbook, words: HandbookWords): ReadonlyArray<Section> => {
  const { absences = {}, knowledge = {}, rosters = {} } = handbook.team
  return [
    people(handbook, words),
    {
      id: "rosters",
      title: { zh: "排班", en: "Rosters" },
      count: Object.keys(rosters).length,
      blocks: Object.keys(rosters).length === 0 ? [nothing] : Object.values(rosters).map((one) => rosterOf(one, words))
    },
    tableSection(
      "absences",
      { zh: "请假与离岗", en: "Absences" },
      [
        { zh: "姓名", en: "Name" },
        { zh: "从", en: "From" },
        { zh: "到", en: "Until" },
        { zh: "原因", en: "Why" }
      ],
      Object.values(absences).map(({ from, person, reason, until }) => [
        { strong: words.person(person) },
        Names.momentName(from),
        Names.momentName(until),
        reasons[reason]
      ])
    ),
    tableSection(
      "knowledge",
      { zh: "要知道的事", en: "What one has to know" },
      [
        { zh: "内容", en: "What" },
        { zh: "写在", en: "Written in" },
        { zh: "可以问", en: "Ask" }
      ],
      Object.values(knowledge).map(({ knownBy = [], title, writtenIn }) => [
        { strong: title },
        writtenIn ?? { badge: { zh: "没有写下来", en: "written nowhere" }, tone: "bad" },
        words.people(knownBy)
      ])
    )
  ]
}

const reasons: Readonly<Record<Absence["reason"], Bilingual>> = {
  leave: { zh: "休假", en: "leave" },
  sick: { zh: "病假", en: "sick" },
  travel: { zh: "出差", en: "travel" },
  training: { zh: "培训", en: "training" },
  left: { zh: "已离职", en: "no longer works here" }
}

const people = ({ team: { people, roles } }: Handbook, words: HandbookWords): Section => ({
  id: "people",
  title: { zh: "人员与权限", en: "People and permissions" },
  count: Object.keys(people).length,
  blocks: [
    ...tableOf(
      [
        { zh: "姓名", en: "Name" },
        { zh: "角色", en: "Roles" },
        { zh: "技能", en: "Skills" },
        { zh: "联系方式", en: "Contact" }
      ],
      Object.values(people).map(({ contact = {}, name, roles: own, skills = [] }) => [
        { strong: name },
        words.titles(roles, own),
        skills.length === 0 ? "—" : skills.map((code) => ({ code })),
        Object.values(contact).length === 0
          ? { badge: { zh: "没有写", en: "not written" }, tone: "bad" }
          : contactOf(contact)
      ])
    ),
    ...tableOf(
      [
        { zh: "角色", en: "Role" },
        { zh: "可以做", en: "May" }
      ],
      Object.values(roles).map(({ may, title }) => [{ strong: title }, words.permissions(may)])
    )
  ]
})

const rosterOf = ({ overrides = {}, rotations, swaps = {}, title }: Roster, words: HandbookWords): Block => ({
  kind: "group",
  title,
  blocks: [
    ...tableOf(
      [
        { zh: "轮流", en: "In turns" },
        { zh: "每轮", en: "A turn lasts" },
        { zh: "星期", en: "On" },
        { zh: "时段", en: "Hours" },
        { zh: "从", en: "From" },
        { zh: "到", en: "Until" }
      ],
      Object.values(rotations).map(({ days, from, hours, on, people, until = "—" }) => [
        people.map(words.person).join(" → "),
        { zh: `${days} 天`, en: days === 1 ? "1 day" : `${days} days` },
        Names.daysName(on),
        Names.windowsName(hours),
        from,
        until
      ])
    ),
    ...tableOf(
      [
        { zh: "加班与换班", en: "Changes" },
        { zh: "从", en: "From" },
        { zh: "到", en: "Until" },
        { zh: "说明", en: "Why" }
      ],
      [
        ...Object.values(overrides).map(
          ({ from, person, reason, until }): ReadonlyArray<Text> => [
            { strong: words.person(person) },
            Names.momentName(from),
            Names.momentName(until),
            reason
          ]
        ),
        ...Object.values(swaps).map(
          ({ from, gives, takes, until }): ReadonlyArray<Text> => [
            { strong: `${words.person(gives)} → ${words.person(takes)}` },
            Names.momentName(from),
            Names.momentName(until),
            {
              zh: `${words.person(takes)} 替 ${words.person(gives)} 值班`,
              en: `${words.person(takes)} works them instead`
            }
          ]
        )
      ]
    )
  ]
})
