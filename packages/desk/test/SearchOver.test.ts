/** What was said in cases that are over is found, by whoever sees them, page by page. */
import { MemoryCaseTexts } from "@dualops/adapter-memory"
import { type EditionStore, type Editions, Operations, type Store } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import type { Desk } from "@dualops/desk"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { PrizeClaimProcess } from "../../../examples/prizes/PrizeClaimProcess.ts"
import { atTen, claim, elements, get, path } from "./house.ts"

const refuse = (name: string, why: string) =>
  Operations.send(PrizeClaimProcess, {
    key: `${name} refused`,
    case: Case.CaseId.make(name),
    step: "Refuse",
    by: Actor.person("zhou"),
    input: { why }
  })
const linksOf = (html: string) => elements(html).flatMap(({ has, tag }) => (tag === "a" ? [has["href"] ?? ""] : []))
const found = (desk: Desk.Handler, person: string, words: string) =>
  Effect.map(get(desk, person, `/zh/search?q=${encodeURIComponent(words)}`), ({ text }) =>
    linksOf(text).filter((link) => link.startsWith(path("")))
  )

const test = (
  sentence: string,
  body: (desk: Desk.Handler) => Effect.Effect<void, unknown, Store | EditionStore.EditionStore | Editions.Editions>
) => it.effect(sentence, () => Effect.provide(atTen(body), MemoryCaseTexts.layer))

describe("Search in cases that are over", () => {
  test("finds what was said in them, by two characters, and nothing for whoever does not see them", (desk) =>
    Effect.gen(function* () {
      yield* claim("claim 1", "小林")
      assert.deepStrictEqual(yield* found(desk, "he", "门店"), [])
      yield* refuse("claim 1", "请到门店核对收件信息后再登记。")
      assert.deepStrictEqual(yield* found(desk, "he", "门店"), [path("claim 1")])
      assert.deepStrictEqual(yield* found(desk, "he", "小林 收件"), [path("claim 1")])
      assert.deepStrictEqual(yield* found(desk, "he", "门市"), [])
      assert.deepStrictEqual(yield* found(desk, "stranger", "门店"), [])
    }))

  test("goes on to earlier ones, each once, and in the other language with the same words", (desk) =>
    Effect.gen(function* () {
      const names = Array.from({ length: 70 }, (_, number) => `claim ${number}`)
      for (const name of names) {
        yield* claim(name)
        yield* refuse(name, "库存已用完，请选其他奖品。")
      }
      const seen: Array<string> = []
      let next: string | undefined = `/zh/search?q=${encodeURIComponent("其他奖品")}`
      while (next !== undefined) {
        const links: ReadonlyArray<string> = linksOf((yield* get(desk, "he", next)).text)
        seen.push(...links.filter((link) => link.startsWith(path(""))))
        assert.include(links, next.replace("/zh/", "/en/").replace(/%20/g, "+"))
        next = links.find((link) => link.includes("before=") && link.startsWith("/zh"))
      }
      assert.deepStrictEqual(
        seen,
        names.toReversed().map((name) => path(name))
      )
      for (const before of ["0", "-1", "x", "1e3", "99999999999999999999"]) {
        assert.strictEqual((yield* get(desk, "he", `/zh/search?q=其他奖品&before=${before}`)).status, 200)
      }
    }))
})
