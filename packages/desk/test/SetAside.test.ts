/** A case that is left for later: from its page, off the desk, among the arrangements, and back. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { atTen, claim, elements, formOf, get, path, post } from "./house.ts"

const linkTo = (html: string, part: string) =>
  elements(html).find(({ has, tag }) => tag === "a" && has["href"]?.includes(part) === true)?.has["href"]
const hasCard = (html: string, name: string) => html.includes(`href="${path(name)}"`)

describe("A case that can wait", () => {
  it.effect("is set aside from its own page, without a word written but until when", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        for (const name of ["claim 1", "claim 2"]) yield* claim(name)
        const way = linkTo((yield* get(desk, "zhou", path("claim 1"))).text, "/begin/SetAside/Put") ?? ""
        const form = formOf((yield* get(desk, "zhou", way.replaceAll("&amp;", "&"))).text)
        assert.strictEqual(form["input.of"], "PrizeClaim/claim 1@1")
        const sent = yield* post(desk, "zhou", "/zh/begin/SetAside/Put", { ...form, "input.until": "2026-11-23T15:00" })
        assert.strictEqual(sent.status, 303)
        const { text } = yield* get(desk, "zhou", "/zh")
        assert.deepStrictEqual([hasCard(text, "claim 1"), hasCard(text, "claim 2")], [false, true])
        const aside = elements(text).filter(({ tag, text }) => tag === "article" && text.includes("claim 1"))
        assert.include(aside.map(({ text }) => text).join(), "兑奖 claim 1prize claim claim 1")
        assert.notInclude(aside.map(({ text }) => text).join(), "PrizeClaim")
        assert.isTrue(hasCard((yield* get(desk, "he", "/zh")).text, "claim 1"))

        const back = linkTo(text, "/BringBack") ?? ""
        const again = formOf((yield* get(desk, "zhou", back)).text)
        assert.strictEqual((yield* post(desk, "zhou", back, again)).status, 303)
        assert.isTrue(hasCard((yield* get(desk, "zhou", "/zh")).text, "claim 1"))
      })
    )
  )

  it.effect("is offered no way aside where nothing is to be done by whoever looks", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* claim("claim 1")
        const { text } = yield* get(desk, "lin", path("claim 1"))
        assert.strictEqual(
          linkTo(text, "/begin/SetAside/Put") !== undefined,
          linkTo(text, `${path("claim 1")}/`) !== undefined
        )
      })
    )
  )
})
