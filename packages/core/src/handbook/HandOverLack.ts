/**
 * What nobody has written down: gaps of the handbook that this stand-in would meet tonight.
 *
 * @module
 */
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Finding } from "../finding/Finding.ts"
import { inPlaceOf, person } from "../process/Actor.ts"
import type { DutyLine } from "./DutyLine.ts"
import type { Change } from "./HandOverLines.ts"
import type { Papers } from "./HandOverPapers.ts"
import type { Work } from "./HandOverWork.ts"

/** The gaps, those that stop a step first. */
export const lacking = (change: Change, papers: Papers, work: Work): ReadonlyArray<Finding> => [
  ...[...work.open, ...work.reviews, ...work.scheduled].flatMap(({ id, process, ways }) =>
    ways.flatMap(({ refusal, step }) =>
      refusal === undefined
        ? []
        : [
            lack(
              "no-way",
              "error",
              `${process.name}.${id}`,
              "",
              id,
              `接手人不能${step.title.zh}。${refusal.zh.replace(/。$/, "")}`,
              `the stand-in cannot ${step.title.en}. ${refusal.en.replace(/\.$/, "")}`,
              askLead
            )
          ]
    )
  ),
  ...work.adrift.map(({ case: { handbook, id }, process }) =>
    lack(
      "no-edition",
      "error",
      `${process.name}.${id}`,
      handbook,
      id,
      "所依据的手册版本不在手边",
      "the edition it runs under is not at hand",
      keepIt
    )
  ),
  ...papers.duties.flatMap((line) => [...lackOfDuty(line), ...lackOfStandIn(line, change)]),
  ...papers.keys.flatMap(({ holders, tool }) =>
    holders.some(({ id }) => id === change.in)
      ? []
      : [
          lack(
            "no-key",
            "error",
            "team.tools",
            tool.en,
            tool,
            "接手人没有登录权限",
            "the stand-in has no access",
            giveIt
          )
        ]
  ),
  ...papers.contacts.flatMap(({ contact, who }) =>
    contact === undefined
      ? [
          lack(
            "no-contact",
            "warning",
            `team.people.${who.id}.contact`,
            who.id,
            who.name,
            "没有写联系方式",
            "no contact is written",
            writeIt
          )
        ]
      : []
  )
]

const lackOfDuty = ({ duty, id, knowledge }: DutyLine): ReadonlyArray<Finding> => [
  ...(duty.procedure.length === 0
    ? [
        lack(
          "no-procedure",
          "warning",
          `duties.${id}.procedure`,
          id,
          duty.title,
          "没有写做法",
          "no procedure is written",
          writeIt
        )
      ]
    : []),
  ...(duty.standIns.length === 0
    ? [
        lack(
          "no-stand-in",
          "warning",
          `duties.${id}.standIns`,
          id,
          duty.title,
          "没有替补人员",
          "nobody stands in",
          writeIt
        )
      ]
    : []),
  ...knowledge.flatMap(({ knownBy = [], title, writtenIn }) =>
    writtenIn === undefined
      ? [
          lack(
            "no-place",
            "warning",
            "team.knowledge",
            knownBy.join(", "),
            title,
            "没有写在任何文件里",
            "written nowhere",
            writeIt
          )
        ]
      : []
  )
]

const lackOfStandIn = (
  { duty, id }: DutyLine,
  { at, editions: [{ entitled }], handbook, in: comes, out }: Change
): ReadonlyArray<Finding> => {
  const skills = handbook.team.people[comes]?.skills ?? []
  const missing = (duty.skills ?? []).filter((skill) => !skills.includes(skill))
  const closed = duty.permissions.filter(
    (permission) => !entitled(person(comes), permission, at) && !entitled(inPlaceOf(comes, out), permission, at)
  )
  return [
    ...(missing.length > 0
      ? [
          lack(
            "no-skill",
            "warning",
            `duties.${id}.skills`,
            missing.join(", "),
            duty.title,
            "接手人缺少所需技能",
            "the stand-in lacks a skill",
            askLead
          )
        ]
      : []),
    ...(closed.length > 0
      ? [
          lack(
            "no-permission",
            "error",
            `duties.${id}.permissions`,
            closed.join(", "),
            duty.title,
            "接手人没有所需权限",
            "the stand-in lacks a permission",
            lendIt
          )
        ]
      : [])
  ]
}

const lack = (
  code: string,
  severity: Finding["severity"],
  path: string,
  evidence: string,
  what: Bilingual | string,
  zh: string,
  en: string,
  fix: Bilingual
): Finding => {
  const { en: english, zh: chinese } = typeof what === "string" ? { zh: what, en: what } : what
  return {
    code: `hand-over/${code}`,
    severity,
    where: { path },
    evidence,
    message: { zh: `${chinese}：${zh}。`, en: `${english}: ${en}.` },
    fix
  }
}

const askLead = { zh: "请负责人另派人处理。", en: "Ask the lead for somebody else." }
const keepIt = { zh: "把该版本放回手册书架。", en: "Put that edition back kept." }
const giveIt = { zh: "请持有人当面移交权限。", en: "Ask a holder to let the stand-in in." }
const writeIt = { zh: "写进手册；今晚先当面问清。", en: "Write it down; tonight, ask in person." }
const lendIt = { zh: "写一条委托，或紧急接手。", en: "Write a delegation, or take over." }
