/**
 * What people keep in files: the handbook in YAML, the content calendar in CSV, shifts and leave in iCalendar.
 *
 * @module
 */

export * as YamlText from "../handbook/YamlText.ts"
export * as ContentCalendarFile from "../internal-system/planning/ContentCalendarFile.ts"
export * as TeamCalendar from "../internal-system/team/ical/TeamCalendar.ts"
export * as TeamCalendarFile from "../internal-system/team/ical/TeamCalendarFile.ts"
export * as HandbookFile from "../practices/HandbookFile.ts"
export * as TableText from "./TableText.ts"
