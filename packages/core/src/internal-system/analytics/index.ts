/**
 * The figures by which the account is judged.
 *
 * @module
 */
export * as Kpi from "./Kpi.ts"
