import { Operations } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { PrizeClaimProcess } from "../../../examples/prizes/PrizeClaimProcess.ts"
import { atTen, claim, elements, formOf, get, path, post } from "./house.ts"

const send = (name: string, step: "Confirm", by: string) =>
  Operations.send(PrizeClaimProcess, {
    key: `${step} by ${by}`,
    case: Case.CaseId.make(name),
    step,
    by: Actor.person(by),
    input: {}
  })
const stateOf = (name: string) =>
  Effect.map(Operations.load(PrizeClaimProcess, Case.CaseId.make(name)), (one) => one?.state._tag)
const linksOf = (html: string) => elements(html).flatMap(({ has, tag }) => (tag === "a" ? [has["href"]] : []))

describe("My desk", () => {
  it.effect("shows what may be done, until when, and what may be begun, of a process that the desk does not know", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* claim("claim 1")
        const { status, text } = yield* get(desk, "zhou", "/zh")
        assert.strictEqual(status, 200)
        for (const part of ["兑奖", "小林 的桂花乌龙", "11-23 14:00 前", "待核对"]) assert.include(text, part)
        assert.includeMembers(linksOf(text), [path("claim 1"), path("claim 1", "Confirm"), "/zh/begin/PrizeClaim/Ask"])
      })
    )
  )

  it.effect("says what is late, apart from what is not", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* claim("claim 1")
        assert.notInclude((yield* get(desk, "zhou", "/zh")).text, "已超时")
        yield* TestClock.adjust("5 hours")
        assert.include((yield* get(desk, "zhou", "/zh")).text, "已超时")
      })
    )
  )

  it.effect("is there in two languages, and begins in the one that the browser asks for", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const toZh = yield* get(desk, "lin", "/")
        const toEn = yield* get(desk, "lin", "/", { "accept-language": "en-GB,en;q=0.9" })
        assert.deepStrictEqual(
          [toZh, toEn].map(({ headers, status }) => [status, headers.get("location")]),
          [
            [302, "/zh"],
            [302, "/en"]
          ]
        )
        const { text } = yield* get(desk, "lin", "/en")
        assert.match(text, /<html lang="en" data-lang="en">/)
        assert.include(linksOf(text), "/zh")
      })
    )
  )
})

describe("A case", () => {
  it.effect("tells what has happened as sentences, with what was said, and how its clocks count", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* claim("claim 1")
        yield* TestClock.adjust("1 hour")
        yield* send("claim 1", "Confirm", "zhou")
        const { status, text } = yield* get(desk, "zhou", path("claim 1"))
        assert.strictEqual(status, 200)
        for (const part of [
          "林夏：登记兑奖",
          "周舟：确认资格",
          "2026-11-23 11:00",
          "符合条件",
          "已计 1 小时，共 4 小时",
          "60 分钟计入"
        ]) {
          assert.include(text, part)
        }
      })
    )
  )

  it.effect("offers each person what they may do, and nobody what they may not", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* claim("claim 1")
        yield* send("claim 1", "Confirm", "zhou")
        assert.notInclude(linksOf((yield* get(desk, "zhou", path("claim 1"))).text), path("claim 1", "Grant"))
        assert.include(linksOf((yield* get(desk, "lin", path("claim 1"))).text), path("claim 1", "Grant"))
      })
    )
  )

  it.effect("that there is not is answered like one that the person does not see", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* claim("claim 1")
        const stranger = yield* get(desk, "stranger", path("claim 1"))
        const none = yield* get(desk, "stranger", path("claim 2"))
        assert.deepStrictEqual([stranger.status, none.status], [404, 404])
        assert.strictEqual(stranger.text.replaceAll("claim%201", ""), none.text.replaceAll("claim%202", ""))
      })
    )
  )
})

