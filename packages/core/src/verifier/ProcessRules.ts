/**
 * Processes: they are sound, and the handbook has people for every step.
 *
 * @module
 */
import { excerpt } from "../finding/Nearest.ts"
import * as Permissions from "../practice/Permissions.ts"
import { hit, type Rule } from "../practice/Rule.ts"
import * as Soundness from "../process/Soundness.ts"

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
      Soundness.together(processes)
        .filter(({ severity }) => severity === "error")
        .map(({ evidence, fix, message, where }) => ({ at: ["processes", where.path], evidence, says: message, fix }))
  },
  {
    code: "process/step-of-one",
    severity: "error",
    demands: {
      zh: "流程中每个由人完成的步骤，至少两人有权限。",
      en: "Every step by a person is permitted to at least two people."
    },
    fix: { zh: "让至少两个人的角色有该权限。", en: "Grant the permission to roles of at least two people." },
    find: ({ cover, processes }) => {
      const steps = Permissions.personal(processes)
      return [...new Set(steps.map(({ by }) => by))].flatMap((by) => {
        const those = cover.people.filter((person) => cover.may(person).has(by))
        const names = steps.flatMap((one) => (one.by === by ? [one.step] : [])).join(", ")
        return those.length >= 2
          ? []
          : [
              hit(
                ["team", "roles"],
                `${names} 需要 ${by}，${those.length === 0 ? "没有人拥有" : `只有 ${those.join()} 拥有`}。`,
                `${names} ${names.includes(",") ? "need" : "needs"} ${by}, which ${those.length === 0 ? "nobody" : `${those.join()} alone`} has.`,
                by
              )
            ]
      })
    }
  },
  {
    code: Permissions.mistyped,
    // The other rules look at the handbook as it was meant, so that nothing else would keep it from being run as it is.
    severity: "error",
    demands: {
      zh: "权限名与流程步骤所需的一字不差。",
      en: "A permission is spelled as the steps of the processes spell it."
    },
    fix: {
      zh: "照步骤所写的名字改正；若是自有流程的权限，检查时一并给出该流程。",
      en: "Spell it as the step does; where a process of your own needs it, check the handbook with that process."
    },
    find: ({ slips }) =>
      slips.map(({ at, meant, written }) => ({
        at,
        evidence: excerpt(written),
        says: {
          zh: `没有流程步骤需要「${excerpt(written)}」。`,
          en: `No step of a process needs ${excerpt(written)}.`
        },
        fix: { zh: `是否应为「${meant}」？`, en: `Did you mean ${meant}?` }
      }))
  }
]
