/**
 * Who is there in a week, from rosters, calendars and absences.
 *
 * @module
 */
import { dayMillis, fromNumber, weekdayOf } from "../../calendar/CalendarDate.ts"
import type { Holidays } from "../../calendar/Holidays.ts"
import * as WallClock from "../../calendar/WallClock.ts"
import { type Bilingual, same } from "../../finding/Bilingual.ts"
import * as Coverage from "../../handbook/Coverage.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import { listed, weekdayName } from "../../handbook/Names.ts"
import { type Block, nothing, type Stretch } from "../../page/Page.ts"
import type { PrintedWeek } from "../../page/PrintedWeek.ts"

const hourMillis = 3_600_000

/** The picture of the printed week. */
export const coverageOf = (
  handbook: Handbook,
  holidays: Holidays,
  { first, from, until }: PrintedWeek
): ReadonlyArray<Block> => {
  const wall = WallClock.make(handbook.timeZone)
  const begins = first * dayMillis
  const held = Coverage.of(handbook, holidays, from, until)
  const people = [...new Set(held.map(({ person }) => person))]
  if (people.length === 0) return [nothing]
  return [
    {
      kind: "hours",
      caption: {
        zh: "首行为同时在岗人数，颜色越深人越多；短线表示无人在岗。",
        en: "The first row counts who is there at once, darker for more; a thin line means nobody."
      },
      days: Array.from({ length: 7 }, (_, day): Bilingual => {
        const [date, { en, zh }] = [fromNumber(first + day).slice(5), weekdayName(weekdayOf(first + day))]
        return { zh: `${date} ${zh}`, en: `${date} ${en}` }
      }),
      rows: people.map((person) => ({
        name: handbook.team.people[person]?.name ?? person,
        stretches: merged(
          held
            .filter((one) => one.person === person)
            .map(({ duty, from, to }) => ({
              from: (wall.wallAt(from) - begins) / hourMillis,
              until: (wall.wallAt(to) - begins) / hourMillis,
              label: handbook.duties[duty]?.title ?? same(duty)
            }))
        )
      }))
    }
  ]
}

/** Stretches that meet or overlap are one, with everything that fills it. */
const merged = (stretches: ReadonlyArray<Stretch>): ReadonlyArray<Stretch> => {
  const all: Array<Stretch & { readonly labels: ReadonlyArray<Bilingual> }> = []
  for (const stretch of stretches.toSorted((one, other) => one.from - other.from)) {
    const last = all.at(-1)
    if (last === undefined || last.until < stretch.from) {
      all.push({ ...stretch, labels: [stretch.label] })
      continue
    }
    const labels = last.labels.some(({ en }) => en === stretch.label.en) ? last.labels : [...last.labels, stretch.label]
    all[all.length - 1] = { ...last, until: Math.max(last.until, stretch.until), labels }
  }
  return all.map(({ from, labels, until }) => ({ from, until, label: listed(labels) }))
}
