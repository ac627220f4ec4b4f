/**
 * The plan: told in time, paid for, and owned by somebody who is there.
 *
 * @module
 */
import { Record } from "effect"
import * as Spans from "../../calendar/Spans.ts"
import { inWords } from "../../calendar/TimeSpan.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import { days, length } from "../../practice/Workload.ts"

/** The rules of the plan. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "plan/missing",
    severity: "warning",
    demands: { zh: "有计划及其时间范围。", en: "There is a plan with its dates." },
    fix: {
      zh: "写下计划的起止日期和条目。",
      en: "Write down the dates that are planned for, and what happens in them."
    },
    find: ({ handbook: { plan } }) =>
      plan === undefined ? [hit(["plan"], "没有计划。", "Nothing is planned; a stand-in cannot see what comes.")] : []
  },
  {
    code: "plan/over",
    severity: "warning",
    demands: { zh: "计划没有过期。", en: "The plan is not over." },
    fix: { zh: "写下新的计划。", en: "Write the next plan." },
    find: ({ handbook: { plan }, today }) =>
      plan === undefined || today === undefined || today < plan.horizon.until
        ? []
        : [
            hit(
              ["plan", "horizon", "until"],
              `计划到 ${plan.horizon.until} 为止。`,
              `The plan ended on ${plan.horizon.until}.`,
              plan.horizon.until
            )
          ]
  },
  {
    code: "plan/told-too-late",
    severity: "error",
    demands: {
      zh: "上市和活动按约定提前通知。",
      en: "The account is told of launches and campaigns as long before as agreed."
    },
    fix: { zh: "推迟开始，或更早通知。", en: "Let it begin later, or tell the account earlier." },
    find: ({ due, handbook: { activities, plan }, moment }) =>
      Record.toEntries(plan?.entries ?? {}).flatMap(([id, { from, kind, noticedOn }]) => {
        if (activities === undefined || noticedOn === undefined || kind === "occasion") return []
        const ready = due(moment(`${noticedOn}T00:00`), activities.notice)
        return ready === undefined || ready <= moment(from)
          ? []
          : [
              hit(
                ["plan", "entries", id, "noticedOn"],
                `${noticedOn} 才通知，离 ${from} 不足 ${inWords(activities.notice.time)}。`,
                `Told on ${noticedOn}, less than ${inWords(activities.notice.time)} (${activities.notice.calendar}) before ${from}.`,
                noticedOn
              )
            ]
      })
  },
  {
    code: "plan/untold",
    severity: "warning",
    demands: { zh: "计划内的每一项都已通知微博团队。", en: "The account has been told of everything in the plan." },
    fix: { zh: "问清楚，并写下通知日期。", en: "Ask, and write down when the account was told." },
    find: ({ handbook: { plan } }) =>
      Record.toEntries(plan?.entries ?? {})
        .filter(([, { kind, noticedOn }]) => noticedOn === undefined && kind !== "occasion")
        .map(([id]) =>
          hit(["plan", "entries", id], `「${id}」尚未正式通知微博团队。`, `Nobody has told the account of ${id} yet.`)
        )
  },
  {
    code: "plan/warm-up-out-of-order",
    severity: "error",
    demands: { zh: "先通知，再预热，后开始。", en: "First the account is told, then posts warm up, then it begins." },
    fix: { zh: "调整日期。", en: "Change the dates." },
    find: ({ handbook: { plan } }) =>
      Record.toEntries(plan?.entries ?? {})
        .filter(
          ([, { from, noticedOn, warmUp }]) =>
            warmUp !== undefined && ((noticedOn ?? "") > warmUp || warmUp > from.slice(0, 10))
        )
        .map(([id, { warmUp }]) =>
          hit(
            ["plan", "entries", id, "warmUp"],
            `「${id}」的预热日期 ${warmUp} 顺序不对。`,
            `${id} warms up on ${warmUp}, before it is known or after it begins.`,
            warmUp
          )
        )
  },
  {
    code: "plan/over-budget",
    severity: "error",
    demands: { zh: "预算和奖品不超过规定。", en: "Budgets and prizes keep within what one activity may cost." },
    fix: { zh: "削减，或申请提高上限。", en: "Spend less, or have the limit raised." },
    find: ({ handbook: { activities, plan } }) =>
      Record.toEntries(plan?.entries ?? {}).flatMap(([id, { budget, prizes }]) => [
        ...(budget !== undefined && activities !== undefined && budget.amount > activities.budget.amount
          ? [
              hit(
                ["plan", "entries", id, "budget"],
                `预算 ${budget.amount} 超过上限 ${activities.budget.amount}。`,
                `${budget.amount} is more than the ${activities.budget.amount} that one may cost.`,
                String(budget.amount)
              )
            ]
          : []),
        ...(prizes !== undefined &&
        prizes.amount > (activities?.prizes?.most.amount ?? budget?.amount ?? Number.POSITIVE_INFINITY)
          ? [
              hit(
                ["plan", "entries", id, "prizes"],
                `奖品 ${prizes.amount} 超过上限。`,
                `Prizes worth ${prizes.amount} are more than allowed.`,
                String(prizes.amount)
              )
            ]
          : [])
      ])
  },
  {
    code: "plan/prizes-from-nowhere",
    severity: "error",
    demands: { zh: "有奖品的条目写明用哪项奖品资源。", en: "What has prizes counts on a resource that gives them." },
    fix: { zh: "在 uses 中写上奖品资源。", en: "Name the resource among what it uses." },
    find: ({ handbook: { plan, resources } }) =>
      Record.toEntries(plan?.entries ?? {})
        .filter(
          ([, { prizes, uses = [] }]) =>
            (prizes?.amount ?? 0) > 0 &&
            !uses.some((id) => ["prizes", "sponsorship"].includes(resources[id]?.kind ?? ""))
        )
        .map(([id]) =>
          hit(["plan", "entries", id, "prizes"], `「${id}」的奖品没有来源。`, `Nothing that ${id} uses gives prizes.`)
        )
  },
  {
    code: "plan/owner-away",
    severity: "warning",
    demands: { zh: "条目开始时其负责人在岗。", en: "The owner of an entry is there when it begins." },
    fix: { zh: "换负责人，或改期。", en: "Name another owner, or another date." },
    find: ({ cover, handbook: { plan }, moment }) =>
      Record.toEntries(plan?.entries ?? {})
        .filter(([, { from, owner }]) => Spans.has(cover.away(owner), moment(from)))
        .map(([id, { from, owner }]) =>
          hit(
            ["plan", "entries", id, "owner"],
            `「${id}」开始时 ${owner} 缺勤。`,
            `${owner} is away when ${id} begins.`,
            from
          )
        )
  },
  {
    code: "plan/outside-its-dates",
    severity: "note",
    demands: { zh: "条目在计划的日期之内。", en: "An entry lies within the dates of the plan." },
    fix: { zh: "改日期，或延长计划。", en: "Change its dates, or those of the plan." },
    find: ({ handbook: { plan } }) =>
      Record.toEntries(plan?.entries ?? {})
        .filter(
          ([, { from, until }]) =>
            plan !== undefined && (until.slice(0, 10) < plan.horizon.from || from.slice(0, 10) >= plan.horizon.until)
        )
        .map(([id, { from }]) =>
          hit(
            ["plan", "entries", id],
            `「${id}」不在计划的日期之内。`,
            `${id} lies outside the dates of the plan.`,
            from
          )
        )
  },
  {
    code: "plan/approves-own",
    severity: "warning",
    demands: {
      zh: "花钱的条目由负责人以外的人批准。",
      en: "What costs money is approved by somebody other than its owner."
    },
    fix: { zh: "换负责人或批准人。", en: "Name another owner, or another approver." },
    find: ({ handbook: { activities, plan } }) =>
      Record.toEntries(plan?.entries ?? {})
        .filter(([, { budget, owner }]) => budget !== undefined && owner === activities?.approver)
        .map(([id, { owner }]) =>
          hit(
            ["plan", "entries", id, "owner"],
            `${owner} 批准自己的「${id}」。`,
            `${owner} approves ${id}, which is their own.`,
            owner
          )
        )
  },
  {
    code: "plan/fewer-activities-than-promised",
    severity: "warning",
    demands: {
      zh: "计划的活动达到约定频率的一半以上。",
      en: "The plan has at least half as many activities as the rules ask for, or more are still to be planned."
    },
    fix: { zh: "补充活动，或降低频率。", en: "Plan more of them, or ask for fewer." },
    find: (view) => {
      const { activities, plan } = view.handbook
      if (activities === undefined || plan === undefined) return []
      const { per, times } = activities.frequency
      const asked = (times * days(view).length) / length[per]
      const planned = Object.values(plan.entries).length
      return planned * 2 >= Math.floor(asked)
        ? []
        : [
            hit(
              ["activities", "frequency"],
              `约定 ${asked.toFixed(0)} 次，计划里有 ${planned} 项。`,
              `${asked.toFixed(0)} are asked for, and ${planned} planned.`,
              String(planned)
            )
          ]
    }
  }
]
