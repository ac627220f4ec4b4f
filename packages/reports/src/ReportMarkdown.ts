/**
 * A report as Markdown, in one language; charts are the tables of their numbers.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import { Markdown, ReportPage } from "@dualops/core/pages"
import type { Report } from "@dualops/core/reports"

/** The text; Chinese, unless it is said. */
export const render = (report: Report.Report, language: Bilingual.Language = "zh"): string =>
  Markdown.render(ReportPage.of(report), language)
