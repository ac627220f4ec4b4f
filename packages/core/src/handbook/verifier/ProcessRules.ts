/**
 * Processes: they are sound, and the handbook has people for every step.
 *
 * @module
 */
import { Record } from "effect"
import { excerpt, nearest } from "../../finding/Nearest.ts"
import type { Permission } from "../../process/Actor.ts"
import type { Any } from "../../process/Process.ts"
import * as Soundness from "../../process/Soundness.ts"
import type { Handbook } from "../Handbook.ts"
import { hit, type Rule } from "./Rule.ts"

/** The rules of processes. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "process/unsound",
    severity: "error",
    demands: {
      zh: "每个流程都能走到终点，不会无人察觉地停住。",
      en: "Every process can be brought to an end and never stands still unnoticed."
    },
    fix: { zh: "按所述经过修正流程。", en: "Mend the process along the story that is told." },
    find: ({ processes }) =>
      processes.flatMap((process) =>
        Soundness.check(process)
          .filter(({ severity }) => severity === "error")
          .map(({ evidence, fix, message, where }) => ({ at: ["processes", where.path], evidence, says: message, fix }))
      )
  },
  {
    code: "process/step-of-one",
    severity: "error",
    demands: {
      zh: "流程中每个由人完成的步骤，至少两人有权限。",
      en: "Every step by a person is permitted to at least two people."
    },
    fix: { zh: "让另一个人的角色也有该权限。", en: "Grant the permission to a role of one more person." },
    find: ({ cover, processes }) => {
      const steps = personal(processes)
      return [...new Set(steps.map(({ by }) => by))].flatMap((by) => {
        const those = cover.people.filter((person) => cover.may(person).has(by))
        const names = steps.flatMap((one) => (one.by === by ? [one.step] : [])).join(", ")
        return those.length >= 2
          ? []
          : [
              hit(
                ["team", "roles"],
                `${names} 需要 ${by}，只有 ${those.join() || "零人"} 拥有。`,
                `${names} ${names.includes(",") ? "need" : "needs"} ${by}, which ${those.join() || "nobody"} alone has.`,
                by
              )
            ]
      })
    }
  },
  {
    code: "process/mistyped-permission",
    severity: "warning",
    demands: {
      zh: "权限名与流程步骤所需的一字不差。",
      en: "A permission is spelled as the steps of the processes spell it."
    },
    fix: {
      zh: "照步骤所写的名字改正；若是自有流程的权限，检查时一并给出该流程。",
      en: "Spell it as the step does; where a process of your own needs it, check the handbook with that process."
    },
    find: ({ handbook, processes }) => {
      const needed = [...new Set(personal(processes).map(({ by }) => by))]
      return named(handbook).flatMap(({ at, permission }) => {
        const meant = needed.includes(permission) ? undefined : slipOf(permission, needed)
        return meant === undefined
          ? []
          : [
              {
                at,
                evidence: excerpt(permission),
                says: {
                  zh: `没有流程步骤需要「${excerpt(permission)}」。`,
                  en: `No step of a process needs ${excerpt(permission)}.`
                },
                fix: { zh: `是否应为「${meant}」？`, en: `Did you mean ${meant}?` }
              }
            ]
      })
    }
  }
]

/** Every step that a person takes, with what it asks of them. */
const personal = (processes: ReadonlyArray<Any>) =>
  processes.flatMap(({ name, steps }) =>
    Object.entries(steps).flatMap(([step, { by }]) =>
      by === "clock" || by === "world" ? [] : [{ by, step: `${name}.${step}` }]
    )
  )

/** Every permission that the handbook names, where it stands. */
const named = ({ duties, team: { delegations = {}, roles } }: Handbook) => {
  const list = (permissions: ReadonlyArray<Permission>, ...at: ReadonlyArray<PropertyKey>) =>
    permissions.map((permission, index) => ({ at: [...at, index], permission }))
  return [
    ...Record.toEntries(duties).flatMap(([id, duty]) => list(duty.permissions, "duties", id, "permissions")),
    ...Record.toEntries(roles).flatMap(([id, { may }]) => list(may, "team", "roles", id, "may")),
    ...Record.toEntries(delegations).flatMap(([id, { permissions = [] }]) =>
      list(permissions, "team", "delegations", id, "permissions")
    )
  ]
}

/**
 * The permission of which this one is a slip. Chapter and verb are each compared by themselves: `planning.lend` is far from `planning.ask`
 * though most of its letters are the same, and may well be asked for by a process that the check does not know.
 */
const slipOf = (permission: Permission, needed: ReadonlyArray<Permission>): Permission | undefined => {
  const [written, does] = parts(permission)
  const chapter = nearest(written, [...new Set(needed.map((one) => parts(one)[0]))])
  const there = needed.filter((one) => parts(one)[0] === chapter)
  const verb = nearest(
    does,
    there.map((one) => parts(one)[1])
  )
  return there.find((one) => parts(one)[1] === verb)
}

const parts = (permission: Permission): readonly [chapter: string, verb: string] => {
  const dot = permission.indexOf(".")
  return [permission.slice(0, dot).trim(), permission.slice(dot + 1).trim()]
}
