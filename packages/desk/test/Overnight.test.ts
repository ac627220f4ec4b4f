/** The editor is called away: the stand-in takes the place by click, reads one page, carries on, and gives the place back. */
import { Operations } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import type { Page } from "playwright-core"
import { PrizeClaimProcess } from "../../../examples/prizes/PrizeClaimProcess.ts"
import { absent, browser, heard, windowOf } from "./browsing.ts"
import { claim, path, ten } from "./house.ts"
import { house, served } from "./serving.ts"

const see = (tab: Page, text: string): Promise<void> => tab.locator("body", { hasText: text }).first().waitFor()
const press = (tab: Page, name: string) => tab.getByRole("button", { name, exact: true }).click()
const follow = (tab: Page, name: string) => tab.getByRole("link", { name, exact: true }).first().click()

describe.skipIf(absent)("The overnight story, clicked", () => {
  it.effect(
    "the stand-in has the place in a minute, knows what is open, acts in it, and everybody sees who did what",
    () =>
      Effect.gen(function* () {
        heard.length = 0
        yield* TestClock.setTime(ten.epochMilliseconds)
        yield* claim("claim 1")
        // Wednesday, two in the morning: lin is away.
        yield* TestClock.adjust("40 hours")
        const [address, open] = [yield* served, yield* browser]
        const [zhou, lin] = [yield* windowOf(open, "zhou"), yield* windowOf(open, "lin")]
        yield* Effect.promise(async () => {
          await zhou.goto(`${address}/zh`)
          await follow(zhou, "今日团队")
          await see(zhou, "11-25 00:00 至 11-26 00:00")
          await follow(zhou, "由我接手")
          await zhou.getByLabel("理由").fill("林夏家人急诊，已电话说明。")
          await press(zhou, "接手")
          await see(zhou, "周舟：接手")

          // One page has what is open, and what has to be known for it.
          await follow(zhou, "今日团队")
          await follow(zhou, "交接给 周舟")
          await see(zhou, "交接单：林夏 → 周舟")
          await see(zhou, "小林 的桂花乌龙")
          await follow(zhou, "请对方阅读并确认")
          await zhou.getByLabel("说明").fill("兑奖先办。")
          await press(zhou, "备好")
          await see(zhou, "待确认")
          await follow(zhou, "确认")
          await press(zhou, "确认")
          await see(zhou, "已确认")

          // In the place of lin: what she began is called off, and the record says for whom.
          await zhou.goto(`${address}${path("claim 1").replace("/zh", "/zh/as/lin")}`)
          await follow(zhou, "不予兑奖")
          await zhou.getByLabel("理由").fill("重复领取。")
          await press(zhou, "不予兑奖")
          await see(zhou, "周舟（代林夏）：不予兑奖")
        })
        // Noon: lin is back for a moment, and takes the place again.
        yield* TestClock.adjust("6 hours")
        yield* Effect.promise(async () => {
          await lin.goto(`${address}/zh/house/1000000001/team`)
          await follow(lin, "周舟 接手 林夏 的工作")
          await follow(lin, "交还")
          await press(lin, "交还")
          await see(lin, "已交还")
          await lin.goto(`${address}/zh/record`)
          await see(lin, "周舟（代林夏）：不予兑奖")
        })
        const events = yield* Operations.read(PrizeClaimProcess, Case.CaseId.make("claim 1"))
        assert.deepStrictEqual(events.at(-1)?.by, Actor.inPlaceOf("zhou", "lin"))
        assert.deepStrictEqual(heard, [])
      }).pipe(Effect.scoped, Effect.provide(house))
  )
})
