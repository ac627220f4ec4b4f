/**
 * Prize claims as a practice: the section that a handbook may have, the process that runs by it, what the verifier demands of it, and the
 * page that prints it. A program and `dualops.config.ts` name it once: `[...Practices.house, prizes]`.
 */
import { Actor, Allowance } from "@dualops/core"
import { Name } from "@dualops/core/finding"
import { HandbookSection } from "@dualops/core/handbook"
import { Practice } from "@dualops/core/practices"
import { Rule } from "@dualops/core/verifier"
import { Schema } from "effect"
import { PrizeClaimProcess } from "./PrizeClaimProcess.ts"

// #region section
/** The section `prizes` of a handbook. */
export const Prizes = HandbookSection.make("prizes", {
  title: { zh: "兑奖", en: "Prize claims" },
  schema: Schema.Struct({
    owner: Actor.PersonId.annotate(Name.urgent).annotateKey({ description: "Who hears of a claim that lies." }),
    answers: Allowance.Allowance.annotateKey({ description: "How soon a claim is settled." })
  })
})
// #endregion

// #region rule
const ownerMaySettle: Rule.Rule = {
  code: "prizes/owner-may-not-settle",
  severity: "error",
  demands: { zh: "兑奖负责人能自己了结。", en: "The owner of the claims may settle them." },
  fix: { zh: "给其角色 resource.answer 权限。", en: "Give a role of theirs the permission resource.answer." },
  find: ({ handbook }) => {
    const { owner } = Prizes.of(handbook)
    const roles = handbook.team.people[owner]?.roles ?? []
    return roles.some((role) => handbook.team.roles[role]?.may.includes("resource.answer"))
      ? []
      : [Rule.hit(["prizes", "owner"], `${owner} 不能了结兑奖。`, `${owner} may not settle a claim.`, owner)]
  }
}
// #endregion

// #region practice
/** The practice. */
export const prizes = Practice.make({
  name: "prizes",
  title: { zh: "兑奖", en: "prize claims" },
  sections: [Prizes],
  runs: [Practice.run(PrizeClaimProcess, Prizes.of)],
  rules: [ownerMaySettle],
  pages: (handbook, { words }) => {
    const { answers, owner } = Prizes.of(handbook)
    return [
      {
        id: "prizes",
        title: Prizes.title,
        blocks: [
          {
            kind: "facts",
            facts: [
              [{ zh: "负责人", en: "Owner" }, words.person(owner)],
              [{ zh: "答复时限", en: "Settled within" }, words.allowance(answers)]
            ]
          }
        ]
      }
    ]
  }
})
// #endregion
