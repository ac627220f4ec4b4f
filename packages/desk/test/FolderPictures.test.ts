/** Pictures in a folder of this machine. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PictureShelf, Pictures } from "@dualops/core/pictures"
import { PictureShelfSuite } from "@dualops/core/testing"
import { FolderPictures } from "@dualops/desk/node"
import { afterAll, assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { png } from "./pictures.ts"

const root = mkdtempSync(join(tmpdir(), "dualops-pictures-"))
afterAll(() => rmSync(root, { recursive: true }))
const folder = join(root, "not there yet")

PictureShelfSuite.suite("FolderPictures", FolderPictures.layer(folder))

describe("A folder of pictures", () => {
  it.live("has a whole file of each picture, by its digest, and nothing that was half written", () =>
    Effect.gen(function* () {
      const shelf = yield* PictureShelf.PictureShelf
      const { source } = yield* shelf.keep({ bytes: png(), format: "png" })
      assert.match(source, /^[0-9a-f]{64}\.png$/)
      assert.deepStrictEqual(new Uint8Array(readFileSync(join(folder, source))), png())
      assert.isEmpty(readdirSync(folder).filter((name) => !/^[0-9a-f]{64}\.(?:png|gif)$/.test(name)))
    }).pipe(Effect.provide(FolderPictures.layer(folder)))
  )

  it.live("overwrites nothing: where other bytes lie under that name, the picture is not kept, and they stay", () =>
    Effect.gen(function* () {
      const shelf = yield* PictureShelf.PictureShelf
      const chosen = { bytes: Uint8Array.of(1, 2, 3), format: "gif" } as const
      const place = join(folder, PictureShelf.named(chosen).source)
      writeFileSync(place, "something else")
      const why = yield* Effect.flip(shelf.keep(chosen))
      assert.strictEqual(why._tag, "PictureShelf.NotKept")
      assert.strictEqual(readFileSync(place, "utf8"), "something else")
    }).pipe(Effect.provide(FolderPictures.layer(folder)))
  )

  it.live("follows no link out of it, neither to read nor to write", () =>
    Effect.gen(function* () {
      const own = join(root, "linked")
      mkdirSync(own)
      writeFileSync(join(root, "secret"), "secret")
      symlinkSync(join(root, "secret"), join(own, "a.png"))
      const chosen = { bytes: Uint8Array.of(4), format: "png" } as const
      symlinkSync(join(root, "made"), join(own, PictureShelf.named(chosen).source))
      yield* Effect.gen(function* () {
        const [pictures, shelf] = [yield* Pictures.Pictures, yield* PictureShelf.PictureShelf]
        yield* Effect.flip(pictures.read({ source: "a.png", format: "png", bytes: 1 }))
        yield* Effect.flip(pictures.read({ source: "../secret", format: "png", bytes: 1 }))
        yield* Effect.flip(shelf.keep(chosen))
      }).pipe(Effect.provide(FolderPictures.layer(own)))
      assert.notInclude(readdirSync(root), "made")
    })
  )

  it.live("that cannot be made says so, to whoever chose the picture in their words, to the log in its own", () =>
    Effect.gen(function* () {
      const shelf = yield* PictureShelf.PictureShelf
      const why = yield* Effect.flip(shelf.keep({ bytes: png(), format: "png" }))
      assert.include(why.said.zh, "没有存下来")
      assert.notInclude(why.said.en, root)
    }).pipe(Effect.provide(FolderPictures.layer(join(root, "secret", "below a file"))))
  )
})
