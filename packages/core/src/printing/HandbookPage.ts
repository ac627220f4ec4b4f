/**
 * The handbook as a page: who does what, how and until when, and who is there at which hour.
 *
 * @module
 */
import type { Holidays } from "../calendar/Holidays.ts"
import type { Moment } from "../calendar/Moment.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import { whoIs } from "../handbook/HandOver.ts"
import { functions, titles } from "../internal-system/Function.ts"
import type { PersonId } from "../process/Actor.ts"
import { mermaid } from "../process/Diagram.ts"
import * as Face from "../process/Face.ts"
import type { Any } from "../process/Process.ts"
import { coverageOf } from "./CoverageBlock.ts"
import * as Outside from "./HandbookOutside.ts"
import { dutyBlocks } from "./HandOverPapersBlocks.ts"
import * as Names from "./Names.ts"
import { type Block, joined, nothing, type Page, type Section, type Text } from "./Page.ts"

/** What is printed beside the handbook itself. */
export interface Options {
  readonly holidays: Holidays
  /** The week whose hours are shown begins with this moment's day. */
  readonly week: Moment
  /** The processes whose pictures are shown. */
  readonly processes?: ReadonlyArray<Any>
}

/** The page of a handbook. */
export const of = (handbook: Handbook, { holidays, processes = [], week }: Options): Page => {
  const { brand, duties, positioning, team, version } = handbook
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
          ...(positioning.purpose === undefined ? [] : [say({ strong: positioning.purpose })]),
          say(positioning.style.persona)
        ]
      },
      {
        id: "hours",
        title: { zh: "谁在什么时候值守", en: "Who is there when" },
        blocks: coverageOf(handbook, holidays, week)
      },
      ...functions.flatMap((name) => functionSection(handbook, name)),
      content(handbook),
      teamOf(handbook),
      ...Outside.sections(handbook),
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

const functionSection = (handbook: Handbook, name: (typeof functions)[number]): ReadonlyArray<Section> => {
  const own = Object.values(handbook.duties).filter((duty) => duty.function === name)
  if (own.length === 0) return []
  const blocks = own.flatMap((duty) =>
    dutyBlocks({
      duty,
      owner: whoIs(handbook, duty.owner),
      standIns: duty.standIns.map((one) => whoIs(handbook, one)),
      knowledge: (duty.knowledge ?? []).flatMap((piece) => handbook.team.knowledge?.[piece] ?? [])
    })
  )
  return [{ id: `function-${name}`, title: titles[name], count: own.length, blocks }]
}

const nameOf = (handbook: Handbook, id: PersonId): string => whoIs(handbook, id).name

const content = (handbook: Handbook): Section => {
  const { allowedWords = [], bannedWords = [], mix, review } = handbook.content
  const needs: Text =
    typeof review.needs === "string"
      ? needsNames[review.needs]
      : { zh: `${review.needs.quorum} 人`, en: `${review.needs.quorum} of them` }
  return {
    id: "content",
    title: { zh: "内容规则与审核", en: "Content rules and review" },
    blocks: [
      {
        kind: "facts",
        facts: [
          [{ zh: "审核人", en: "Approvers" }, review.approvers.map((one) => nameOf(handbook, one)).join("、")],
          [{ zh: "需要", en: "Needs" }, needs],
          [{ zh: "审核时限", en: "Within" }, Names.allowanceName(review.within)],
          [{ zh: "负责人", en: "Lead" }, nameOf(handbook, handbook.content.lead)],
          [
            { zh: "禁用词", en: "Banned words" },
            bannedWords.length === 0 ? { zh: "无", en: "none" } : bannedWords.join("、")
          ],
          ...(allowedWords.length === 0
            ? []
            : ([[{ zh: "允许的说法", en: "Allowed phrases" }, allowedWords.join("、")]] as const))
        ]
      },
      ...(mix === undefined
        ? []
        : [
            {
              kind: "table" as const,
              columns: [
                { zh: "内容类别", en: "Category" },
                { zh: "占比", en: "Share" },
                { zh: "样文", en: "Like this" }
              ],
              rows: Object.values(mix.categories).map(({ like = "—", share, title }) => [title, `${share}%`, like])
            }
          ])
    ]
  }
}

const needsNames = { any: { zh: "任一人", en: "any one" }, all: { zh: "所有人", en: "all" } }

const teamOf = (handbook: Handbook): Section => {
  const { people, roles } = handbook.team
  return {
    id: "people",
    title: { zh: "人员与权限", en: "People and permissions" },
    count: Object.keys(people).length,
    blocks: [
      {
        kind: "table",
        columns: [
          { zh: "姓名", en: "Name" },
          { zh: "角色", en: "Roles" },
          { zh: "联系方式", en: "Contact" }
        ],
        rows: Object.values(people).map(({ contact, name, roles: own }) => [
          { strong: name },
          joined(
            own.map((role) => roles[role]?.title ?? role),
            "·"
          ),
          contact === undefined ? "—" : Object.values(contact).join(" · ")
        ])
      },
      {
        kind: "table",
        columns: [
          { zh: "角色", en: "Role" },
          { zh: "可以做", en: "May" }
        ],
        rows: Object.values(roles).map(({ may, title }) => [title, may.map((code) => ({ code }))])
      }
    ]
  }
}
