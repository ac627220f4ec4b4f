/**
 * What is planned: activities, the content calendar, and how many calls of a platform are left for what.
 *
 * @module
 */
export * as Activity from "./Activity.ts"
export * as ContentCalendar from "./ContentCalendar.ts"
export * as Plan from "./Plan.ts"
export * as Quota from "./Quota.ts"
export * as QuotaLedger from "./QuotaLedger.ts"
export * as QuotaLeft from "./QuotaLeft.ts"
export * as QuotaPlan from "./QuotaPlan.ts"
