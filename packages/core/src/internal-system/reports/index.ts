/**
 * Reports as values: a period against the one before, figures with their targets and rows, charts as data, and sentences that say no more than the data show
 *
 * @module
 */
export * as Change from "./Change.ts"
export * as HouseReport from "./HouseReport.ts"
export * as Material from "./Material.ts"
export * as Period from "./Period.ts"
export * as Report from "./Report.ts"
export * as ReportShelf from "./ReportShelf.ts"
export * as Shown from "./Shown.ts"
export * as Worked from "./Worked.ts"

// What these are made of.

export * as CasesChapter from "./CasesChapter.ts"
export * as Chart from "./Chart.ts"
export * as Heard from "./Heard.ts"
export * as HeardChapter from "./HeardChapter.ts"
export * as KpiChapter from "./KpiChapter.ts"
export * as Measure from "./Measure.ts"
export * as Measures from "./Measures.ts"
export * as Parts from "./Parts.ts"
export * as PeopleChapter from "./PeopleChapter.ts"
export * as Promised from "./Promised.ts"
export * as PromisesChapter from "./PromisesChapter.ts"
export * as ReportKind from "./ReportKind.ts"
