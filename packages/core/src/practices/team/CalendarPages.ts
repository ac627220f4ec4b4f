/**
 * The opening hours of a handbook.
 *
 * @module
 */
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import type { HandbookWords } from "../../page/HandbookWords.ts"
import { joined, type Section, type Text } from "../../page/Page.ts"
import { tableSection } from "../../page/Sections.ts"

/** Every calendar: its week, what holidays and make-up workdays mean in it, and its exceptions. */
export const section = ({ calendars, timeZone: own }: Handbook, words: HandbookWords): Section =>
  tableSection(
    "calendars",
    { zh: "工作时间", en: "Opening hours" },
    [
      { zh: "日历", en: "Calendar" },
      { zh: "每周", en: "The week" },
      { zh: "节假日", en: "Public holidays" },
      { zh: "例外", en: "Exceptions" }
    ],
    Object.entries(calendars).map(
      ([name, { exceptions, holidays, timeZone, week }]): ReadonlyArray<Text> => [
        [{ strong: words.calendar(name) }, ...(timeZone === own ? [] : [{ code: timeZone }])],
        joined(Names.weekName(week), "·"),
        holidays === undefined
          ? { zh: "照常", en: "as on any day" }
          : {
              zh: `放假日 ${Names.windowsName(holidays.dayOff).zh}，调休上班日按${Names.weekdayName(holidays.makeUpWorkday).zh}`,
              en: `days off ${Names.windowsName(holidays.dayOff).en}; make-up workdays as on ${Names.weekdayName(holidays.makeUpWorkday).en}`
            },
        exceptions.length === 0
          ? "—"
          : joined(
              exceptions.map(({ date, reason, windows }): Text => [date, Names.windowsName(windows), reason]),
              "·"
            )
      ]
    )
  )
