/**
 * KPIs: each leads to a value for the company, and each can be measured.
 *
 * @module
 */
import { Record } from "effect"
import { type Kpi, type KpiId, Value } from "../../internal-system/analytics/Kpi.ts"
import { hit, type Rule } from "../../practice/Rule.ts"

/** The rules of KPIs. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "kpi/vanity-root",
    severity: "warning",
    demands: { zh: "价值不以粉丝数衡量。", en: "No value is measured by the number of fans." },
    fix: {
      zh: "用销售、流量、曝光、口碑或危机化解衡量，粉丝数最多是驱动因素。",
      en: "Measure sales, traffic, exposure, brand or crises solved; fans may drive that, and no more."
    },
    find: ({ handbook: { kpis = {} } }) =>
      Record.toEntries(kpis)
        .filter(
          ([, { title, value }]) =>
            value !== undefined &&
            /粉丝(总)?(数|量)|关注(数|者)|\b(fans?|followers?)\b/i.test(`${title.zh} ${title.en}`)
        )
        .map(([id, { title, value }]) =>
          hit(
            ["kpis", id, "value"],
            `用「${title.zh}」衡量价值。`,
            `${title.en} stands for the value ${value}.`,
            title.zh
          )
        )
  },
  {
    code: "kpi/leads-nowhere",
    severity: "warning",
    demands: { zh: "每个指标通向一项价值。", en: "Every KPI leads to a value." },
    fix: {
      zh: "写在它所构成或驱动的指标里，或标明价值。",
      en: "Name it in the KPI that it is part of or drives, or say which value it is."
    },
    find: ({ handbook: { kpis = {} } }) => {
      const reached = new Set<KpiId>()
      const visit = (id: KpiId): void => {
        const kpi = kpis[id]
        if (kpi === undefined || reached.has(id)) return
        reached.add(id)
        for (const next of [...operands(kpi), ...(kpi.drivers ?? [])]) visit(next)
      }
      for (const [id, { value }] of Record.toEntries(kpis)) if (value !== undefined) visit(id)
      return Record.toEntries(kpis)
        .filter(([id]) => !reached.has(id))
        .map(([id, { title }]) =>
          hit(["kpis", id], `「${title.zh}」不通向任何价值。`, `${title.en} leads to no value.`, id)
        )
    }
  },
  {
    code: "kpi/circle",
    severity: "error",
    demands: { zh: "指标不由自身算出。", en: "No KPI is made of itself." },
    fix: { zh: "断开循环，写明来源。", en: "Break the circle with a source." },
    find: ({ handbook: { kpis = {} } }) =>
      Record.toEntries(kpis).flatMap(([id]) => {
        const seen = new Set<KpiId>()
        const below = (one: KpiId): boolean => {
          const kpi = kpis[one]
          return (
            kpi !== undefined &&
            operands(kpi).some(
              (next) => next === id || (!seen.has(next) && seen.add(next) !== undefined && below(next))
            )
          )
        }
        return below(id) ? [hit(["kpis", id, "measured"], `「${id}」由自身算出。`, `${id} is made of itself.`, id)] : []
      })
  },
  {
    code: "kpi/no-source",
    severity: "error",
    demands: { zh: "指标的来源是具体的报表或系统。", en: "The source of a KPI is a report or a system that there is." },
    fix: { zh: "写下从哪里读数。", en: "Write down where the number is read." },
    find: ({ handbook: { kpis = {} } }) =>
      Record.toEntries(kpis).flatMap(([id, { measured }]) =>
        "source" in measured &&
        /^\s*(待定|未定|不详|暂无|无|tbd|todo|none|unknown|n\/a|\?+|-+)\s*$/i.test(measured.source.zh)
          ? [
              hit(
                ["kpis", id, "measured", "source"],
                `「${id}」没有数据来源。`,
                `Nobody knows where ${id} is read from.`,
                measured.source.zh
              )
            ]
          : []
      )
  },
  {
    code: "kpi/root-without-target",
    severity: "warning",
    demands: { zh: "衡量价值的指标有目标。", en: "A KPI that measures a value has a target." },
    fix: { zh: "写下最少或最多。", en: "Write down how much is wanted, at least or at most." },
    find: ({ handbook: { kpis = {} } }) =>
      Record.toEntries(kpis)
        .filter(
          ([, { target, value }]) => value !== undefined && target?.least === undefined && target?.most === undefined
        )
        .map(([id, { title }]) =>
          hit(["kpis", id], `「${title.zh}」没有目标。`, `Nobody says how much ${title.en} should be.`, id)
        )
  },
  {
    code: "kpi/target-impossible",
    severity: "error",
    demands: { zh: "目标的下限不高于上限。", en: "A target's least is not more than its most." },
    fix: { zh: "改正其中之一。", en: "Change one of the two." },
    find: ({ handbook: { kpis = {} } }) =>
      Record.toEntries(kpis)
        .filter(
          ([, { target }]) => (target?.least ?? Number.NEGATIVE_INFINITY) > (target?.most ?? Number.POSITIVE_INFINITY)
        )
        .map(([id, { target }]) =>
          hit(
            ["kpis", id, "target"],
            `「${id}」至少 ${target?.least}，至多 ${target?.most}。`,
            `${id} should be at least ${target?.least} and at most ${target?.most}.`,
            String(target?.least)
          )
        )
  },
  {
    code: "kpi/value-unmeasured",
    severity: "note",
    demands: { zh: "五项价值各有指标。", en: "Each of the five values is measured." },
    fix: { zh: "为该价值写下指标。", en: "Write down what measures it." },
    find: ({ handbook: { kpis = {} } }) =>
      Value.literals
        .filter((value) => !Object.values(kpis).some((kpi) => kpi.value === value))
        .map((value) => hit(["kpis"], `没有指标衡量 ${value}。`, `Nothing measures ${value}.`, value))
  }
]

const operands = ({ measured }: Kpi): ReadonlyArray<KpiId> =>
  "sum" in measured
    ? measured.sum
    : "product" in measured
      ? measured.product
      : "difference" in measured
        ? measured.difference
        : "ratio" in measured
          ? measured.ratio
          : []
