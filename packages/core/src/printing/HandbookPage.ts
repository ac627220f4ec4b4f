/**
 * The handbook as a page: who does what, how and until when, and who is there at which hour.
 *
 * @module
 */

import type { Holidays } from "../calendar/Holidays.ts"
import type { Moment } from "../calendar/Moment.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import * as HandbookWords from "../page/HandbookWords.ts"
import { type Block, joined, nothing, type Page, type Section, type Text } from "../page/Page.ts"
import { weekOf } from "../page/PrintedWeek.ts"
import { tableSection } from "../page/Sections.ts"
import type { Practice } from "../practice/Practice.ts"
import * as Practices from "../practices/Practices.ts"
import { family, mermaid } from "../process/Diagram.ts"
import * as Face from "../process/Face.ts"
import type { Any } from "../process/Process.ts"

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
  const printing = { holidays, week: weekOf(handbook.timeZone, week), words }
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
      ...run.flatMap(({ pages }) => pages(handbook, printing)),
      suppressions(handbook),
      {
        id: "processes",
        title: { zh: "流程图", en: "Processes" },
        count: processes.length,
        blocks: processes.length === 0 ? [nothing] : [...processes.flatMap(diagram), ...families(processes)]
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

/** Which processes begin cases of which others. */
const families = (processes: ReadonlyArray<Any>): ReadonlyArray<Block> => {
  const [zh, en] = [family(processes, { language: "zh" }), family(processes, { language: "en" })]
  if (zh === undefined || en === undefined) return []
  return [{ kind: "diagram", mermaid: { zh, en }, caption: { zh: "由事项发起的事项", en: "Cases that begin cases" } }]
}

const tile = (count: number, label: Bilingual) => ({ figure: String(count), label, tone: "plain" as const })

const say = (text: Text): Block => ({ kind: "text", text })

const suppressions = (handbook: Handbook): Section =>
  tableSection(
    "suppressions",
    { zh: "已知并接受的问题", en: "Findings that are lived with" },
    [
      { zh: "检查项", en: "Finding" },
      { zh: "位置", en: "Where" },
      { zh: "原因", en: "Why" },
      { zh: "到", en: "Until" }
    ],
    (handbook.suppressions ?? []).map(({ code, path, reason, until }) => [{ code }, { code: path }, reason, until])
  )
