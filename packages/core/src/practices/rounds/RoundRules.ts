/**
 * Rounds: whoever has one to do can say that it is done.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import { whoIs } from "../../handbook/Called.ts"
import { may } from "../../handbook/Entitlement.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import { RoundProcess } from "../../internal-system/team/RoundProcess.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import type { PersonId } from "../../process/Actor.ts"

const permission = RoundProcess.steps.Finish.by

/** The rules of rounds. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "rounds/owner-may-not-settle",
    severity: "error",
    demands: {
      zh: "要做例行工作的人，可以了结它。",
      en: "Whoever has rounds to do may settle them."
    },
    fix: {
      zh: `在其角色中写入权限 ${permission}。`,
      en: `Give one of their roles the permission ${permission}.`
    },
    find: ({ handbook }) =>
      Array.from(asked(handbook), ([person, title]) => ({ person, title }))
        .filter(({ person }) => !may(handbook, person).has(permission))
        .map(({ person, title }) =>
          hit(
            ["team", "people", person, "roles"],
            `${whoIs(handbook, person).name} 要做「${title.zh}」，却没有权限 ${permission}，无法了结。`,
            `${whoIs(handbook, person).name} has the round “${title.en}” to do, and may not settle it without ${permission}.`,
            person
          )
        )
  }
]

/** Everybody who has a round to do, with the first of them. */
const asked = ({ duties, plan }: Handbook): ReadonlyMap<PersonId, Bilingual> =>
  new Map(
    [
      ...Object.values(duties).flatMap(({ cadence, owner, standIns, title }) =>
        typeof cadence === "string" ? [] : [owner, ...standIns].map((person) => [person, title] as const)
      ),
      ...Object.values(plan?.entries ?? {}).map(({ owner, title }) => [owner, title] as const)
    ].toReversed()
  )
