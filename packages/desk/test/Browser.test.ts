/** One story, clicked: two people, one of them too late. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Page } from "playwright-core"
import { absent, browser, heard, windowOf } from "./browsing.ts"
import { as, claim, path } from "./house.ts"
import { house, served } from "./serving.ts"

const see = (tab: Page, text: string): Promise<void> => tab.locator("body", { hasText: text }).waitFor()

describe.skipIf(absent)("The desk in a browser", () => {
  it.live("two people work on one claim, and the one who is late is told so and loses nothing", () =>
    Effect.gen(function* () {
      const [address, open] = [yield* served, yield* browser]
      heard.length = 0
      const [lin, zhou, he] = [yield* windowOf(open, "lin"), yield* windowOf(open, "zhou"), yield* windowOf(open, "he")]
      yield* Effect.promise(async () => {
        await zhou.goto(`${address}/zh`)
        // Lin begins a claim; it comes to zhou's desk by itself.
        await lin.goto(`${address}/zh`)
        await lin.getByRole("link", { name: "登记兑奖" }).click()
        await lin.getByLabel("中奖人").fill("小林")
        await lin.getByLabel("中文").fill("桂花乌龙")
        await lin.getByLabel("英文").fill("osmanthus tea")
        await lin.getByRole("button", { name: "登记兑奖" }).click()
        await see(lin, "林夏：登记兑奖")
        await see(zhou, "小林 的桂花乌龙")

        // He is about to refuse it, while zhou confirms it.
        await he.goto(`${address}/zh`)
        await he.getByRole("link", { name: "不予兑奖" }).click()
        await he.getByLabel("理由").fill("重复领取，已核对两次。")
        await zhou.getByRole("link", { name: "小林 的桂花乌龙" }).click()
        await zhou.getByRole("link", { name: "确认资格" }).click()
        await zhou.getByRole("button", { name: "确认资格" }).click()
        await see(zhou, "周舟：确认资格")

        await he.getByRole("button", { name: "不予兑奖" }).click()
        const notice = await he.getByRole("alert").innerText()
        assert.include(notice, "该事项在你打开之后已有新的进展")
        assert.include(notice, "周舟：确认资格")
        assert.strictEqual((await he.getByLabel("理由").inputValue()).trim(), "重复领取，已核对两次。")
        await he.getByRole("button", { name: "不予兑奖" }).click()
        await see(he, "何川：不予兑奖")
        // Zhou has gone nowhere, and sees it.
        await see(zhou, "何川：不予兑奖")
      })
      // The browser tells of every answer that is no success; the policy stopped nothing.
      assert.deepStrictEqual(
        heard.filter((one) => !one.includes("409")),
        []
      )
    }).pipe(Effect.scoped, Effect.provide(house))
  )

  it.live("works without a script, in English, in the dark, on a phone and by the keys alone", () =>
    Effect.gen(function* () {
      const [address, open] = [yield* served, yield* browser]
      yield* claim("claim 1", "小林".repeat(60))
      const tab = yield* windowOf(open, "zhou", {
        javaScriptEnabled: false,
        viewport: { width: 320, height: 700 },
        colorScheme: "dark",
        locale: "en-GB",
        extraHTTPHeaders: { ...as("zhou"), "accept-language": "en-GB" }
      })
      yield* Effect.promise(async () => {
        for (const at of ["/", path("claim 1"), path("claim 1", "Refuse"), "/zh/begin/Post/Compose"]) {
          await tab.goto(`${address}${at.replace("/zh", "/en")}`)
          assert.isAtMost(
            await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
            0,
            at
          )
        }
        await tab.goto(`${address}${path("claim 1", "Refuse").replace("/zh", "/en")}`)
        await tab.keyboard.press("Tab")
        await tab.keyboard.press("Enter")
        await tab.getByLabel("reason").focus()
        await tab.keyboard.type("asked for twice")
        await tab.keyboard.press("Tab")
        await tab.keyboard.press("Enter")
        await see(tab, "asked for twice")
        assert.match(tab.url(), /cases\/PrizeClaim\/claim%201$/)
        assert.include(await tab.locator("main").innerText(), "asked for twice")
      })
    }).pipe(Effect.scoped, Effect.provide(house))
  )

  it.live("says what is wrong at the field, leads there, and reads it out with it", () =>
    Effect.gen(function* () {
      const [address, open] = [yield* served, yield* browser]
      const tab = yield* windowOf(open, "lin")
      yield* Effect.promise(async () => {
        await tab.goto(`${address}/zh/begin/PrizeClaim/Ask`)
        await tab.evaluate(() => document.querySelector("form.step")?.setAttribute("novalidate", ""))
        await tab.getByLabel("中奖人").fill("小林")
        await tab.getByRole("button", { name: "登记兑奖" }).click()
        await tab.getByRole("alert").getByRole("link").first().click()
        const wrong = await tab.evaluate(() => {
          const field = document.querySelector("[aria-invalid=true]")
          const told = (field?.getAttribute("aria-describedby") ?? "")
            .split(" ")
            .map((id) => document.getElementById(id)?.textContent ?? "")
          return [location.hash, `#${field?.id}`, told.join("")]
        })
        assert.strictEqual(wrong[0], wrong[1])
        assert.include(wrong[2], "是空的")
        const labels = await tab.evaluate(() =>
          [
            ...document.querySelectorAll<HTMLInputElement>(
              "form.step input:not([type=hidden]), form.step textarea, form.step select"
            )
          ]
            .filter((one) => one.labels?.length !== 1)
            .map((one) => one.name)
        )
        assert.deepStrictEqual(labels, [])
      })
    }).pipe(Effect.scoped, Effect.provide(house))
  )
})
