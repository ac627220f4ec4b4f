/**
 * What a person has to know of a case, as lines of a page: what it is part of, what was promised to whom, and what its clocks show.
 *
 * @module
 */
import type { CaseSheet } from "../operations/CaseSheet.ts"
import * as ClockText from "./ClockText.ts"
import type { Text } from "./Page.ts"

/** The lines of a case. */
export const caseLines = ({
  clocks,
  partOf,
  promised
}: Pick<CaseSheet, "clocks" | "partOf" | "promised">): ReadonlyArray<Text> => [
  ...(partOf === undefined ? [] : [[{ zh: "属于", en: "Part of" }, partOf]]),
  ...(promised === undefined ? [] : [[{ zh: "承诺：", en: "Promised:" }, promised]]),
  ...clocks.map(ClockText.of).filter((words) => words.length > 0)
]
