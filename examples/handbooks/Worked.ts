/**
 * The worked handbook, for stories whose house has no carrier of reports: those that are due by themselves are left out.
 *
 * @module
 */
import { readFileSync } from "node:fs"

/** What stands in `xinghe.yaml`. */
const text = readFileSync(new URL("./xinghe.yaml", import.meta.url), "utf8")

/** The same, where no report is due. */
export const withoutReports = text.replace(/^reports:\n(?: .*\n)+/m, "")
