/**
 * What a first program needs: a process of one's own, cases of it, and who carries what it asks for. Everything else stands in the chapters
 * (`@dualops/core/content`, `@dualops/core/handbook`, …), each at an address of its own.
 *
 * @module
 */

export * as ChineseHolidays from "./calendar/ChineseHolidays.ts"
export * as Bilingual from "./finding/Bilingual.ts"
export * as Finding from "./finding/Finding.ts"
export * as Carrier from "./operations/Carrier.ts"
export * as Caseload from "./operations/Caseload.ts"
export * as Editions from "./operations/Editions.ts"
export * as Operations from "./operations/Operations.ts"
export * as Worker from "./operations/Worker.ts"
export * as Action from "./process/Action.ts"
export * as Actor from "./process/Actor.ts"
export * as Allowance from "./process/Allowance.ts"
export * as Case from "./process/Case.ts"
export * as Diagram from "./process/Diagram.ts"
export * as Process from "./process/Process.ts"
export * as Soundness from "./process/Soundness.ts"
