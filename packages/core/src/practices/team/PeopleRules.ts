/**
 * People: whoever is counted on is there, can be reached, and may do what they are counted on for.
 *
 * @module
 */
import { Record } from "effect"
import * as Spans from "../../calendar/Spans.ts"
import { pathText } from "../../finding/SchemaFindings.ts"
import { hit, type Rule } from "../../practice/Rule.ts"

/** The rules of people, roles and delegations. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "people/no-contact",
    severity: "warning",
    demands: { zh: "承担紧急事务的人有联系方式。", en: "Whoever is counted on at once can be reached." },
    fix: { zh: "写下电话、邮箱或企业微信。", en: "Write down a telephone number, an address or a WeCom account." },
    find: ({ handbook: { team }, parts }) =>
      Record.toEntries(team.people).flatMap(([id, { contact }]) => {
        const part = parts.find(({ person, urgent }) => urgent && person === id)
        return part === undefined || Object.values(contact ?? {}).length > 0
          ? []
          : [
              hit(
                ["team", "people", id],
                `${id} 没有联系方式，却被列在 ${pathText(part.at)}。`,
                `${id} cannot be reached, and ${pathText(part.at)} counts on it.`,
                id
              )
            ]
      })
  },
  {
    code: "people/left-still-named",
    severity: "error",
    demands: { zh: "已离开的人不再被指望。", en: "The handbook counts on nobody who has left." },
    fix: { zh: "换成在职的人。", en: "Put somebody's name there who still works here." },
    find: ({ handbook: { team }, moment, parts, until }) => {
      const left = Object.values(team.absences ?? {}).filter(
        ({ from, reason }) => reason === "left" && moment(from) < until
      )
      return parts.flatMap(({ at, person }) => {
        const one = left.find((absence) => absence.person === person)
        return one === undefined
          ? []
          : [
              hit(
                at,
                `${person} 自 ${one.from} 离开，仍写在 ${pathText(at)}。`,
                `${person} leaves on ${one.from}, and ${pathText(at)} still counts on them.`,
                one.from
              )
            ]
      })
    }
  },
  {
    code: "people/without-part",
    severity: "note",
    demands: { zh: "手册里的人都有事做。", en: "Everybody in the handbook has a part in it." },
    fix: { zh: "分配职责，或从手册中删除。", en: "Give them a part, or take them out." },
    find: ({ handbook: { team }, parts }) =>
      Record.toEntries(team.people)
        .filter(([id]) => !parts.some(({ person }) => person === id))
        .map(([id]) =>
          hit(["team", "people", id], `没有任何地方指望 ${id}。`, `Nothing in the handbook counts on ${id}.`)
        )
  },
  {
    code: "people/role-of-nobody",
    severity: "note",
    demands: { zh: "每个角色有人担任。", en: "Somebody has every role." },
    fix: { zh: "指派给某人，或删除该角色。", en: "Give it to somebody, or take it out." },
    find: ({ handbook: { team } }) =>
      Record.toEntries(team.roles)
        .filter(([id]) => !Object.values(team.people).some(({ roles }) => roles.includes(id)))
        .map(([id]) => hit(["team", "roles", id], `没有人担任角色「${id}」。`, `Nobody has the role ${id}.`))
  },
  {
    code: "people/skill-of-one",
    severity: "warning",
    demands: { zh: "职责所需的技能至少两人会。", en: "A skill that a duty needs is had by at least two people." },
    fix: { zh: "再教会一个人。", en: "Teach it to one more person." },
    find: ({ handbook: { duties, team } }) => {
      const needed = new Set(Object.values(duties).flatMap(({ skills = [] }) => skills))
      return [...needed].flatMap((skill) => {
        const able = Record.toEntries(team.people).filter(([, { skills = [] }]) => skills.includes(skill))
        const [only] = able
        return able.length > 1 || only === undefined
          ? []
          : [
              hit(
                ["team", "people", only[0], "skills"],
                `只有 ${only[0]} 会「${skill}」。`,
                `${only[0]} alone can do ${skill}.`,
                skill
              )
            ]
      })
    }
  },
  {
    code: "people/permission-of-one",
    severity: "error",
    demands: {
      zh: "职责所需的权限至少两人拥有。",
      en: "A permission that a duty needs is granted by roles to at least two people."
    },
    fix: { zh: "让至少两个人的角色有该权限。", en: "Grant it to roles of at least two people." },
    find: ({ cover, handbook: { duties } }) => {
      const needed = new Set(Object.values(duties).flatMap(({ permissions }) => permissions))
      return [...needed].flatMap((permission) => {
        const holders = cover.people.filter((person) => cover.may(person).has(permission))
        return holders.length > 1
          ? []
          : [
              hit(
                ["team", "roles"],
                holders.length === 0
                  ? `没有人拥有权限 ${permission}。`
                  : `权限 ${permission} 只有 ${holders.join()} 拥有。`,
                holders.length === 0
                  ? `Nobody has the permission ${permission}.`
                  : `The permission ${permission} is had by ${holders.join()} alone.`,
                permission
              )
            ]
      })
    }
  },
  {
    code: "people/lends-what-they-lack",
    severity: "error",
    demands: { zh: "委托的权限是委托人自己有的。", en: "Nobody lends what their own roles do not allow." },
    fix: { zh: "由有该权限的人委托。", en: "Let somebody lend it who has it." },
    find: ({ cover, handbook: { duties, team } }) =>
      Record.toEntries(team.delegations ?? {}).flatMap(([id, { delegator, duties: lent = [], permissions = [] }]) => {
        const all = new Set([...permissions, ...lent.flatMap((duty) => duties[duty]?.permissions ?? [])])
        return [...all]
          .filter((permission) => !cover.may(delegator).has(permission))
          .map((permission) =>
            hit(
              ["team", "delegations", id],
              `${delegator} 委托了自己没有的权限 ${permission}。`,
              `${delegator} lends ${permission} without having it.`,
              permission
            )
          )
      })
  },
  {
    code: "people/lends-to-self",
    severity: "error",
    demands: { zh: "委托给另一个人。", en: "A delegation has two people." },
    fix: { zh: "写上另一个人的名字。", en: "Name another person." },
    find: ({ handbook: { team } }) =>
      Record.toEntries(team.delegations ?? {})
        .filter(([, { delegate, delegator }]) => delegate === delegator)
        .map(([id, { delegate }]) =>
          hit(
            ["team", "delegations", id, "delegate"],
            `${delegate} 委托给了自己。`,
            `${delegate} lends to themselves.`,
            delegate
          )
        )
  },
  {
    code: "people/lends-nothing",
    severity: "warning",
    demands: { zh: "委托写明职责或权限。", en: "A delegation says what is lent." },
    fix: { zh: "写明委托的职责或权限。", en: "Write the duties or the permissions that are lent." },
    find: ({ handbook: { team } }) =>
      Record.toEntries(team.delegations ?? {})
        .filter(([, { duties = [], permissions = [] }]) => duties.length + permissions.length === 0)
        .map(([id]) =>
          hit(["team", "delegations", id], `委托「${id}」没有委托任何事。`, `The delegation ${id} lends nothing.`)
        )
  },
  {
    code: "people/delegate-away",
    severity: "warning",
    demands: { zh: "受托人在委托期间在岗。", en: "Whoever acts for another is not away themselves." },
    fix: { zh: "换一位受托人，或改期。", en: "Choose somebody who is there then." },
    find: ({ cover, handbook: { team }, moment }) =>
      Record.toEntries(team.delegations ?? {}).flatMap(([id, { delegate, from, until }]) =>
        Spans.intersection(cover.away(delegate), [moment(from), moment(until)]).length === 0
          ? []
          : [
              hit(
                ["team", "delegations", id, "delegate"],
                `${delegate} 在委托期间缺勤。`,
                `${delegate} is away while acting for another.`,
                `${from} – ${until}`
              )
            ]
      )
  }
]
