/** Pictures in a form: chosen, judged by their bytes, shown, bound to their digest, and nothing else of what somebody sends. */
import { MemoryPictures } from "@dualops/adapter-memory"
import { PostProcess } from "@dualops/core/content"
import { Operations } from "@dualops/core/operations"
import { PictureShelf, Pictures } from "@dualops/core/pictures"
import { Actor, Case } from "@dualops/core/process"
import { Desk } from "@dualops/desk"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { absent, browser, heard, windowOf } from "./browsing.ts"
import {
  as,
  ask,
  atTen,
  bodyOf,
  door,
  elements,
  formOf,
  get,
  options,
  origin,
  post,
  services,
  ten,
  upload
} from "./house.ts"
import { gif, jpeg, png } from "./pictures.ts"
import { house, served } from "./serving.ts"

const compose = "/zh/begin/Post/Compose"
const list = "input.content.pictures"
const chosen = `${list}.files`
const text = { "input.content.text": "桂花乌龙 https://xinghe.example/tea ", "input.slot": "2026-11-24T09:30" }

const within = <A, E, R>(body: (desk: Desk.Handler) => Effect.Effect<A, E, R>) =>
  TestClock.setTime(ten.epochMilliseconds).pipe(
    Effect.andThen(Effect.flatMap(Desk.handler(options), body)),
    Effect.scoped,
    Effect.provide(Layer.mergeAll(services, door, MemoryPictures.layer()))
  )

const opened = (desk: Desk.Handler, person = "lin") =>
  Effect.map(get(desk, person, compose), ({ text: html }) => ({
    ...formOf(html),
    ...text,
    "input.account": "1000000001"
  }))
const shown = (html: string) =>
  elements(html).flatMap(({ has, tag }) => (tag === "img" && has["src"] !== undefined ? [has["src"]] : []))
const picture = (desk: Desk.Handler, person: string, at: string) =>
  Effect.promise(() => desk(new Request(`${origin}${at}`, { headers: as(person) })))

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

describe("The seal of a picture", () => {
  it.effect(
    "is one person's, and nobody names a file by a form or an address that the desk has not shown to them",
    () =>
      within((desk) =>
        Effect.gen(function* () {
          const form = { ...(yield* opened(desk)), more: list }
          const [at = ""] = shown((yield* upload(desk, "lin", compose, form, [[chosen, png(), "a.png"]])).text)
          assert.strictEqual((yield* picture(desk, "lin", at)).status, 200)
          const sealed = at.split("/").at(-1) ?? ""
          const [word = "", proof = ""] = sealed.split(".")
          const others = [
            at.slice(0, -1),
            `/picture/${word}`,
            `/picture/.${proof}`,
            "/picture/",
            `${at}.x`,
            `/picture/${word}x.${proof}`
          ]
          for (const one of others) assert.strictEqual((yield* picture(desk, "lin", one)).status, 404, one)
          assert.strictEqual((yield* picture(desk, "zhou", at)).status, 404)
          const forged = JSON.stringify({ source: "../secret", format: "png", bytes: 1, sha256: "a".repeat(64) })
          for (const value of [forged, `${Buffer.from(forged).toString("base64url")}.x`, `${word}x.${proof}`]) {
            const told = { ...(yield* opened(desk)), [`${list}.rows`]: "1", [`${list}.0`]: value }
            const { headers } = yield* post(desk, "lin", compose, told)
            const address = headers.get("location") ?? ""
            assert.isEmpty(shown((yield* get(desk, "lin", address)).text), value)
            const query = new URLSearchParams({ [`${list}.rows`]: "1", [`${list}.0`]: value })
            assert.isEmpty(shown((yield* get(desk, "lin", `${compose}?${query}`)).text), value)
          }
        })
      )
  )

  it.effect("is for the bytes that were chosen: what lies there now and is another is not shown", () => {
    const bytes = { "a.png": png() }
    return TestClock.setTime(ten.epochMilliseconds).pipe(
      Effect.andThen(Desk.handler(options)),
      Effect.flatMap((desk) =>
        Effect.gen(function* () {
          const content = (sha256: string) => ({
            text: "桂花",
            pictures: [{ source: "a.png", format: "png" as const, bytes: 9, sha256 }]
          })
          const draft = (name: string, sha256: string) =>
            Operations.send(PostProcess, {
              key: name,
              case: Case.CaseId.make(name),
              step: "Compose",
              by: Actor.person("lin"),
              input: { account: "1000000001" as never, content: content(sha256), slot: DateTime.add(ten, { days: 1 }) }
            })
          yield* draft("same", PictureShelf.named({ bytes: png(), format: "png" }).sha256)
          yield* draft("changed", "a".repeat(64))
          const status = (name: string) =>
            Effect.gen(function* () {
              const [at = ""] = shown((yield* get(desk, "lin", `/zh/cases/Post/${name}`)).text)
              return (yield* picture(desk, "lin", at)).status
            })
          assert.deepStrictEqual([yield* status("same"), yield* status("changed")], [200, 404])
        })
      ),
      Effect.scoped,
      Effect.provide(Layer.mergeAll(services, door, MemoryPictures.layer(bytes)))
    )
  })

  it.effect("is put on no shelf for whoever may not take the step, or whose form is another's", () =>
    within((desk) =>
      Effect.gen(function* () {
        const pictures = yield* Pictures.Pictures
        const form = yield* opened(desk)
        yield* upload(desk, "stranger", compose, form, [[chosen, png(), "a.png"]])
        yield* upload(desk, "lin", compose, { ...form, token: "x" }, [[chosen, png(), "a.png"]])
        yield* upload(desk, "lin", compose, form, [[chosen, png(), "a.png"]], { "sec-fetch-site": "cross-site" })
        yield* Effect.flip(pictures.read(PictureShelf.named({ bytes: png(), format: "png" })))
      })
    )
  )
})

