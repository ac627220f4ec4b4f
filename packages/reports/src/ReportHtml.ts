/**
 * A report as one HTML file, in Chinese and English, with its charts drawn: it runs no script for them and asks nobody for anything.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import { Html, ReportPage } from "@dualops/core/pages"
import type { Report } from "@dualops/core/reports"
import * as ChartSvg from "./ChartSvg.ts"

/** The file; Chinese is shown first, unless it is said. */
export const render = (report: Report.Report, language: Bilingual.Language = "zh"): string =>
  Html.render(ReportPage.of(report), { language, drawChart: ChartSvg.draw })
