/** Ways to break what a handbook says of campaigns, draws and its content plan. */
import { type Draft, type Mutation, once, the } from "./broken.ts"

/** Every way that there is. */
export const mutations = (): ReadonlyArray<Mutation> => [
  ...once("campaign/no-activities", (draft) => {
    delete draft.activities
  }),
  ...once("campaign/approver-not-permitted", (draft) => {
    draft.team.people.new = { name: "新人", roles: [] }
    the(draft.activities).approver = "new"
  }),
  ...once("campaign/currencies-mixed", (draft) => run(draft, { budget: { amount: 240_000, currency: "USD" } })),
  // akvo/akvo-rsr#2660, moneymanagerex/moneymanagerex#1285: sums of several currencies were added up as they stood.
  ...once("plan/currencies-mixed", (draft) => {
    const [entry] = Object.values(the(draft.plan).entries)
    the(entry).budget = { amount: 300, currency: "JPY" }
  }),
  ...once("campaign/year-below-one", (draft) => run(draft, { budget: { amount: 20_000 } })),
  ...once("campaign/plan-beyond-year", (draft) => run(draft, { budget: { amount: 30_000 } })),
  ...once("campaign/nobody-orders", (draft) => drawn(draft, {})),
  ...once("draws/settles-too-soon", (draft) => drawn(draft, { settlesWithin: days(14) })),
  ...once("draws/told-after-the-draw", (draft) => drawn(draft, { attention: { time: "4 hours", calendar: "office" } })),
  ...once("content-plan/planner-not-permitted", (draft) => {
    draft.team.people.new = { name: "新人", roles: [] }
    planned(draft, { planner: "new" })
  }),
  ...once("content-plan/silence-without-dates", (draft) => {
    const title = { zh: "公祭日", en: "Memorial Day" }
    planned(draft, { silence: { memorial: { title, from: "2026-12-13", until: "2026-12-13" } } })
  }),
  ...once("content-plan/free-slots-of-the-mix", (draft) => planned(draft, { free: { slots: 2, per: "week" } })),
  ...once("content-plan/more-than-its-slots", (draft) =>
    planned(draft, { festivals: { "mid-autumn": { posts: 5, ahead: 1, categories: ["tea"] } } })
  ),
  ...once("content-plan/more-than-its-slots", (draft) => planned(draft, { entries: { activity: { warmUp: 13 } } })),
  ...once("content-plan/more-than-its-slots", (draft) => planned(draft, { entries: { occasion: { posts: 30 } } }))
]

/** Posts are planned as they can be, but for what is changed. */
const planned = (draft: Draft, change: Readonly<Record<string, unknown>>) =>
  Object.assign(draft, { contentPlan: { planner: "zhou", checkAt: "10:00", ...change } })

const days = (count: number) => ({ time: `${count} days`, calendar: "always" })
/** Prizes are drawn, by times that are in order but for what is changed. */
const drawn = (draft: Draft, change: Readonly<Record<string, unknown>>) =>
  Object.assign(draft, {
    draws: {
      attention: { time: "10 minutes", calendar: "always" },
      settlesWithin: days(30),
      tellWithin: { time: "1 day", calendar: "office" },
      claimWithin: days(7),
      sendWithin: { time: "3 days", calendar: "office" },
      arriveWithin: days(10),
      ...change
    }
  })

/** The section on campaigns says something else. */
const run = (draft: Draft, change: Readonly<Record<string, unknown>>) =>
  Object.assign(draft, { campaigns: { ...Object(Reflect.get(draft, "campaigns")), ...change } })
