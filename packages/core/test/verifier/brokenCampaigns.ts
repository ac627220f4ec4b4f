/** Ways to break what a handbook says of campaigns. */
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
  ...once("campaign/year-below-one", (draft) => run(draft, { budget: { amount: 20_000 } })),
  ...once("campaign/plan-beyond-year", (draft) => run(draft, { budget: { amount: 30_000 } }))
]

/** The section on campaigns says something else. */
const run = (draft: Draft, change: Readonly<Record<string, unknown>>) =>
  Object.assign(draft, { campaigns: { ...Object(Reflect.get(draft, "campaigns")), ...change } })
