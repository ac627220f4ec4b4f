/**
 * Who does what, function by function, and who is there when.
 *
 * @module
 */
import { functions, titles } from "../../account/AccountFunction.ts"
import { lineOf } from "../../handbook/DutyLine.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import { dutyBlock } from "../../page/DutyBlock.ts"
import type { HandbookWords } from "../../page/HandbookWords.ts"
import type { Section } from "../../page/Page.ts"
import { fact } from "../../page/Sections.ts"
import type { Printing } from "../../practice/Practice.ts"
import { coverageOf } from "./CoverageBlock.ts"

/** The hours of one week, and the duties of each function that has one. */
export const sections = (handbook: Handbook, { holidays, week, words }: Printing): ReadonlyArray<Section> => [
  {
    id: "hours",
    title: { zh: "谁在什么时候值守", en: "Who is there when" },
    blocks: coverageOf(handbook, holidays, week)
  },
  ...functions.flatMap((name) => functionSection(handbook, name, words))
]

const functionSection = (
  handbook: Handbook,
  name: (typeof functions)[number],
  words: HandbookWords
): ReadonlyArray<Section> => {
  const own = Object.values(handbook.duties).filter((duty) => duty.function === name)
  if (own.length === 0) return []
  const blocks = own.map((duty) =>
    dutyBlock(lineOf(handbook, duty), [
      ...fact({ zh: "排班", en: "Roster" }, duty.roster, (roster) => words.titles(handbook.team.rosters, [roster])),
      ...fact({ zh: "每次用时", en: "Takes" }, duty.effort, Names.spanName),
      [{ zh: "需要的权限", en: "Permissions" }, words.permissions(duty.permissions)],
      ...fact({ zh: "需要的技能", en: "Skills" }, duty.skills, (skills) => skills.map((code) => ({ code }))),
      ...fact({ zh: "工具", en: "Tools" }, duty.tools, (tools) => words.titles(handbook.team.tools, tools))
    ])
  )
  return [{ id: `function-${name}`, title: titles[name], count: own.length, blocks }]
}
