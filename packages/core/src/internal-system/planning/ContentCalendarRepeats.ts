/**
 * Posts of a calendar that say the same: most often one post that was planned twice. Weibo takes no text again that it has had within a day,
 * so two that are so near are an error; what comes again later may be meant, and is a warning.
 *
 * @module
 */
import { DateTime, Duration } from "effect"
import type { Finding } from "../../finding/Finding.ts"
import type { Entry } from "./ContentCalendar.ts"
import * as Words from "./ContentCalendarMessages.ts"

/** A row of the file, and the post that it plans. */
export interface Planned {
  readonly row: Words.Row
  readonly entry: Entry
}

/** One finding for every post whose text another has as well, at the later line of the two; of several, with the one that is nearest before. */
export const of = (planned: ReadonlyArray<Planned>, column: string): ReadonlyArray<Finding> =>
  [...Map.groupBy(planned, ({ entry }) => essence(entry.content.text)).values()].flatMap((same) => {
    const inTime = same.toSorted((one, other) => DateTime.Order(one.entry.slot, other.entry.slot))
    return inTime.slice(1).flatMap((later, at) => {
      const earlier = inTime[at]
      if (earlier === undefined) return []
      const [first, second] = earlier.row.line < later.row.line ? [earlier, later] : [later, earlier]
      const near = DateTime.isLessThan(later.entry.slot, DateTime.addDuration(earlier.entry.slot, Duration.days(1)))
      return [
        Words.textTwice(second.row, column, second.entry.content.text, first.row.line, near ? "error" : "warning")
      ]
    })
  })

/** What a reader takes for one text: the blanks, the width of signs and invisible characters make no other of it. */
const essence = (text: string): string => text.normalize("NFKC").replaceAll(/[\s\p{Cf}]/gu, "")
