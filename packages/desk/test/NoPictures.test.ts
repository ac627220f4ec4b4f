/** What somebody sends in the place of a picture: judged by its bytes, bounded, and shown nowhere. */
import { Pictures } from "@dualops/core/pictures"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { as, ask, bodyOf, formOf, origin, upload } from "./house.ts"
import { gif, jpeg, png } from "./pictures.ts"
import { chosen, compose, list, opened, picture, shown, within } from "./picturing.ts"

const svg = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" onload="hit=1"><script>hit=1</script></svg>'
)
const html = new TextEncoder().encode("<html><script>window.hit=1</script>")
const joined = (...parts: ReadonlyArray<Uint8Array>) => new Uint8Array(Buffer.concat(parts))

describe("What is no picture", () => {
  it.effect("is not kept, whatever it calls itself, and what was written and the true pictures stay", () =>
    within((desk) =>
      Effect.gen(function* () {
        const files = [
          [chosen, svg, "a.png"],
          [chosen, html, "b.gif"],
          [chosen, new TextEncoder().encode("GIF89a/*"), "c.gif"],
          [chosen, Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), "d.png"],
          [chosen, new TextEncoder().encode("%PDF-1.7"), "e.jpg"],
          [chosen, png(), "f.svg"]
        ] as const
        const back = yield* upload(desk, "lin", compose, yield* opened(desk), files)
        assert.strictEqual(back.status, 422)
        for (const name of ["a.png", "b.gif", "c.gif", "d.png", "e.jpg"]) assert.include(back.text, `「${name}」不是`)
        assert.strictEqual(shown(back.text).length, 1)
        assert.include(formOf(back.text)["input.content.text"], "桂花乌龙")
      })
    )
  )

  it.effect("and yet begins like one is shown as that picture alone: a polyglot runs nowhere", () =>
    within((desk) =>
      Effect.gen(function* () {
        const polyglots = [joined(gif(), html), joined(png(), svg), joined(jpeg(), html)]
        const files = polyglots.map((bytes, index) => [chosen, bytes, `${index}.html`] as const)
        const { text: page } = yield* upload(desk, "lin", compose, { ...(yield* opened(desk)), more: list }, files)
        const types = yield* Effect.forEach(shown(page), (at) =>
          Effect.map(picture(desk, "lin", at), ({ headers }) => [
            headers.get("content-type"),
            headers.get("x-content-type-options"),
            headers.get("content-security-policy")?.includes("sandbox")
          ])
        )
        assert.deepStrictEqual(
          types,
          ["image/gif", "image/png", "image/jpeg"].map((type) => [type, "nosniff", true])
        )
      })
    )
  )

  it.effect("has a name that is text: no way out of the page, and none into the shelf", () =>
    within((desk) =>
      Effect.gen(function* () {
        const shelf = yield* Pictures.Pictures
        for (const name of [
          "../../etc/passwd",
          '"><script>hit=1</script>',
          "a\u202egnp.exe",
          "C:\\x.png",
          "長".repeat(4000)
        ]) {
          const form = { ...(yield* opened(desk)), more: list }
          const bad = yield* upload(desk, "lin", compose, form, [[chosen, svg, name]])
          assert.strictEqual(bad.status, 422, name)
          assert.notInclude(bad.text, "<script>hit")
          assert.notInclude(bad.text, "\u202e")
          assert.notInclude(bad.text, "長".repeat(100))
          const good = yield* upload(desk, "lin", compose, form, [[chosen, png(), name]])
          assert.strictEqual(shown(good.text).length, 1, name)
          yield* Effect.flip(shelf.read({ source: name, format: "png", bytes: 1 }))
        }
        const broken = yield* upload(desk, "lin", compose, yield* opened(desk), [[chosen, png(), "\u0000.png"]])
        assert.strictEqual(broken.status, 400)
      })
    )
  )

  it.effect("is what is too large, has too many with it, is for another field, or has no end", () =>
    within((desk) =>
      Effect.gen(function* () {
        const form = yield* opened(desk)
        const large = joined(png(), new Uint8Array(10 * 1024 * 1024))
        const back = yield* upload(desk, "lin", compose, form, [
          [chosen, large, "a.png"],
          [chosen, png(), "b.png"]
        ])
        assert.strictEqual(back.status, 422)
        assert.include(back.text, "「a.png」超过 10 MB")
        assert.strictEqual(shown(back.text).length, 1)
        const many = Array.from(
          { length: 30 },
          (_, index) => [chosen, joined(png(), Uint8Array.of(index)), "a.png"] as const
        )
        const tooMany = yield* upload(desk, "lin", compose, form, many)
        assert.deepStrictEqual([tooMany.status, shown(tooMany.text).length], [422, 18])
        const elsewhere = yield* upload(desk, "lin", compose, form, [["input.content.text.files", png(), "a.png"]])
        assert.strictEqual(elsewhere.status, 303)
        const hundred = yield* upload(desk, "lin", compose, form, [
          [chosen, new Uint8Array(100 * 1024 * 1024), "a.png"]
        ])
        assert.strictEqual(hundred.status, 413)
        assert.include(hundred.text, "太大了")
      })
    )
  )

  it.effect("is a form that was cut off, or says that it has parts and has none", () =>
    within((desk) =>
      Effect.gen(function* () {
        const form = new FormData()
        form.append("token", "x")
        form.append(chosen, new Blob([png()]), "a.png")
        const { body: bytes, type } = yield* bodyOf(form)
        const raw = (body: Uint8Array, contentType: string) =>
          ask(
            desk,
            new Request(`${origin}${compose}`, {
              method: "POST",
              headers: { "sec-fetch-site": "same-origin", ...as("lin"), "content-type": contentType },
              body: Uint8Array.from(body)
            })
          )
        for (const part of [1, 40, Math.floor(bytes.length / 2), bytes.length - 8])
          assert.strictEqual((yield* raw(bytes.slice(0, part), type)).status, 400, String(part))
        assert.strictEqual((yield* raw(bytes, "multipart/form-data")).status, 400)
        assert.strictEqual((yield* raw(bytes, "multipart/form-data; boundary=other")).status, 400)
        assert.oneOf((yield* raw(new Uint8Array(), type)).status, [400, 403])
        // Whole again, it is what it was: an old form.
        assert.strictEqual((yield* raw(bytes, type)).status, 403)
      })
    )
  )
})
