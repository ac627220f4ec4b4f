/** Who is shown a picture, and that it is the one that was chosen; and pictures in a browser. */
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
import { as, bodyOf, door, get, options, post, services, ten, upload } from "./house.ts"
import { jpeg, png } from "./pictures.ts"
import { chosen, compose, list, opened, picture, shown, within } from "./picturing.ts"
import { house, served } from "./serving.ts"

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
