/**
 * What the handbook promises to the outside and gets from it: promises, the plan, needs and resources, numbers.
 *
 * @module
 */
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import type { PersonId } from "../process/Actor.ts"
import * as Names from "./Names.ts"
import { joined, nothing, type Section, type Text } from "./Page.ts"

/** The sections of promises, plan, resources and KPIs. */
export const sections = (handbook: Handbook): ReadonlyArray<Section> => {
  const nameOf = (id: PersonId) => handbook.team.people[id]?.name ?? id
  return [
    table(
      "promises",
      { zh: "对粉丝的承诺", en: "Promises to fans" },
      [
        { zh: "承诺", en: "Promise" },
        { zh: "时限", en: "Within" },
        { zh: "背后的部门", en: "Behind it" },
        { zh: "逾期告诉", en: "When late, told" }
      ],
      Object.values(handbook.promises ?? {}).map(({ behind = [], escalation = [], title, within }) => [
        { strong: title },
        Names.allowanceName(within),
        behind.length === 0
          ? "—"
          : joined(
              behind.map((one): Text => [handbook.resources[one.by]?.title ?? one.by, Names.allowanceName(one.within)]),
              "·"
            ),
        escalation.length === 0 ? "—" : escalation.map(({ to }) => nameOf(to)).join(" → ")
      ])
    ),
    table(
      "plan",
      { zh: "计划", en: "The plan" },
      [
        { zh: "事项", en: "What" },
        { zh: "从", en: "From" },
        { zh: "到", en: "Until" },
        { zh: "负责人", en: "Owner" }
      ],
      Object.values(handbook.plan?.entries ?? {}).map(({ from, owner, title, until }) => [
        title,
        from.replace("T", " "),
        until.replace("T", " "),
        nameOf(owner)
      ])
    ),
    table(
      "resources",
      { zh: "外部资源", en: "Resources of the company" },
      [
        { zh: "资源", en: "Resource" },
        { zh: "怎么用", en: "How it is used" },
        { zh: "负责人", en: "Owner" },
        { zh: "答复时限", en: "Answers within" },
        { zh: "满足的需要", en: "Meets" }
      ],
      Object.entries(handbook.resources).map(([id, { answers, owner, title, use }]) => {
        const needs = Object.values(handbook.needs ?? {}).filter(({ metBy }) => metBy.some((one) => one === id))
        return [
          { strong: title },
          use,
          nameOf(owner),
          Names.allowanceName(answers),
          needs.length === 0
            ? { badge: { zh: "未被使用", en: "unused" }, tone: "warn" }
            : joined(
                needs.map((need) => need.title),
                "·"
              )
        ]
      })
    ),
    table(
      "kpis",
      { zh: "指标", en: "Numbers" },
      [
        { zh: "指标", en: "Number" },
        { zh: "单位", en: "Unit" },
        { zh: "负责人", en: "Owner" }
      ],
      Object.values(handbook.kpis ?? {}).map(({ owner, title, unit }) => [title, unit, nameOf(owner)])
    )
  ]
}

const table = (
  id: string,
  title: Bilingual,
  columns: ReadonlyArray<Bilingual>,
  rows: ReadonlyArray<ReadonlyArray<Text>>
): Section => ({
  id,
  title,
  count: rows.length,
  blocks: rows.length === 0 ? [nothing] : [{ kind: "table", columns, rows }]
})
