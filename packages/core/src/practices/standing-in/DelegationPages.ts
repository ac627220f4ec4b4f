/**
 * What the handbook says of those who stand in for others.
 *
 * @module
 */
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import type { HandbookWords } from "../../page/HandbookWords.ts"
import type { Section } from "../../page/Page.ts"
import { fact, factsOf, tableOf } from "../../page/Sections.ts"

/** Delegations, and the limits of takeovers and hand-overs. */
export const delegations = (handbook: Handbook, words: HandbookWords): Section => {
  const { delegations = {}, handOver, takeover } = handbook.team
  return {
    id: "delegations",
    title: { zh: "委托与接手", en: "Delegations and takeovers" },
    count: Object.keys(delegations).length,
    blocks: [
      ...factsOf([
        ...fact({ zh: "紧急接手最长", en: "A takeover lasts at most" }, takeover, ({ most }) => Names.alwaysName(most)),
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
  }
}
