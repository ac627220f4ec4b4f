/**
 * A duty as a block of a page.
 *
 * @module
 */
import type { Bilingual } from "../finding/Bilingual.ts"
import type { DutyLine } from "../handbook/DutyLine.ts"
import * as Names from "../handbook/Names.ts"
import { whoNames } from "./HandbookWords.ts"
import { type Block, joined, type Text } from "./Page.ts"

/** A duty, its procedure and what it rests on; `more` is what else is said of it. */
export const dutyBlock = (
  { calendar, duty, knowledge, owner, standIns }: Omit<DutyLine, "id">,
  more: ReadonlyArray<readonly [Bilingual, Text]> = []
): Block => ({
  kind: "group",
  title: [duty.title, { badge: Names.cadenceName(duty.cadence), tone: "plain" }],
  blocks: [
    ...(duty.procedure.length === 0 ? [] : [{ kind: "list" as const, ordered: true, items: duty.procedure }]),
    {
      kind: "facts",
      facts: [
        [{ zh: "负责人", en: "Owner" }, { strong: owner.name }],
        [{ zh: "替补", en: "Stand-ins" }, whoNames(standIns)],
        [
          { zh: "值守时段", en: "Hours" },
          [
            { strong: Names.calendarName(duty.hours, { [duty.hours]: calendar ?? {} }) },
            ...(calendar === undefined ? [] : joined(Names.weekName(calendar.week), "·"))
          ]
        ],
        ...more,
        ...knowledge.map(
          ({ title, writtenIn }) =>
            [title, writtenIn ?? { badge: { zh: "没有写下来", en: "written nowhere" }, tone: "bad" as const }] as const
        )
      ]
    }
  ]
})