describe.skipIf(absent)("Pictures in a browser", () => {
  it.live("are chosen, looked at, left out and sent, with a script and without, and the browser shows them", () =>
    Effect.gen(function* () {
      const [address, open] = [yield* served, yield* browser]
      heard.length = 0
      for (const javaScriptEnabled of [true, false]) {
        const tab = yield* windowOf(open, "lin", { javaScriptEnabled })
        yield* Effect.promise(async () => {
          await tab.goto(`${address}${compose}`)
          await tab.getByLabel("正文").fill("桂花乌龙 https://xinghe.example/tea ")
          await tab.getByLabel("发布时间").fill("2090-01-01T10:00")
          const files = [png(), jpeg()].map((bytes, index) => ({
            name: `海报 ${index}.png`,
            mimeType: "image/png",
            buffer: Buffer.from(bytes)
          }))
          await tab.getByLabel("选择图片").setInputFiles(files)
          await tab.getByRole("button", { name: "上传并预览" }).click()
          await tab.getByLabel("保留图片 2").uncheck()
          await tab.getByRole("button", { name: "撰写", exact: true }).click()
          const image = tab.locator("#pictures img")
          await image.waitFor()
          await image.scrollIntoViewIfNeeded()
          await tab.waitForFunction(() => document.querySelector<HTMLImageElement>("#pictures img")?.complete === true)
          assert.strictEqual(await image.count(), 1)
          assert.strictEqual(await image.evaluate((one: HTMLImageElement) => one.naturalWidth), 1)
        })
      }
      assert.deepStrictEqual(heard, [])
    }).pipe(Effect.scoped, Effect.provide(house))
  )

  it.live("that are a hundred megabytes are refused over the wire, and the desk goes on", () =>
    Effect.gen(function* () {
      const address = yield* served
      const form = new FormData()
      form.append(chosen, new Blob([new Uint8Array(100 * 1024 * 1024)]), "a.png")
      const { body, type } = yield* bodyOf(form)
      const status = yield* Effect.promise(() =>
        fetch(`${address}${compose}`, {
          method: "POST",
          headers: { ...as("lin"), "sec-fetch-site": "same-origin", "content-type": type },
          body
        }).then(
          (answer) => answer.status,
          // Whoever goes on sending may find the line closed before they hear why.
          () => 413
        )
      )
      assert.strictEqual(status, 413)
      const { status: next } = yield* Effect.promise(() => fetch(`${address}/zh`, { headers: as("lin") }))
      assert.strictEqual(next, 200)
    }).pipe(Effect.scoped, Effect.provide(house))
  )
})
