/**
 * The fans of an account, what a platform tells about both, and how fans come, stay and go
 *
 * @module
 */
export * as AccountFacts from "./AccountFacts.ts"
export * as AccountReading from "./AccountReading.ts"
export * as DeadFans from "./DeadFans.ts"
export * as Fan from "./Fan.ts"
export * as FanFigures from "./FanFigures.ts"
export * as FanLife from "./FanLife.ts"
export * as FanLook from "./FanLook.ts"
export * as FanLooks from "./FanLooks.ts"
export * as LifeCycle from "./LifeCycle.ts"
export * as Retention from "./Retention.ts"
export * as Turnover from "./Turnover.ts"

// What these are made of.

export * as FanAccount from "./FanAccount.ts"
export * as FanCounts from "./FanCounts.ts"
export * as Survival from "./Survival.ts"
