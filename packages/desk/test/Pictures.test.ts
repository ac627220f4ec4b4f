/** Pictures in a form: chosen, shown, bound to their digest, and kept in what is edited. */
import { PostProcess } from "@dualops/core/content"
import { Operations } from "@dualops/core/operations"
import { PictureShelf } from "@dualops/core/pictures"
import { Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { atTen, elements, formOf, get, post, upload } from "./house.ts"
import { gif, jpeg, png } from "./pictures.ts"
import { chosen, compose, list, opened, picture, shown, text, within } from "./picturing.ts"

describe("A picture of a form", () => {
  it.effect("is shown with its digest before the form is sent, and the case has it as its bytes are", () =>
    within((desk) =>
      Effect.gen(function* () {
        const files = [
          [chosen, png(), "海报 1.png"],
          [chosen, jpeg(), "b.jpg"],
          [chosen, gif(), "c.gif"]
        ] as const
        const seen = yield* upload(desk, "lin", compose, { ...(yield* opened(desk)), more: list }, files)
        assert.strictEqual(seen.status, 200)
        assert.strictEqual(shown(seen.text).length, 3)
        const { sha256 } = PictureShelf.named({ bytes: png(), format: "png" })
        assert.include(seen.text, sha256)
        const form = formOf(seen.text)
        // The second is left out again.
        const { [`${list}.1`]: _, ...kept } = form
        const sent = yield* post(desk, "lin", compose, { ...kept, "input.account": "1000000001" })
        assert.strictEqual(sent.status, 303)
        const at = sent.headers.get("location") ?? ""
        const found = yield* Operations.load(
          PostProcess,
          Case.CaseId.make(decodeURIComponent(at.split("/").at(-1) ?? ""))
        )
        const pictures = found?.state._tag === "Draft" ? found.state.content.pictures : []
        assert.deepStrictEqual(
          pictures,
          [png(), gif()].map((bytes, index) => PictureShelf.named({ bytes, format: index === 0 ? "png" : "gif" }))
        )
        // The page of the case shows them, as the pictures that they are.
        const [first = "", ...more] = shown((yield* get(desk, "zhou", at)).text)
        assert.strictEqual(more.length, 1)
        const answer = yield* picture(desk, "zhou", first)
        assert.deepStrictEqual(
          [answer.status, answer.headers.get("content-type"), answer.headers.get("x-content-type-options")],
          [200, "image/png", "nosniff"]
        )
        assert.include(answer.headers.get("content-security-policy"), "default-src 'none'; sandbox")
        assert.deepStrictEqual(new Uint8Array(yield* Effect.promise(() => answer.arrayBuffer())), png())
      })
    )
  )

  it.effect(
    "comes with the form itself, when nobody looks first; and with the same form again it is no second one",
    () =>
      within((desk) =>
        Effect.gen(function* () {
          const form = yield* opened(desk)
          const first = yield* upload(desk, "lin", compose, form, [[chosen, png(), "a.png"]])
          const again = yield* upload(desk, "lin", compose, form, [[chosen, png(), "a.png"]])
          assert.deepStrictEqual([first.status, again.status], [303, 303])
          assert.strictEqual(first.headers.get("location"), again.headers.get("location"))
        })
      )
  )

  // As others have reported of theirs: whoever makes a mistake elsewhere has to choose their files anew, and does not notice.
  it.effect("stays chosen when something else of the form is wrong", () =>
    within((desk) =>
      Effect.gen(function* () {
        const form = { ...(yield* opened(desk)), "input.slot": "" }
        const back = yield* upload(desk, "lin", compose, form, [[chosen, png(), "a.png"]])
        assert.strictEqual(back.status, 422)
        assert.strictEqual(shown(back.text).length, 1)
        const mended = { ...formOf(back.text), "input.slot": text["input.slot"], "input.account": "1000000001" }
        assert.strictEqual((yield* post(desk, "lin", compose, mended)).status, 303)
      })
    )
  )

  it.effect("stays in a post that is edited, and goes when it is not kept", () =>
    within((desk) =>
      Effect.gen(function* () {
        const begun = yield* upload(desk, "lin", compose, yield* opened(desk), [[chosen, png(), "a.png"]])
        const edit = `${begun.headers.get("location")}/Edit`
        const form = formOf((yield* get(desk, "lin", edit)).text)
        const picturesOf = Effect.map(
          Operations.load(PostProcess, Case.CaseId.make(decodeURIComponent(edit.split("/").at(-2) ?? ""))),
          (one) => (one?.state._tag === "Draft" ? one.state.content.pictures.length : -1)
        )
        assert.strictEqual((yield* post(desk, "lin", edit, form)).status, 303)
        assert.strictEqual(yield* picturesOf, 1)
        const { [`${list}.0`]: _, ...without } = formOf((yield* get(desk, "lin", edit)).text)
        assert.strictEqual((yield* post(desk, "lin", edit, without)).status, 303)
        assert.strictEqual(yield* picturesOf, 0)
      })
    )
  )

  it.effect("is not taken where the house has no place for it, and the form says so; what is chosen stays", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const { text: html } = yield* get(desk, "lin", compose)
        assert.include(html, "这里不收图片")
        assert.isEmpty(elements(html).filter(({ has }) => has["type"] === "file"))
        const form = { ...formOf(html), ...text, "input.account": "1000000001" }
        const sent = yield* upload(desk, "lin", compose, form, [[chosen, png(), "a.png"]])
        assert.strictEqual(sent.status, 422)
        assert.include(sent.text, "这里不收图片")
      })
    )
  )
})
