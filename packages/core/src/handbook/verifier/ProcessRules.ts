/**
 * Processes: they are sound, and the handbook has people for every step.
 *
 * @module
 */
import * as Soundness from "../../process/Soundness.ts"
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
      const steps = processes.flatMap(({ name, steps }) =>
        Object.entries(steps).flatMap(([step, { by }]) =>
          by === "clock" || by === "world" ? [] : [{ by, step: `${name}.${step}` }]
        )
      )
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
  }
]
