/**
 * A process as one value: its states, steps, deadlines and actions, and everything that is derived from it.
 *
 * @module
 */
export * as Action from "./Action.ts"
export * as Actor from "./Actor.ts"
export * as Allowance from "./Allowance.ts"
export * as AtMostOnce from "./AtMostOnce.ts"
export * as Case from "./Case.ts"
export * as Clocks from "./Clocks.ts"
export * as Diagram from "./Diagram.ts"
export * as Due from "./Due.ts"
export * as Process from "./Process.ts"
export * as Soundness from "./Soundness.ts"
export * as Standing from "./Standing.ts"
export * as Task from "./Task.ts"

// What these are made of.

export * as Account from "./Account.ts"
export * as Agenda from "./Agenda.ts"
export * as Calendars from "./Calendars.ts"
export * as CaseClock from "./CaseClock.ts"
export * as CaseOrder from "./CaseOrder.ts"
export * as Children from "./Children.ts"
export * as Contact from "./Contact.ts"
export * as Declaration from "./Declaration.ts"
export * as Face from "./Face.ts"
export * as Former from "./Former.ts"
export * as Graph from "./Graph.ts"
export * as Notify from "./Notify.ts"
export * as Reader from "./Reader.ts"
export * as Refusal from "./Refusal.ts"
export * as SeenCase from "./SeenCase.ts"
export * as Weighing from "./Weighing.ts"
