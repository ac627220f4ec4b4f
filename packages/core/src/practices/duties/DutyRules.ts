/**
 * Duties: every function has some, and each of them can be done by more than one person who has never done it before.
 *
 * @module
 */
import { Record } from "effect"
import { functions, titles } from "../../account/AccountFunction.ts"
import { separations } from "../../handbook/continuity/Continuity.ts"
import * as Cover from "../../handbook/continuity/Cover.ts"
import { TakeoverProcess } from "../../internal-system/team/TakeoverProcess.ts"
import { hit, type Rule } from "../../practice/Rule.ts"

/** The rules of duties. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "duty/function-without-duty",
    severity: "error",
    demands: { zh: "九项职能各有职责和负责人。", en: "Each of the nine functions has a duty, and so an owner." },
    fix: { zh: "为该职能写下至少一项职责。", en: "Write down at least one duty of the function." },
    find: ({ handbook: { duties } }) =>
      functions
        .filter((one) => !Object.values(duties).some((duty) => duty.function === one))
        .map((one) =>
          hit(
            ["duties"],
            `职能「${titles[one].zh}」没有任何职责。`,
            `The function ${one} has no duty, so nobody answers for it.`,
            one
          )
        )
  },
  {
    code: "duty/no-procedure",
    severity: "error",
    demands: { zh: "每项职责写明怎么做。", en: "Every duty says how it is done." },
    fix: { zh: "按步骤写下做法。", en: "Write the procedure down, step by step." },
    find: ({ handbook: { duties } }) =>
      Record.toEntries(duties)
        .filter(([, { procedure }]) => procedure.length === 0)
        .map(([id]) =>
          hit(
            ["duties", id, "procedure"],
            `职责「${id}」没有写做法。`,
            `Nobody who has not done ${id} before can tell how.`
          )
        )
  },
  {
    code: "duty/no-stand-in",
    severity: "error",
    demands: { zh: "每项职责有替补。", en: "Every duty has a stand-in." },
    fix: { zh: "指定至少一名替补。", en: "Name at least one stand-in." },
    find: ({ handbook: { duties } }) =>
      Record.toEntries(duties)
        .filter(([, { owner, standIns }]) => standIns.every((one) => one === owner))
        .map(([id, { owner }]) =>
          hit(
            ["duties", id, "standIns"],
            `职责「${id}」只有 ${owner} 一人。`,
            `When ${owner} is away, nobody takes over ${id}.`,
            owner
          )
        )
  },
  {
    code: "duty/stand-in-twice",
    severity: "warning",
    demands: { zh: "替补是负责人以外的不同的人。", en: "Stand-ins are different people, and none of them the owner." },
    fix: { zh: "删除重复的名字，或换成另一个人。", en: "Take the name out, or put another person's in its place." },
    find: ({ handbook: { duties } }) =>
      Record.toEntries(duties).flatMap(([id, { owner, standIns }]) =>
        standIns.flatMap((one, index) =>
          one === owner || standIns.indexOf(one) < index
            ? [
                hit(
                  ["duties", id, "standIns", index],
                  `${one} 在职责「${id}」中出现两次。`,
                  `${one} is counted twice for ${id}.`,
                  one
                )
              ]
            : []
        )
      )
  },
  {
    code: "duty/owner-unable",
    severity: "error",
    demands: { zh: "负责人具备职责所需的技能。", en: "The owner of a duty has the skills for it." },
    fix: { zh: "安排培训，或换一位负责人。", en: "Teach the owner, or let somebody else own the duty." },
    find: ({ cover }) =>
      cover.duties.flatMap(([id, duty]) =>
        Cover.lacksSkills(cover, duty.owner, duty).map((skill) =>
          hit(
            ["duties", id, "owner"],
            `${duty.owner} 负责「${id}」，但不会「${skill}」。`,
            `${duty.owner} owns ${id} and cannot do ${skill}.`,
            skill
          )
        )
      )
  },
  {
    code: "duty/stand-in-unable",
    severity: "warning",
    demands: { zh: "替补具备职责所需的技能。", en: "A stand-in has the skills of the duty." },
    fix: { zh: "安排培训，或换一名替补。", en: "Teach the stand-in, or name another one." },
    find: ({ cover }) =>
      cover.duties.flatMap(([id, duty]) =>
        duty.standIns.flatMap((one, index) =>
          Cover.lacksSkills(cover, one, duty).map((skill) =>
            hit(
              ["duties", id, "standIns", index],
              `替补 ${one} 不会「${skill}」，接不了「${id}」。`,
              `${one} stands in for ${id} and cannot do ${skill}.`,
              skill
            )
          )
        )
      )
  },
  {
    code: "duty/stand-in-cannot-take-over",
    severity: "warning",
    demands: {
      zh: "替补要么自己有职责所需的权限，要么可以紧急接手。",
      en: "A stand-in has what the duty needs, or may take the owner's place when no absence has been written down."
    },
    fix: {
      zh: `给替补的角色加上 ${TakeoverProcess.steps.Take.by}。`,
      en: `Grant ${TakeoverProcess.steps.Take.by} to a role of the stand-in.`
    },
    find: ({ cover }) =>
      cover.duties.flatMap(([id, { permissions, standIns }]) =>
        standIns.flatMap((one, index) => {
          const own = cover.may(one)
          const borrowed = permissions.filter((permission) => !own.has(permission)).join(", ")
          return borrowed === "" || own.has(TakeoverProcess.steps.Take.by)
            ? []
            : [
                hit(
                  ["duties", id, "standIns", index],
                  `负责人突然离开时，${one} 无法为「${id}」行使 ${borrowed}。`,
                  `When the owner of ${id} is called away unforeseen, ${one} cannot use ${borrowed}.`,
                  borrowed
                )
              ]
        })
      )
  },
  {
    code: "duty/owner-not-permitted",
    severity: "error",
    demands: {
      zh: "负责人自己的角色含有职责所需的权限，替补才能借用。",
      en: "The owner's roles give what the duty needs; stand-ins borrow it from there."
    },
    fix: { zh: "给负责人的角色加上该权限。", en: "Give the permission to a role of the owner." },
    find: ({ cover }) =>
      cover.duties.flatMap(([id, duty]) =>
        duty.permissions
          .filter((permission) => !cover.may(duty.owner).has(permission))
          .map((permission) =>
            hit(
              ["duties", id, "owner"],
              `${duty.owner} 负责「${id}」，但没有权限 ${permission}。`,
              `${duty.owner} owns ${id} without the permission ${permission}.`,
              permission
            )
          )
      )
  },
  {
    code: "duty/knowledge-unwritten",
    severity: "warning",
    demands: { zh: "职责所需的知识写在某处。", en: "What one must know for a duty is written somewhere." },
    fix: { zh: "写下来，并注明放在哪里。", en: "Write it down, and say where it lies." },
    find: ({ handbook: { duties, team } }) =>
      Record.toEntries(team.knowledge ?? {})
        .filter(
          ([id, { writtenIn }]) =>
            writtenIn === undefined && Object.values(duties).some((duty) => duty.knowledge?.includes(id))
        )
        .map(([id, { knownBy = [] }]) =>
          hit(
            ["team", "knowledge", id],
            `「${id}」没有写下来，只有 ${knownBy.join("、") || "无人"} 知道。`,
            `${id} is written nowhere and leaves with ${knownBy.join(" and ") || "nobody, for nobody knows it"}.`,
            knownBy.join(", ")
          )
        )
  },
  {
    code: "duty/both-sides",
    severity: "note",
    demands: {
      zh: "一项职责不同时包含须分开的两步。",
      en: "No duty holds both of two steps that must be in different hands."
    },
    fix: { zh: "拆成两项职责，由不同的人负责。", en: "Make two duties of it, with different owners." },
    find: ({ handbook: { duties }, processes }) =>
      Record.toEntries(duties).flatMap(([id, { permissions }]) => {
        const both = separations(processes).find(
          ([one, other]) => permissions.includes(one) && permissions.includes(other)
        )
        return both === undefined
          ? []
          : [
              hit(
                ["duties", id, "permissions"],
                `「${id}」同时需要 ${both.join(" 和 ")}。`,
                `${id} needs both ${both.join(" and ")}, which one person may never do in one case.`,
                both.join(", ")
              )
            ]
      })
  },
  {
    code: "duty/tool-unreachable",
    severity: "warning",
    demands: {
      zh: "负责人和替补中至少两人能登录所需工具。",
      en: "At least two of those who do a duty can log in to its tools."
    },
    fix: { zh: "让另一名替补也持有该凭据。", en: "Let one more of them hold the credential." },
    find: ({ handbook: { duties, team } }) =>
      Record.toEntries(duties).flatMap(([id, { owner, standIns, tools = [] }]) =>
        tools.flatMap((tool, index) => {
          const holders = team.tools?.[tool]?.credential?.holders
          const those = [owner, ...standIns].filter((one) => holders?.includes(one))
          return holders === undefined || those.length >= 2
            ? []
            : [
                hit(
                  ["duties", id, "tools", index],
                  `做「${id}」的人里，能登录「${tool}」的有 ${those.length} 人。`,
                  `Of those who do ${id}, ${those.join(", ") || "nobody"} can log in to ${tool}.`,
                  those.join(", ")
                )
              ]
        })
      )
  }
]
