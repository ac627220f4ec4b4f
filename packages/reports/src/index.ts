/**
 * Reports as files: one HTML file with its charts drawn, Markdown, and the same figures in CSV, XLSX and Parquet.
 *
 * @module
 */
export * as ReportFile from "./ReportFile.ts"
export * as ReportHtml from "./ReportHtml.ts"
export * as ReportMarkdown from "./ReportMarkdown.ts"

// What these are made of.

export * as ChartSvg from "./ChartSvg.ts"
export * as ReportCsv from "./ReportCsv.ts"
export * as ReportParquet from "./ReportParquet.ts"
export * as ReportRows from "./ReportRows.ts"
export * as ReportXlsx from "./ReportXlsx.ts"
