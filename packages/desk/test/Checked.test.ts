/** What the rules have against a draft is told while it is written: no step is taken, and nothing is kept of it. */
import { PostProcess } from "@dualops/core/content"
import { EventLog, Operations, Refusals } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import type { Desk } from "@dualops/desk"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import type { Page } from "playwright-core"
import { comes } from "./assistant/colleague.ts"
import { absent, browser, heard, windowOf } from "./browsing.ts"
import { atTen, claim, elements, formOf, get, path, post, processes, ten } from "./house.ts"
import { house, served } from "./serving.ts"

const compose = "/zh/begin/Post/Compose"
const say = "/zh/cases/Answer/comment%201/Say"
const check = { check: "1" }

/** What stands in the place of what was found. */
const found = (html: string) => elements(html).find(({ has }) => has["id"] === "check")?.text ?? ""
const count = (text: string, part: string) => text.split(part).length - 1

/** How much is kept: events of every case, and refusals. */
const kept = Effect.gen(function* () {
  const log = yield* EventLog.EventLog
  return [(yield* log.newest(9)).length, (yield* Refusals.of()).length]
})

const opened = (desk: Desk.Handler, at: string) => Effect.map(get(desk, "lin", at), ({ text }) => formOf(text))

describe("A draft that is checked", () => {
  it.effect("shows in both languages what the rules have against it, and what is not filled in, and is not kept", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const text = "全网最低价，桂花乌龙 https://xinghe.example/tea "
        const form = { ...(yield* opened(desk, compose)), "input.content.text": text }
        const { status, text: html } = yield* post(desk, "lin", compose, { ...form, ...check })
        assert.strictEqual(status, 200)
        for (const part of ["全网最低价", "请斟酌", "think about it", "还有 2 处没有填好"])
          assert.include(found(html), part)
        assert.include(html, "只是检查，没有提交：现在还不能撰写")
        assert.strictEqual(formOf(html)["input.content.text"], text)
        assert.deepStrictEqual(yield* kept, [0, 0])
      })
    )
  )

  it.effect("with nothing against it says so, and the same form is sent as it stands", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* comes(1, "几点开门？")
        const form = { ...(yield* opened(desk, say)), "input.text": "九点开门。" }
        const { text } = yield* post(desk, "lin", say, { ...form, ...check })
        assert.include(found(text), "规则没有意见")
        assert.include(text, "现在可以答复")
        assert.deepStrictEqual(yield* kept, [1, 0])
        assert.strictEqual((yield* post(desk, "lin", say, formOf(text))).status, 303)
      })
    )
  )

  it.effect("that would be refused is told why once, though the advice and the refusal know it", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* comes(1, "几点开门？")
        const form = {
          ...(yield* opened(desk, say)),
          "input.text": "身份证号 11010519491231002X 的客人，九点开门。",
          ...check
        }
        const { text } = yield* post(desk, "lin", say, form)
        assert.strictEqual(count(found(text), "必须修改"), 1)
        assert.notInclude(found(text), "内容规则不允许")
        assert.deepStrictEqual(yield* kept, [1, 0])
      })
    )
  )

  it.effect("is judged by the case as it stands: whoever is late is told so before they send", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* claim("claim 1")
        const form = yield* opened(desk, path("claim 1", "Refuse"))
        const moved = { ...form, version: "7", "input.why": "重复" }
        const { status, text } = yield* post(desk, "lin", path("claim 1", "Refuse"), { ...moved, ...check })
        assert.strictEqual(status, 200)
        assert.include(found(text), "该事项在你打开之后已有新的进展")
      })
    )
  )

  it.effect("tells nothing to whom the step is not open, and nothing to a page from elsewhere", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* comes(1, "几点开门？")
        const form = { ...(yield* opened(desk, say)), "input.text": "身份证号 11010519491231002X", ...check }
        const { text } = yield* post(desk, "stranger", say, form)
        assert.notInclude(text, "必须修改")
        const elsewhere = yield* post(desk, "lin", say, form, { "sec-fetch-site": "cross-site" })
        assert.deepStrictEqual([elsewhere.status, found(elsewhere.text)], [403, ""])
        assert.notInclude((yield* post(desk, "lin", say, { ...form, token: "x" })).text, "必须修改")
      })
    )
  )

  it.effect("keeps nothing, of whichever step of the house, and whatever is written", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        for (const process of processes)
          for (const [step, { from }] of Object.entries(process.steps)) {
            const at =
              from.length === 0 ? `/zh/begin/${process.name}/${step}` : `/zh/cases/${process.name}/none/${step}`
            const form = { ...(yield* opened(desk, compose)), ...(yield* opened(desk, at)) }
            const told = Object.fromEntries(Object.keys(form).map((name) => [name, form[name] || "全国第一"]))
            assert.oneOf((yield* post(desk, "lin", at, { ...told, ...check })).status, [200, 404], at)
          }
        assert.deepStrictEqual(yield* kept, [0, 0])
      })
    )
  )

  it.effect("has advice by the handbook that its case runs under, of a post that stands as well", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const content = { text: "全网最低价 https://xinghe.example/tea ", pictures: [] }
        yield* Operations.send(PostProcess, {
          key: "draft",
          case: Case.CaseId.make("moon"),
          step: "Compose",
          by: Actor.person("lin"),
          input: { account: "1000000001" as never, content, slot: DateTime.add(ten, { days: 1 }) }
        })
        const at = "/zh/cases/Post/moon/Submit"
        const { text } = yield* post(desk, "lin", at, { ...(yield* opened(desk, at)), ...check })
        assert.strictEqual(count(found(text), "请斟酌"), 1)
      })
    )
  )
})

