/**
 * Credentials: more than one person can get in, today and tomorrow.
 *
 * @module
 */
import { Record } from "effect"
import { hit, type Rule } from "../../practice/Rule.ts"

/** The rules of tools and credentials. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "credential/one-holder",
    severity: "error",
    demands: { zh: "每个凭据至少两人持有。", en: "At least two people hold every credential." },
    fix: { zh: "让至少两个人持有。", en: "Let at least two people hold it." },
    find: ({ handbook: { team } }) =>
      Record.toEntries(team.tools ?? {}).flatMap(([id, { credential }]) => {
        const holders = new Set(credential?.holders)
        return credential === undefined || holders.size >= 2
          ? []
          : [
              hit(
                ["team", "tools", id, "credential", "holders"],
                holders.size === 0 ? `没有人能登录「${id}」。` : `「${id}」只有 ${[...holders].join()} 能登录。`,
                holders.size === 0
                  ? `Nobody can log in to ${id}.`
                  : `${[...holders].join()} alone can log in to ${id}.`,
                [...holders].join()
              )
            ]
      })
  },
  {
    code: "credential/expired",
    severity: "error",
    demands: { zh: "凭据没有过期。", en: "No credential has expired." },
    fix: { zh: "更新凭据和日期。", en: "Renew it, and write the new date." },
    find: ({ handbook: { team }, today }) =>
      Record.toEntries(team.tools ?? {}).flatMap(([id, { credential }]) =>
        credential?.expires === undefined || today === undefined || credential.expires > today
          ? []
          : [
              hit(
                ["team", "tools", id, "credential", "expires"],
                `「${id}」的凭据已于 ${credential.expires} 过期。`,
                `The credential of ${id} expired on ${credential.expires}.`,
                credential.expires
              )
            ]
      )
  },
  {
    code: "credential/expires-in-the-plan",
    severity: "warning",
    demands: { zh: "凭据在计划期内有效。", en: "Credentials outlast the plan." },
    fix: { zh: "在到期之前安排更新。", en: "Have it renewed before that date." },
    find: ({ end, handbook: { team }, today }) =>
      Record.toEntries(team.tools ?? {}).flatMap(([id, { credential }]) =>
        credential?.expires === undefined ||
        today === undefined ||
        credential.expires <= today ||
        credential.expires >= end
          ? []
          : [
              hit(
                ["team", "tools", id, "credential", "expires"],
                `「${id}」的凭据将在计划期内（${credential.expires}）过期。`,
                `The credential of ${id} expires on ${credential.expires}, before the plan ends.`,
                credential.expires
              )
            ]
      )
  },
  {
    code: "credential/tool-unused",
    severity: "note",
    demands: { zh: "每个工具有职责使用。", en: "Some duty is done with every tool." },
    fix: { zh: "写在职责里，或删除。", en: "Name it in a duty, or take it out." },
    find: ({ handbook: { duties, team } }) =>
      Record.toEntries(team.tools ?? {})
        .filter(([id]) => !Object.values(duties).some(({ tools = [] }) => tools.includes(id)))
        .map(([id]) => hit(["team", "tools", id], `没有职责使用「${id}」。`, `No duty is done with ${id}.`))
  },
  {
    code: "credential/knowledge-unused",
    severity: "note",
    demands: { zh: "每条知识有职责需要。", en: "Some duty needs every piece of knowledge." },
    fix: { zh: "写在职责里，或删除。", en: "Name it in a duty, or take it out." },
    find: ({ handbook: { duties, team } }) =>
      Record.toEntries(team.knowledge ?? {})
        .filter(([id]) => !Object.values(duties).some(({ knowledge = [] }) => knowledge.includes(id)))
        .map(([id]) => hit(["team", "knowledge", id], `没有职责需要「${id}」。`, `No duty needs ${id}.`))
  }
]
