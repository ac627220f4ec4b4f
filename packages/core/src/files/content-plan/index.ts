/**
 * A content plan in the files that people keep: CSV and XLSX, out and in, iCalendar and a page.
 *
 * @module
 */
export * as HandbookBrief from "./HandbookBrief.ts"
export * as PlanCsv from "./PlanCsv.ts"
export * as PlanIcal from "./PlanIcal.ts"
export * as PlanPage from "./PlanPage.ts"
export * as PlanXlsx from "./PlanXlsx.ts"

// What these are made of.

export * as PlanTable from "./PlanTable.ts"
export * as PlanTableReader from "./PlanTableReader.ts"
export * as Workbook from "./Workbook.ts"