const write = (tab: Page, text: string) => tab.getByLabel("正文").fill(text)

describe.skipIf(absent)("In a browser", () => {
  it.live("what the rules have against a draft comes while it is written, and goes when it is mended", () =>
    Effect.gen(function* () {
      const [address, open] = [yield* served, yield* browser]
      heard.length = 0
      const tab = yield* windowOf(open, "lin")
      yield* Effect.promise(async () => {
        await tab.goto(`${address}${compose}`)
        await write(tab, "全网最低价 https://xinghe.example/tea ")
        await tab.getByRole("status").getByText("请斟酌").waitFor()
        await write(tab, "桂花乌龙 https://xinghe.example/tea ")
        await tab.getByRole("status").getByText("请斟酌").waitFor({ state: "detached" })
        assert.strictEqual(await tab.getByLabel("正文").inputValue(), "桂花乌龙 https://xinghe.example/tea ")
      })
      assert.deepStrictEqual(heard, [])
      assert.deepStrictEqual(yield* kept, [0, 0])
    }).pipe(Effect.scoped, Effect.provide(house))
  )

  it.live("an answer that comes late says nothing of what was written since", () =>
    Effect.gen(function* () {
      const [address, open] = [yield* served, yield* browser]
      const tab = yield* windowOf(open, "lin")
      yield* Effect.promise(async () => {
        await tab.goto(`${address}${compose}`)
        let free = () => {}
        const isFree = new Promise<void>((resolve) => (free = resolve))
        const asked: Array<string> = []
        // The first answer is held back until the second has come.
        await tab.route("**/Compose", async (route) => {
          asked.push(route.request().url())
          if (asked.length === 1) await isFree
          await route.continue().catch(() => {})
        })
        await write(tab, "全网最低价")
        while (asked.length < 1) await tab.waitForTimeout(50)
        await write(tab, "桂花乌龙 https://xinghe.example/tea ")
        await tab.getByRole("status").getByText("还有 1 处没有填好").waitFor()
        free()
        await tab.waitForTimeout(300)
        assert.notInclude(await tab.getByRole("status").innerText(), "请斟酌")
      })
    }).pipe(Effect.scoped, Effect.provide(house))
  )
})
