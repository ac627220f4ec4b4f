/** Ways to break the promises, the content, the plan, the calendars, the resources and the KPIs of a handbook. */
import { type Draft, each, type Mutation, once, the } from "./broken.ts"

const both = (text: string) => ({ zh: text, en: text })
const promise = (draft: Draft, id: string) => the(draft.promises?.[id])
const mix = (draft: Draft) => the(draft.content.mix)
const entry = (draft: Draft, id: string) => the(draft.plan?.entries[id])
const rules = (draft: Draft) => the(draft.activities)
const resource = (draft: Draft, id: string) => the(draft.resources[id])
const kpi = (draft: Draft, id: string) => the(draft.kpis?.[id])
const service = (draft: Draft) => the(promise(draft, "complaint-answered").behind?.[0])

/** Every way that there is for this handbook. */
export const mutations = (book: Draft): ReadonlyArray<Mutation> => {
  const { calendars, content, kpis, needs, plan, promises, resources } = book
  const chained = ({ escalation = [] }: { readonly escalation?: ReadonlyArray<unknown> }) => escalation.length > 1
  return [
    ...once("account/no-number", (draft) => (draft.account.id = "xinghetea")),
    ...each(
      "promise/does-not-add-up",
      promises,
      (draft, id) => (promise(draft, id).within.time = "20 minutes"),
      ({ behind }) => behind !== undefined
    ),
    ...once("promise/does-not-add-up", (draft) => (service(draft).within.time = "4 hours")),
    ...once("promise/does-not-add-up", (draft) => (the(service(draft).behind?.[0]).within.time = "3 hours")),
    ...once("promise/does-not-add-up", (draft) => (service(draft).within.calendar = "office")),
    ...once(
      "promise/does-not-add-up",
      (draft) => (the(promise(draft, "complaint-answered").reviews?.[0]).within.time = "5 hours")
    ),
    ...once("promise/faster-than-its-owner", (draft) => (service(draft).within.time = "10 minutes")),
    ...once("promise/faster-than-its-owner", (draft) => (the(service(draft).behind?.[0]).within.time = "10 minutes")),
    ...once("promise/department-closed", (draft) => (service(draft).within.calendar = "always")),
    ...once("promise/department-closed", (draft) => (the(service(draft).behind?.[0]).within.calendar = "always")),
    ...each(
      "promise/department-closed",
      { shops: 0, "customer-service": 0 },
      (draft, id) => (the(resource(draft, id).answers).calendar = "office")
    ),
    ...each("promise/nobody-on-duty", promises, (draft, id) => (promise(draft, id).within.calendar = "always")),
    ...each(
      "promise/none-for-complaints",
      promises,
      (draft, id) => {
        delete draft.promises?.[id]
        // Nor are complaints followed then.
        Reflect.deleteProperty(draft, "complaints")
      },
      ({ to }) => to === "complaint"
    ),
    ...once("promise/solved-before-answered", (draft) => (promise(draft, "complaint-solved").within.time = "1 hour")),
    ...each("promise/warns-too-late", promises, (draft, id) => (promise(draft, id).warnAt = 1)),
    ...each("escalation/none", promises, (draft, id) => delete promise(draft, id).escalation),
    ...each("escalation/unreachable", promises, (draft, id) => {
      draft.team.people.new = { name: "新人", roles: [] }
      the(promise(draft, id).escalation?.at(-1)).to = "new"
    }),
    ...each("escalation/all-away", promises, (draft, id) => {
      const away = { from: "2026-09-07T00:00", until: "2026-09-12T00:00", reason: "leave" as const }
      const chain = the(promise(draft, id).escalation).map(({ to }, index) => [
        `gone-${index}`,
        { person: to, ...away }
      ])
      draft.team.absences = { ...draft.team.absences, ...Object.fromEntries(chain) }
    }),
    ...each("escalation/all-away", resources, (draft, _id, { owner, sponsor }) => {
      const away = { from: "2026-09-07T00:00", until: "2026-09-12T00:00", reason: "leave" as const }
      draft.team.absences = {
        ...draft.team.absences,
        owner: { person: owner, ...away },
        sponsor: { person: sponsor, ...away }
      }
    }),
    ...each(
      "escalation/after-the-promise",
      promises,
      (draft, id) => (the(promise(draft, id).escalation?.[0]).after.time = "60 hours")
    ),
    ...each("escalation/not-rising", promises, (draft, id) => promise(draft, id).escalation?.reverse(), chained),
    ...each(
      "escalation/same-person",
      promises,
      (draft, id) => (the(promise(draft, id).escalation?.[0]).to = "he"),
      chained
    ),
    ...each("escalation/sponsor-is-owner", resources, (draft, id, { owner }) => (resource(draft, id).sponsor = owner)),

    ...each("content/shares", content.mix?.categories, (draft, id) => (the(mix(draft).categories[id]).share += 5)),
    ...each("content/too-few-slots", Object.fromEntries((content.mix?.slots ?? []).entries()), (draft, index) =>
      mix(draft).slots.splice(Number(index), 1)
    ),
    ...once("content/too-many-slots", (draft) => (mix(draft).quantity = { least: 1, most: 2, per: "day" })),
    ...once(
      "content/fewer-slots-than-categories",
      (draft) => (mix(draft).slots = [{ on: ["monday", "friday"], at: "12:00" }])
    ),
    ...each("content/share-beyond-slots", content.mix?.categories, (draft, id) => {
      for (const slot of mix(draft).slots) slot.category = id
    }),
    ...once("content/reviewers-hours", (draft) => (draft.content.review.within.time = "200 hours")),
    ...once("content/must-say-what-is-banned", (draft) => draft.content.bannedWords?.push("喝口茶")),
    ...once("content/must-say-what-is-banned", (draft) => draft.positioning.style.mustSay.push("亲，喝口茶")),
    ...each(
      "content/model-breaks-rules",
      content.mix?.categories,
      (draft, id) => (the(mix(draft).categories[id]).like = "全国最好的茶，国家级第一品牌。#星河茶饮# 喝口茶再走。")
    ),
    ...once("content/acceptance-expired", (draft) => {
      const reason = { zh: "赛事名称如此，已有授权。", en: "The contest is called so, and has licensed its name." }
      draft.content.accepted = [
        { code: "advertising-law/statutory", text: "最佳", reason, until: "2026-08-01" },
        { code: "advertising-law/superlative", text: "第一", reason, until: "2028-01-01" }
      ]
    }),
    ...once("content/topics-lost", (draft) => (draft.account.route = "share")),
    ...once(
      "content/topics-lost",
      (draft) => (draft.account = { ...draft.account, route: "update", otherRoutes: ["share"] })
    ),
    ...once(
      "content/no-safe-domain",
      (draft) => (draft.account = { ...draft.account, route: "share", safeDomains: [] })
    ),

    ...once("plan/over", (draft) => (the(draft.plan).horizon = { from: "2026-06-01", until: "2026-08-31" })),
    ...once("plan/missing", (draft) => delete draft.plan),
    ...each(
      "plan/told-too-late",
      plan?.entries,
      (draft, id) => (entry(draft, id).noticedOn = entry(draft, id).from.slice(0, 10)),
      told
    ),
    ...each("plan/untold", plan?.entries, (draft, id) => delete entry(draft, id).noticedOn, told),
    ...each("plan/warm-up-out-of-order", plan?.entries, (draft, id) => (entry(draft, id).warmUp = "2026-08-01"), told),
    ...each("plan/over-budget", plan?.entries, (draft, id) => (entry(draft, id).budget = { amount: 30_001 })),
    ...each("plan/over-budget", plan?.entries, (draft, id) => (entry(draft, id).prizes = { amount: 8001 })),
    ...each(
      "plan/prizes-from-nowhere",
      plan?.entries,
      (draft, id) => (entry(draft, id).uses = []),
      ({ prizes }) => prizes !== undefined
    ),
    ...each("plan/owner-away", plan?.entries, (draft, _, { from, owner, until }) => {
      draft.team.absences = { ...draft.team.absences, gone: { person: owner, from, until, reason: "sick" } }
    }),
    ...each("plan/outside-its-dates", plan?.entries, (draft, id) =>
      Object.assign(entry(draft, id), { from: "2026-12-24T10:00", until: "2026-12-26T00:00" })
    ),
    ...each(
      "plan/approves-own",
      plan?.entries,
      (draft, id) => (entry(draft, id).owner = "he"),
      ({ budget }) => budget !== undefined
    ),
    ...once("plan/fewer-activities-than-promised", (draft) => (rules(draft).frequency = { times: 3, per: "week" })),
    ...once("activity/notice-too-short", (draft) => (rules(draft).notice.time = "45 hours")),
    ...once("activity/review-longer-than-notice", (draft) => (rules(draft).notice.time = "1 hour")),
    ...once("activity/prizes-beyond-budget", (draft) => (the(rules(draft).prizes).most.amount = 40_000)),
    ...each(
      "activity/prizes-from-elsewhere",
      resources,
      (draft, id) => (the(rules(draft).prizes).from = id),
      ({ kind }) => kind !== "prizes" && kind !== "sponsorship"
    ),

    ...once("calendar/unknown-year", (draft) => (the(draft.plan).horizon.until = "2027-03-01")),
    ...once("calendar/never-opens", (draft) => (the(draft.calendars.office).week = {})),
    ...each("calendar/unused", calendars, (draft, id, one) => (draft.calendars[`${id}-2`] = one)),
    ...each("calendar/other-zone", calendars, (draft, id) => (the(draft.calendars[id]).timeZone = "Europe/Berlin")),
    ...each(
      "calendar/exception-is-past",
      calendars,
      (draft, id) => (the(draft.calendars[id]).exceptions = [{ date: "2024-10-01", windows: [], reason: both("国庆") }])
    ),
    ...each(
      "calendar/more-work-than-hours",
      book.duties,
      (draft, id) => (the(draft.duties[id]).effort = "2000 hours"),
      ({ cadence, roster }) => typeof cadence !== "string" && roster === undefined
    ),

    ...each("matrix/unmet-need", needs, (draft, id) => (the(draft.needs?.[id]).metBy = [])),
    ...each("matrix/resource-never-used", resources, (draft, id) => unneeded(draft, id)),
    ...each("matrix/resource-idle", resources, (draft, id) => delete resource(draft, id).usedSince),
    ...each("matrix/no-hook", resources, (draft, id) => delete resource(draft, id).hook),
    ...each("matrix/promise-without-need", { shops: 0, "customer-service": 0 }, (draft, id) => unneeded(draft, id)),
    ...once("matrix/no-customer-service", (draft) => (resource(draft, "customer-service").kind = "knowledge")),
    ...once("matrix/no-notice", (draft) => (resource(draft, "notice").kind = "knowledge")),

    ...each(
      "kpi/vanity-root",
      kpis,
      (draft, id) => (kpi(draft, id).title = { zh: "粉丝数", en: "Number of fans" }),
      root
    ),
    ...each("kpi/root-without-target", kpis, (draft, id) => delete kpi(draft, id).target, root),
    ...each(
      "kpi/target-impossible",
      kpis,
      (draft, id) => (kpi(draft, id).target = { least: 9, most: 8, per: "month" })
    ),
    ...each("kpi/value-unmeasured", kpis, (draft, id) => delete kpi(draft, id).value, root),
    ...each(
      "kpi/leads-nowhere",
      kpis,
      (draft, id) => delete kpi(draft, id).value,
      (one, id) => root(one) && id !== "link-visits"
    ),
    ...each(
      "kpi/no-source",
      kpis,
      (draft, id) => (kpi(draft, id).measured = { source: { zh: "待定", en: "To be decided" } })
    ),
    ...each("kpi/circle", kpis, (draft, id) => (kpi(draft, id).measured = { sum: [id] })),

    ...once("reports/measures-nothing", (draft) =>
      Object.assign(draft, {
        reports: {
          lookedAtWithin: { time: "1 day", calendar: "always" },
          due: {},
          measures: { [the(Object.keys(kpis ?? {})[0])]: { cases: "Complain", counts: "begun" } }
        }
      })
    ),
    ...once("reports/hears-nothing", (draft) =>
      Object.assign(draft, {
        reports: {
          lookedAtWithin: { time: "1 day", calendar: "always" },
          due: {},
          measures: { [the(Object.keys(kpis ?? {})[0])]: { observations: "CodeRedeemd", counts: "times" } }
        }
      })
    ),

    ...once("suppression/expired", (draft) => (the(draft.suppressions?.[0]).until = "2026-08-01")),
    ...once("suppression/suppresses-nothing", (draft) => (the(draft.suppressions?.[0]).path = "team.tools.images"))
  ]
}

const told = ({ kind }: { readonly kind: string }) => kind !== "occasion"
const root = ({ value }: { readonly value?: unknown }) => value !== undefined
const unneeded = (draft: Draft, id: string) => {
  for (const need of Object.values(draft.needs ?? {})) need.metBy = need.metBy.filter((one) => one !== id)
}
