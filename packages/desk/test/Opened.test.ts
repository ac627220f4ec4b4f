/** A form begins with what the case knows already: a draft as it stands, an answer that somebody suggested. */

import { PostProcess } from "@dualops/core/content"
import { AnswerProcess } from "@dualops/core/interaction"
import { Operations } from "@dualops/core/operations"
import { ClaimProcess } from "@dualops/core/practices"
import { Actor, Case } from "@dualops/core/process"
import { TokenDoor } from "@dualops/desk"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Redacted } from "effect"
import { comes } from "./assistant/colleague.ts"
import { atTen, formOf, get, origin, post, ten, tokens } from "./house.ts"

const answer = "/zh/cases/Answer/comment%201"
const suggested = (text: string, by = "zhou") =>
  Operations.send(AnswerProcess, {
    key: text,
    case: Case.CaseId.make("comment 1"),
    step: "Suggest",
    by: Actor.person(by),
    input: { text }
  })
const draft = Operations.send(PostProcess, {
  key: "draft",
  case: Case.CaseId.make("moon"),
  step: "Compose",
  by: Actor.person("lin"),
  input: {
    account: "1000000001" as never,
    content: {
      text: "桂花 <开> 了。\n\n  两行 ",
      pictures: [{ source: "a.png", format: "png", bytes: 9, sha256: "a".repeat(64) }]
    },
    slot: DateTime.add(ten, { days: 1, seconds: 7 })
  }
})

describe("The form of an answer", () => {
  it.effect("begins with what was suggested last, and says whatever whoever answers makes of it", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* comes(1, "几点开门？")
        assert.strictEqual(formOf((yield* get(desk, "lin", `${answer}/Say`)).text)["input.text"], "")
        yield* suggested("八点。")
        yield* suggested("九点开门，\n等你来。")
        const form = formOf((yield* get(desk, "lin", `${answer}/Say`)).text)
        assert.strictEqual(form["input.text"], "九点开门，\n等你来。")
        // An address that fills it in says it instead.
        const filled = yield* get(desk, "lin", `${answer}/Say?input.text=${encodeURIComponent("十点。")}`)
        assert.strictEqual(formOf(filled.text)["input.text"], "十点。")
        const sent = yield* post(desk, "lin", `${answer}/Say`, { ...form, "input.text": "九点半。" })
        assert.strictEqual(sent.status, 303)
        const found = yield* Operations.load(AnswerProcess, Case.CaseId.make("comment 1"))
        assert.deepInclude(found?.state, { _tag: "Sending", text: "九点半。" })
      })
    )
  )

  it.effect("that was emptied stays empty when it comes back, and is not filled in a second time", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* comes(1, "几点开门？")
        yield* suggested("九点。")
        const form = formOf((yield* get(desk, "lin", `${answer}/Say`)).text)
        const back = yield* post(desk, "lin", `${answer}/Say`, { ...form, version: "1", "input.text": "" })
        assert.strictEqual(back.status, 409)
        assert.strictEqual(formOf(back.text)["input.text"], "")
      })
    )
  )
})

describe("The form of a step that another case holds back", () => {
  it.effect("is not there, and its page says which case that is and who has it in hand", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* comes(1, "几点开门？")
        const order = { key: "take", case: Case.CaseId.make("zhou's"), step: "Take", by: Actor.person("zhou") } as const
        const { state } = (yield* Operations.load(AnswerProcess, Case.CaseId.make("comment 1"))) ?? assert.fail()
        const { account, interaction } = state
        yield* Operations.send(ClaimProcess, { ...order, input: { account, fan: interaction.from.id } })
        const { status, text } = yield* get(desk, "lin", `${answer}/Say`)
        assert.deepStrictEqual([status, text.includes('<form class="step"')], [409, false])
        assert.match(text, /「[^」]+」暂停办理，见「认领」[^。]*：经办人 周舟/)
        assert.strictEqual((yield* get(desk, "zhou", `${answer}/Say`)).status, 200)
      })
    )
  )
})

describe("The form that edits a post", () => {
  it.effect("begins with the post as it stands, and sent as it is changes nothing of it", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const { case: before } = yield* draft
        const form = formOf((yield* get(desk, "lin", "/zh/cases/Post/moon/Edit")).text)
        assert.include(form, {
          "input.content.pictures.rows": "1",
          "input.slot": "2026-11-24T10:00:07"
        })
        assert.strictEqual((yield* post(desk, "lin", "/zh/cases/Post/moon/Edit", form)).status, 303)
        const after = yield* Operations.load(PostProcess, Case.CaseId.make("moon"))
        assert.deepStrictEqual(after?.state, before.state)
      })
    )
  )
})

describe("What a form begins with", () => {
  it.effect("is told to programs beside the offer, as the JSON that an order of it would say", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* draft
        yield* comes(1, "几点开门？")
        yield* suggested("九点。")
        const { secret, token } = yield* TokenDoor.issue(Actor.person("lin"), DateTime.add(ten, { days: 1 }))
        tokens.push(token)
        const asked = new Request(`${origin}/api/offers?most=200`, {
          headers: { authorization: `Bearer ${Redacted.value(secret)}` }
        })
        const { items } = yield* Effect.promise(async () => (await desk(asked)).json())
        const opens = (process: string, step: string) =>
          items.find(
            (one: { process: { name: string }; step: { name: string } }) =>
              one.process.name === process && one.step.name === step
          )?.opensWith
        assert.deepStrictEqual(opens("Answer", "Say"), { text: "九点。" })
        assert.deepStrictEqual(opens("Post", "Edit")?.slot, "2026-11-24T02:00:07.000Z")
        assert.isUndefined(opens("Post", "Submit"))
      })
    )
  )
})
