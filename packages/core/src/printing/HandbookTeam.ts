/**
 * What the handbook says of the team: who may do what, who works when, who is away, what one has to know, and where the keys lie.
 *
 * @module
 */
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import * as Names from "../handbook/Names.ts"
import type { Absence, Contact } from "../internal-system/team/Person.ts"
import type { Roster } from "../internal-system/team/Roster.ts"
import type { HandbookWords } from "../page/HandbookWords.ts"
import { type Block, joined, nothing, type Section, type Text } from "../page/Page.ts"
import { fact, factsOf, tableOf, tableSection } from "../page/Sections.ts"

/** People, rosters, absences, delegations, knowledge and tools. */
export const sections = (handbook: Handbook, words: HandbookWords): ReadonlyArray<Section> => {
  const {
    absences = {},
    delegations = {},
    handOver,
    knowledge = {},
    rosters = {},
    takeover,
    tools = {}
  } = handbook.team
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
    {
      id: "delegations",
      title: { zh: "委托与接手", en: "Delegations and takeovers" },
      count: Object.keys(delegations).length,
      blocks: [
        ...factsOf([
          ...fact({ zh: "紧急接手最长", en: "A takeover lasts at most" }, takeover, ({ most }) => Names.spanName(most)),
          ...fact({ zh: "交接单须在此内确认", en: "A hand-over is read within" }, handOver, ({ readWithin }) =>
            words.allowance(readWithin)
          )
        ]),
        ...tableOf(
          [
            { zh: "委托", en: "Delegation" },
            { zh: "职责", en: "Duties" },
            { zh: "单项权限", en: "Single permissions" },
            { zh: "从", en: "From" },
            { zh: "到", en: "Until" },
            { zh: "原因", en: "Why" }
          ],
          Object.values(delegations).map(
            ({ delegate, delegator, duties = [], from, permissions = [], reason, until }) => [
              { strong: `${words.person(delegator)} → ${words.person(delegate)}` },
              words.titles(handbook.duties, duties),
              words.permissions(permissions),
              Names.momentName(from),
              Names.momentName(until),
              reason
            ]
          )
        )
      ]
    },
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
    ),
    tableSection(
      "tools",
      { zh: "工具与登录凭据", en: "Tools and credentials" },
      [
        { zh: "工具", en: "Tool" },
        { zh: "地址", en: "Address" },
        { zh: "谁能登录", en: "Who can log in" },
        { zh: "凭据保存在", en: "Kept in" },
        { zh: "到期", en: "Expires" }
      ],
      Object.values(tools).map(({ at, credential, title }) => [
        { strong: title },
        at ?? "—",
        credential === undefined ? { zh: "无需登录", en: "no log-in" } : words.people(credential.holders),
        credential?.keptIn ?? "—",
        credential?.expires ?? "—"
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

/** How a person is reached. */
export const contactOf = (contact: Contact): Text =>
  joined(
    [
      ...(contact.phone === undefined ? [] : [contact.phone]),
      ...(contact.email === undefined ? [] : [contact.email]),
      ...(contact.wecom === undefined ? [] : [{ zh: `企业微信 ${contact.wecom}`, en: `WeCom ${contact.wecom}` }])
    ],
    "·"
  )

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
