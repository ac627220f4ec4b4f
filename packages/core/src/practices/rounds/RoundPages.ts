/**
 * The rounds of a week, as the printed handbook shows them.
 *
 * @module
 */
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import type { Section, Text } from "../../page/Page.ts"
import { factsOf, tableSection } from "../../page/Sections.ts"
import type { Printing } from "../../practice/Practice.ts"
import { roundsOf } from "./RoundAgenda.ts"
import type { Rounds } from "./RoundSection.ts"

/** What begins or goes on in the printed week. */
export const section = (
  handbook: Handbook,
  { reminds }: Rounds,
  { holidays, week: shown, words }: Printing
): Section => {
  const clock = Names.clockOf(handbook.timeZone)
  const week = tableSection(
    "rounds",
    { zh: "本周例行工作", en: "Rounds of the week" },
    [
      { zh: "事项", en: "What" },
      { zh: "从", en: "From" },
      { zh: "到", en: "Until" },
      { zh: "由谁做", en: "Done by" }
    ],
    roundsOf(handbook, holidays)(shown.from, shown.until).map(
      ({ asks: { people, times, what }, from, until }): ReadonlyArray<Text> => [
        times === 1 ? { strong: what } : [{ strong: what }, { badge: timesName(times), tone: "plain" }],
        clock(from),
        clock(until),
        words.people(people)
      ]
    )
  )
  const told = factsOf([[{ zh: "逾期后再提醒", en: "When late, told again after" }, words.allowance(reminds)]])
  return { ...week, blocks: [...told, ...week.blocks] }
}

const timesName = (times: number) => ({ zh: `${times} 次`, en: `${times} times` })
