/**
 * The handbook as a page: who does what, how and until when, and who is there at which hour.
 *
 * @module
 */

import { functions, titles } from "../account/AccountFunction.ts"
import type { Holidays } from "../calendar/Holidays.ts"
import type { Moment } from "../calendar/Moment.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import { lineOf } from "../handbook/HandOverLines.ts"
import * as Names from "../handbook/Names.ts"
import * as HandbookWords from "../page/HandbookWords.ts"
import { type Block, joined, nothing, type Page, type Section, type Text } from "../page/Page.ts"
import { fact } from "../page/Sections.ts"
import type { Practice } from "../practices/Practice.ts"
import * as Practices from "../practices/Practices.ts"
import { mermaid } from "../process/Diagram.ts"
import * as Face from "../process/Face.ts"
import type { Any } from "../process/Process.ts"
import { coverageOf } from "./CoverageBlock.ts"
import * as Content from "./HandbookContent.ts"
import * as Outside from "./HandbookOutside.ts"
import * as Promises from "./HandbookPromises.ts"
import * as Team from "./HandbookTeam.ts"
import * as Time from "./HandbookTime.ts"
import { dutyBlock } from "./HandOverPapersBlocks.ts"

/** What is printed beside the handbook itself. */
export interface Options {
  readonly holidays: Holidays
  /** The week whose hours are shown begins with this moment's day. */
  readonly week: Moment
  /** What the handbook may run, with its pages and the pictures of its processes; the practices of the house unless it is said. */
  readonly practices?: ReadonlyArray<Practice>
}

/** The page of a handbook: everything that it says, with names for its ids. */
export const of = (handbook: Handbook, { holidays, practices, week }: Options): Page => {
  const { brand, duties, positioning, team, version } = handbook
  const run = Practices.runBy(handbook, practices)
  const processes = Practices.processes(run)
  const words = HandbookWords.of(handbook, processes)
  return {
    title: { zh: `${brand.zh} 运营手册`, en: `${brand.en}: operating handbook` },
    eyebrow: { zh: "官方微博", en: "Weibo account" },
    under: [{ zh: `版本 ${version} · ${handbook.account.name}`, en: `version ${version} · ${handbook.account.name}` }],
    sections: [
      {
        id: "overview",
        title: { zh: "一览", en: "At a glance" },
        blocks: [
          {
            kind: "tiles",
            tiles: [
              tile(Object.keys(duties).length, { zh: "职责", en: "duties" }),
              tile(Object.keys(team.people).length, { zh: "人员", en: "people" }),
              tile(Object.keys(handbook.promises ?? {}).length, { zh: "承诺", en: "promises" }),
              tile(Object.keys(handbook.resources).length, { zh: "外部资源", en: "resources" })
            ]
          },
          ...(positioning.purpose === undefined ? [] : [say({ strong: positioning.purpose })])
        ]
      },
      {
        id: "hours",
        title: { zh: "谁在什么时候值守", en: "Who is there when" },
        blocks: coverageOf(handbook, holidays, week)
      },
      ...functions.flatMap((name) => functionSection(handbook, name, words)),
      ...Content.sections(handbook, words),
      Promises.section(handbook, words),
      ...Team.sections(handbook, words),
      Time.section(handbook, words),
      ...Outside.sections(handbook, words),
      ...run.flatMap(({ pages }) => pages(handbook, words)),
      {
        id: "processes",
        title: { zh: "流程图", en: "Processes" },
        count: processes.length,
        blocks: processes.length === 0 ? [nothing] : processes.flatMap(diagram)
      }
    ]
  }
}

/** The main way of a process. What can be done nearly everywhere would hide it, and is named under the picture. */
const diagram = (process: Any): ReadonlyArray<Block> => {
  const aside = Object.entries(process.steps)
    .filter(([, { by, from, to }]) => by !== "world" && to.length > 0 && from.length > 3)
    .map(([step]) => step)
  const picture: Block = {
    kind: "diagram",
    mermaid: {
      zh: mermaid(process, { without: aside, language: "zh" }),
      en: mermaid(process, { without: aside, language: "en" })
    },
    caption: process.title
  }
  const everywhere: Text = [
    { zh: "几乎随时可做，图中略去：", en: "Possible nearly everywhere, and not drawn:" },
    ...joined(
      aside.map((step) => Face.step(process, step)),
      "·"
    )
  ]
  return aside.length === 0 ? [picture] : [picture, { kind: "text", soft: true, text: everywhere }]
}

const tile = (count: number, label: Bilingual) => ({ figure: String(count), label, tone: "plain" as const })

const say = (text: Text): Block => ({ kind: "text", text })

const functionSection = (
  handbook: Handbook,
  name: (typeof functions)[number],
  words: HandbookWords.HandbookWords
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
