/**
 * The hand-over as a page: first what waits and until when, then what one has to know for it.
 *
 * @module
 */

import type { HandOver } from "../handbook/HandOver.ts"
import type { Bounded, Check, OpenCase } from "../handbook/HandOverLines.ts"
import * as Names from "../handbook/Names.ts"
import * as ClockText from "../page/ClockText.ts"
import { dutyBlock } from "../page/DutyBlock.ts"
import { type Block, type Card, joined, leftOut, nothing, type Page, type Section } from "../page/Page.ts"
import { findingCard } from "./FindingsPage.ts"
import * as Papers from "./HandOverPapersBlocks.ts"

/** The page of a hand-over. */
export const of = (handOver: HandOver): Page => {
  const time = Names.clockOf(handOver.timeZone)
  const { at, brand, in: comes, out, until } = handOver
  const casesSection = (id: string, title: Section["title"], cases: Bounded<OpenCase>): Section =>
    section(id, title, cases, (all) => [{ kind: "cards", cards: all.map((one) => caseCard(one, time)) }])
  return {
    title: { zh: `交接单：${out.name} → ${comes.name}`, en: `Hand-over: ${out.name} → ${comes.name}` },
    eyebrow: { zh: `${brand.zh} · 官方微博`, en: `${brand.en} · Weibo account` },
    under: [
      [
        { zh: `自 ${time(at)} 起`, en: `from ${time(at)}` },
        ...(until === undefined ? [] : [{ zh: `至 ${time(until)}`, en: `until ${time(until)}` }]),
        { zh: `· 手册 ${handOver.handbook}`, en: `· handbook ${handOver.handbook}` }
      ],
      ...(handOver.note === "" ? [] : [[{ strong: { zh: "留言：", en: "Note:" } }, handOver.note] as const])
    ],
    sections: [
      overview(handOver, time),
      casesSection("open", { zh: "未完成事项", en: "Open work" }, handOver.open),
      casesSection("reviews", { zh: "待审批", en: "Waiting for a second pair of eyes" }, handOver.reviews),
      casesSection("scheduled", { zh: "将自动发出", en: "Going out by itself" }, handOver.scheduled),
      section("checks", { zh: "接下来要看的时点", en: "Next checks" }, handOver.checks, (all) => [
        checksTable(all, time)
      ]),
      section("duties", { zh: "职责与做法", en: "Duties, and how they are done" }, handOver.duties, (all) =>
        all.map((one) => dutyBlock(one))
      ),
      Papers.style(handOver),
      section("activities", { zh: "进行中的活动", en: "Running activities" }, handOver.activities, (all) => [
        Papers.activitiesTable(all)
      ]),
      section("contacts", { zh: "联系人", en: "Contacts" }, handOver.contacts, (all) => [Papers.contactsTable(all)]),
      section("keys", { zh: "账号与权限由谁保管", en: "Who holds the keys" }, handOver.keys, (all) => [
        Papers.keysTable(all)
      ]),
      section("lacking", { zh: "手册里没写的", en: "Not written down" }, handOver.lacking, (all) => [
        { kind: "cards", cards: all.map(findingCard) }
      ])
    ]
  }
}

const section = <A>(
  id: string,
  title: Section["title"],
  { leftOut: more, shown }: Bounded<A>,
  blocks: (all: ReadonlyArray<A>) => ReadonlyArray<Block>
): Section => ({
  id,
  title,
  count: shown.length + more,
  blocks: [...(shown.length === 0 ? [nothing] : blocks(shown)), ...leftOut(more)]
})

const total = ({ leftOut, shown }: Bounded<unknown>): number => shown.length + leftOut

const overview = ({ checks, lacking, open, reviews, scheduled }: HandOver, time: Clock): Section => {
  const [next] = checks.shown
  return {
    id: "now",
    title: { zh: "先看这里", en: "First" },
    blocks: [
      {
        kind: "tiles",
        tiles: [
          { figure: String(total(open)), label: { zh: "未完成", en: "open" }, tone: total(open) > 0 ? "warn" : "good" },
          {
            figure: String(total(reviews)),
            label: { zh: "待审批", en: "to approve" },
            tone: total(reviews) > 0 ? "warn" : "good"
          },
          { figure: String(total(scheduled)), label: { zh: "将发出", en: "going out" }, tone: "plain" },
          {
            figure: String(total(lacking)),
            label: { zh: "没写下来", en: "not written" },
            tone: total(lacking) > 0 ? "bad" : "good"
          }
        ]
      },
      ...(next === undefined
        ? []
        : [
            {
              kind: "text" as const,
              text: [
                { zh: "最近的时点：", en: "The next one:" },
                { strong: time(next.at) },
                next.process.title,
                next.id,
                kindName(next.kind)
              ]
            }
          ])
    ]
  }
}

type Clock = ReturnType<typeof Names.clockOf>

const caseCard = ({ about, clocks, due, id, partOf, process, promised, state, ways }: OpenCase, time: Clock): Card => {
  const open = ways.filter(({ refusal }) => refusal === undefined)
  const closed = ways.filter(({ refusal }) => refusal !== undefined)
  return {
    tone: closed.length > 0 ? "bad" : due === undefined ? "plain" : "warn",
    title: [
      ...(due === undefined ? [] : [{ strong: { zh: `${time(due)} 前`, en: `by ${time(due)}` } }]),
      process.title,
      id,
      { badge: state.title, tone: "plain" }
    ],
    quote: about,
    lines: [
      ...(partOf === undefined ? [] : [[{ zh: "属于", en: "Part of" }, partOf]]),
      ...(promised === undefined ? [] : [[{ zh: "承诺：", en: "Promised:" }, promised]]),
      ...clocks.flatMap((clock) => {
        const words = ClockText.of(clock)
        return words.length === 0 ? [] : [words]
      }),
      ...(open.length === 0
        ? []
        : [
            [
              { zh: "你可以：", en: "You can:" },
              ...joined(
                open.map(({ step }) => step.title),
                "·"
              )
            ]
          ]),
      ...closed.map(({ refusal, step }) => [{ zh: "你不能", en: "You cannot" }, step.title, "—", refusal ?? ""])
    ]
  }
}

const kindName = (kind: Check["kind"]) =>
  kind === "warning" ? { zh: "提醒", en: "warning" } : { zh: "时限", en: "deadline" }

const checksTable = (checks: ReadonlyArray<Check>, time: Clock): Block => ({
  kind: "table",
  columns: [
    { zh: "时间", en: "When" },
    { zh: "事项", en: "What" },
    { zh: "性质", en: "Kind" }
  ],
  rows: checks.map(({ at, deadline, id, kind, process }) => [
    { strong: time(at) },
    [process.title, id],
    [{ badge: kindName(kind), tone: kind === "warning" ? "warn" : "bad" }, deadline.title]
  ])
})
