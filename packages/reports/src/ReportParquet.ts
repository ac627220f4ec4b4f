/**
 * The figures of a report in Parquet: numbers are doubles, texts are UTF-8, and what is not known is null. Columns have names for programs; what they are called and the
 * report itself stand in the metadata of the file.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import { Report } from "@dualops/core/reports"
import { parquetWriteBuffer } from "hyparquet-writer"
import * as Rows from "./ReportRows.ts"

/** The bytes; texts in Chinese, unless it is said. */
export const render = (report: Report.Report, language: Bilingual.Language = "zh"): Uint8Array => {
  const rows = Rows.of(report)
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: Rows.columns.map(({ isNumber, name, of }) => ({
        name,
        type: isNumber ? "DOUBLE" : "STRING",
        data: rows.map((row) => of(row, language))
      })),
      kvMetadata: [
        { key: "dualops.title", value: report.title[language] },
        { key: "dualops.digest", value: Report.digest(report) },
        { key: "dualops.timeZone", value: report.timeZone },
        ...Rows.columns.map(({ name, title }) => ({ key: `dualops.column.${name}`, value: title[language] }))
      ],
      createdBy: "dualops"
    })
  )
}
