/**
 * A complaint goes to customer service and takes two days; the same complaint, where Weibo goes first at the desk, takes an hour.
 *
 * `node examples/two-day-complaint.ts` lives through both and leaves them side by side in `out/two-day-complaint.html`.
 *
 * @module
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { MemoryCustomerDesk } from "@dualops/adapter-memory"
import type { CustomerDesk } from "@dualops/core/customer-desk"
import { Html, type Page } from "@dualops/core/pages"
import { DateTime, Effect, Layer } from "effect"
import * as VirtualClock from "./clock/VirtualClock.ts"
import * as House from "./complaint/House.ts"
import * as Story from "./complaint/Story.ts"

/** How the complaint went, with "Weibo first" or without, at a desk in memory or at another. */
export const story = <E>(
  weiboFirst: boolean,
  desk: Layer.Layer<CustomerDesk, E> = MemoryCustomerDesk.layer.pipe(Layer.provide(MemoryCustomerDesk.desk)),
  comment?: string
) =>
  Effect.suspend(() => {
    const clock = VirtualClock.make(House.at("2026-11-23T10:00"))
    return Story.run(clock, comment).pipe(Effect.provide(House.layer(clock, weiboFirst)), Effect.provide(desk))
  })

/** Both, side by side. */
export const page = (without: Story.Ending, first: Story.Ending): Page.Page => ({
  title: { zh: "投诉两天，还是一小时", en: "Two days, or an hour" },
  eyebrow: { zh: "微博优先", en: "Weibo first" },
  under: [],
  sections: [
    {
      id: "side-by-side",
      title: { zh: "同一条投诉", en: "The same complaint" },
      blocks: [
        {
          kind: "table",
          columns: [
            { zh: "从粉丝留言起", en: "From the comment on" },
            { zh: "先来先办", en: "First come, first served" },
            { zh: "微博优先", en: "Weibo first" }
          ],
          rows: [
            [{ zh: "第一次回应", en: "First word" }, hours(without.hours.word), hours(first.hours.word)],
            [
              { zh: "客服办结", en: "Solved by customer service" },
              hours(without.hours.department),
              hours(first.hours.department)
            ],
            [{ zh: "告知粉丝", en: "The fan was told" }, hours(without.hours.solution), hours(first.hours.solution)],
            [{ zh: "逾期通知", en: "Told that it is late" }, told(without), told(first)]
          ]
        }
      ]
    },
    ...[without, first].map((ending, index) => ({
      id: index === 0 ? "without" : "first",
      title: index === 0 ? { zh: "先来先办", en: "First come, first served" } : { zh: "微博优先", en: "Weibo first" },
      blocks: [
        {
          kind: "list" as const,
          items: ending.steps.map(({ at, what }) => ({ zh: `${wall(at)} ${what.zh}`, en: `${wall(at)} ${what.en}` }))
        }
      ]
    }))
  ]
})

const hours = (count: number) => {
  const said = count < 2 ? `${Math.round(count * 60)} min` : `${count.toFixed(1)} h`
  return { zh: said.replace("min", "分钟").replace("h", "小时"), en: said }
}
const told = ({ late }: Story.Ending) => ({ zh: `${late.length} 次`, en: `${late.length} times` })
const wall = (at: DateTime.Utc) =>
  DateTime.format(DateTime.setZoneNamedUnsafe(at, "Asia/Shanghai"), {
    locale: "sv-SE",
    dateStyle: "short",
    timeStyle: "short"
  })

if (import.meta.main) {
  const [without, first] = await Effect.runPromise(Effect.all([story(false), story(true)]))
  mkdirSync("out", { recursive: true })
  writeFileSync("out/two-day-complaint.html", Html.render(page(without, first)))
  console.log({ without: without.hours, first: first.hours, late: without.late.map(({ to }) => to) })
}
