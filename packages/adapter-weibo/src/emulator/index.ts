/**
 * A local server that speaks Weibo's contract.
 *
 * @module
 */
export * as Chance from "./Chance.ts"
export * as Delivery from "./Delivery.ts"
export * as Desk from "./Desk.ts"
export * as Emulator from "./Emulator.ts"
export * as Fans from "./Fans.ts"
export * as Fault from "./Fault.ts"
export * as FaultPlan from "./FaultPlan.ts"
export * as Happening from "./Happening.ts"
export * as Interfaces from "./Interfaces.ts"
export * as World from "./World.ts"
