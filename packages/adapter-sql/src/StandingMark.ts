/**
 * What tells what a case holds from what others hold, and from what it comes to hold later; a database says the same in SQL.
 *
 * @module
 */
import type { EventLog } from "@dualops/core/operations"

/** The mark of a row, in SQL. */
export const mark = "since || ' ' || length(process) || ' ' || process || case_id"

/** The mark of what was found. */
export const markOf = ({ case: id, process, since }: EventLog.Standing): string =>
  `${since} ${[...process].length} ${process}${id}`
