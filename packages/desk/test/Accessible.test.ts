/** Everybody can work at the desk: axe, the checker of Deque, in a real browser, against WCAG 2.2 at level AA. */
import { assert, describe, it } from "@effect/vitest"
import axe from "axe-core"
import { Effect } from "effect"
import { absent, browser, windowOf } from "./browsing.ts"
import { claim, path } from "./house.ts"
import { house, served } from "./serving.ts"

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
const looks = [
  { width: 1100, colorScheme: "light", language: "zh" },
  { width: 390, colorScheme: "dark", language: "en" }
] as const

describe.skipIf(absent)("Every page of the desk", () => {
  it.live.each(looks)("is within WCAG 2.2 AA, $colorScheme, $width pixels wide, in $language", (look) =>
    Effect.gen(function* () {
      const { colorScheme, language, width } = look
      const [address, open] = [yield* served, yield* browser]
      yield* claim("claim 1")
      yield* claim("claim 2")
      const tab = yield* windowOf(open, "zhou", { viewport: { width, height: 800 }, colorScheme })
      yield* Effect.promise(async () => {
        for (const page of pages) {
          await tab.goto(`${address}${page.replace("/zh", `/${language}`)}`)
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
      })
    }).pipe(Effect.scoped, Effect.provide(house))
  )
})