describe("A form", () => {
  it.effect("begins a case, leads to it, and begins no second one when it is sent again", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const form = formOf((yield* get(desk, "lin", "/zh/begin/PrizeClaim/Ask")).text)
        assert.includeMembers(Object.keys(form), ["input.winner", "input.prize.zh", "input.prize.en"])
        const filled = {
          ...form,
          "input.winner": "小林",
          "input.prize.zh": "桂花乌龙",
          "input.prize.en": "osmanthus tea"
        }
        const sent = yield* post(desk, "lin", "/zh/begin/PrizeClaim/Ask", filled)
        const again = yield* post(desk, "lin", "/zh/begin/PrizeClaim/Ask", filled)
        assert.deepStrictEqual([sent.status, again.status], [303, 303])
        const at = sent.headers.get("location") ?? ""
        assert.strictEqual(again.headers.get("location"), at)
        assert.include((yield* get(desk, "lin", at)).text, "登记兑奖")
      })
    )
  )

  it.effect("that is wrong says so in words beside the field, and keeps what was typed", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const form = formOf((yield* get(desk, "lin", "/zh/begin/PrizeClaim/Ask")).text)
        const { status, text } = yield* post(desk, "lin", "/zh/begin/PrizeClaim/Ask", {
          ...form,
          "input.winner": "小林"
        })
        assert.strictEqual(status, 422)
        const fields = elements(text)
        const wrong = fields.filter(({ has }) => has["aria-invalid"] === "true").map(({ has }) => has["name"])
        assert.deepStrictEqual(wrong, ["input.prize.zh", "input.prize.en"])
        assert.strictEqual(formOf(text)["input.winner"]?.trim(), "小林")
        assert.include(text, "有 2 处需要改正")
        for (const { has } of fields)
          if (has["href"]?.startsWith("#input"))
            assert.isTrue(fields.some((one) => `#${one.has["id"]}` === has["href"]))
      })
    )
  )

  it.effect("tells a second person that they are late, what has happened, and keeps what they wrote", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* claim("claim 1")
        const form = formOf((yield* get(desk, "he", path("claim 1", "Refuse"))).text)
        yield* send("claim 1", "Confirm", "zhou")
        const { status, text } = yield* post(desk, "he", path("claim 1", "Refuse"), {
          ...form,
          "input.why": "重复领取"
        })
        assert.strictEqual(status, 409)
        for (const part of ["该事项在你打开之后已有新的进展", "周舟：确认资格", "重复领取"]) assert.include(text, part)
        assert.strictEqual(yield* stateOf("claim 1"), "Eligible")
        // Whoever has looked sends it once more, and it is taken.
        assert.strictEqual(
          (yield* post(desk, "he", path("claim 1", "Refuse"), { ...formOf(text), "input.why": "重复领取" })).status,
          303
        )
        assert.strictEqual(yield* stateOf("claim 1"), "Refused")
      })
    )
  )

  it.effect("is not shown for what is not open, and is shown again where it was filled in", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* claim("claim 1")
        const form = formOf((yield* get(desk, "zhou", path("claim 1", "Confirm"))).text)
        const early = yield* get(desk, "zhou", path("claim 1", "Grant"))
        assert.deepStrictEqual([early.status, early.text.includes('<form class="step"')], [409, false])
        const refused = yield* post(desk, "zhou", path("claim 1", "Settle"), { ...form, "input.parcel": "SF 1" })
        assert.strictEqual(refused.status, 422)
        assert.include(refused.text, "「待核对」时不能人工了结")
        assert.include(refused.text, "SF 1")
      })
    )
  )
})

describe("Search", () => {
  it.effect("finds a case by its number, by words in its line, and nothing that the person does not see", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* claim("claim 1")
        const hits = (person: string, words: string) =>
          Effect.map(get(desk, person, `/zh/search?q=${encodeURIComponent(words)}`), ({ text }) =>
            linksOf(text).includes(path("claim 1"))
          )
        assert.deepStrictEqual(
          [
            yield* hits("he", "claim 1"),
            yield* hits("he", "桂花"),
            yield* hits("he", "龙井"),
            yield* hits("stranger", "桂花")
          ],
          [true, true, false, false]
        )
      })
    )
  )
})
