/**
 * What the readers of workbooks say, by code.
 *
 * @module
 */
import { type Meaning, of } from "./Meaning.ts"

/** Every code of the readers of workbooks. */
export const meanings: Readonly<Record<string, Meaning>> = {
  "calendar/not-xlsx": of(
    "工作簿是 .xlsx，不设密码。",
    "A workbook is an .xlsx without a password.",
    "另存为 .xlsx。",
    "Save it as .xlsx."
  ),
  "calendar/formula": of(
    "单元格是值，不是公式。",
    "Cells hold values and no formulas.",
    "粘贴为数值。",
    "Paste their values."
  ),
  "calendar/merged": of(
    "没有合并的单元格。",
    "No cells are merged.",
    "取消合并，每行写全。",
    "Take the merge back, and fill every row."
  )
}
