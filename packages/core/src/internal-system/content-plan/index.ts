/**
 * Plans what goes out when: from the mix, the quantities, the slots and the occasions to a calendar, and why what is not met is not.
 *
 * @module
 */
export * as Brief from "./Brief.ts"
export * as ContentPlan from "./ContentPlan.ts"

// What these are made of.

export * as Layout from "./Layout.ts"
export * as Model from "./Model.ts"
export * as Search from "./Search.ts"
