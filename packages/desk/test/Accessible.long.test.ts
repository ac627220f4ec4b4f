/** Everybody can work at the desk: axe, the checker of Deque, in a real browser, against WCAG 2.2 at level AA. */
import { assert, describe, it } from "@effect/vitest"
import axe from "axe-core"
import { Effect } from "effect"
import { absent, browser, windowOf } from "./browsing.ts"
import { claim, path } from "./house.ts"
import { gif, png } from "./pictures.ts"
import { names, redeem, shelve } from "./reporting.ts"
import { house, reporting, served } from "./serving.ts"

const pages = [
  "/zh",
  path("claim 1"),
  path("claim 1", "Refuse"),
  "/zh/begin/Post/Compose",
  "/zh/several/PrizeClaim/Confirm",
  "/zh/search?q=claim",
  "/zh/record",
  ...["team", "calendar", "hand-over", "hand-over?out=lin&in=zhou", "handbook", "findings"].map(
    (name) => `/zh/house/1000000001/${name}`
  ),
  "/zh/cases/PrizeClaim/nothing"
]
const reported = [
  "figures",
  "figures?per=week&was=yes",
  "rows?observations=CodeRedeemed&first=2020-01-01&last=2030-12-31",
  "reports",
  `reports?name=${encodeURIComponent(names.week)}`
].map((name) => `/zh/house/1000000001/${name}`)
const looks = [
  { width: 1100, colorScheme: "light", language: "zh" },
  { width: 390, colorScheme: "dark", language: "en" }
] as const

const words = {
  zh: ["正文", "上传并预览", "检查", "撰写"],
  en: ["text", "Upload and show", "Check", "write"]
} as const
/** A slot that is still to come, whenever it is tried. */
const slot = "2090-01-01T10:00"
const filed = (name: string, bytes: Uint8Array) => ({ name, mimeType: "image/png", buffer: Buffer.from(bytes) })

describe.skipIf(absent)("Every page of the desk", () => {
  it.live.each(looks)("is within WCAG 2.2 AA, $colorScheme, $width pixels wide, in $language", (look) =>
    Effect.gen(function* () {
      const { colorScheme, language, width } = look
      const [address, other, open] = [yield* served, yield* reporting, yield* browser]
      yield* redeem("1000000001", 3)
      yield* shelve
      yield* claim("claim 1")
      yield* claim("claim 2")
      const tab = yield* windowOf(open, "zhou", { viewport: { width, height: 800 }, colorScheme })
      yield* Effect.promise(async () => {
        const judge = async (page: string) => {
          await tab.evaluate(axe.source)
          const found = await tab.evaluate(async () => {
            const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
            const checker: typeof axe = Reflect.get(globalThis, "axe")
            const { violations, passes } = await checker.run(document, { runOnly: tags })
            return {
              passed: passes.length,
              wrong: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`)
            }
          })
          assert.deepStrictEqual(found.wrong, [], page)
          assert.isAbove(found.passed, 10, page)
        }
        const go = (page: string, of = address) => tab.goto(`${of}${page.replace("/zh", `/${language}`)}`)
        for (const page of pages) {
          await go(page)
          await judge(page)
        }
        for (const page of reported) {
          await go(page, other)
          await judge(page)
        }
        // A draft with pictures, checked; with a file that is none; and the case that it is in the end.
        const [write, show, check, compose] = words[language]
        await go("/zh/begin/Post/Compose")
        await tab.getByRole("textbox", { name: write, exact: true }).fill("全网最低价 https://xinghe.example/tea ")
        await tab.locator("input[type=file]").setInputFiles([filed("a.png", png()), filed("b.gif", gif())])
        await tab.getByRole("button", { name: show }).click()
        await tab.getByRole("button", { name: check }).click()
        await tab.locator("#check article").first().waitFor()
        await judge("a draft that is checked")
        await tab.locator("input[type=file]").setInputFiles([filed("c.png", Uint8Array.of(1))])
        await tab.getByRole("button", { name: show }).click()
        await tab.locator("#notice").waitFor()
        await judge("a file that is no picture")
        await tab.locator("input[type=datetime-local]").fill(slot)
        await tab.getByRole("button", { name: compose, exact: true }).click()
        await tab.locator("#pictures img").first().waitFor()
        await judge("a case with pictures")
      })
    }).pipe(Effect.scoped, Effect.provide(house))
  )
})
