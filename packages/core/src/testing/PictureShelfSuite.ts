/**
 * What every `PictureShelf` does, with the `Pictures` that reads what is on it.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Effect, type Layer, Result } from "effect"
import { named, PictureShelf } from "../pictures/PictureShelf.ts"
import { Pictures } from "../pictures/Pictures.ts"

/** Runs the suite on a shelf that is empty, and what reads from it. */
export const suite = <E>(name: string, layer: Layer.Layer<PictureShelf | Pictures, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, PictureShelf | Pictures>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is a PictureShelf`, () => {
    test("keeps a picture, and gives its bytes back as they were, an empty or a large one too", keeps)
    test("calls it by its bytes: the same again is the same, whoever puts it there at the same time", same)
    test("keeps different pictures apart, though they differ in one byte or in their kind alone", apart)
    test("has nothing at a place where nothing was put, within the shelf or outside", missing)
  })
}

const png = (...bytes: ReadonlyArray<number>) => ({ format: "png" as const, bytes: Uint8Array.from(bytes) })

const keeps = Effect.gen(function* () {
  const [shelf, pictures] = [yield* PictureShelf, yield* Pictures]
  for (const chosen of [png(), png(1, 2, 3), png(...Array.from({ length: 70_000 }, (_, index) => index % 251))]) {
    const kept = yield* shelf.keep(chosen)
    assert.deepEqual(kept, named(chosen))
    assert.deepEqual(Array.from(yield* pictures.read(kept)), Array.from(chosen.bytes))
  }
})

const same = Effect.gen(function* () {
  const [shelf, pictures] = [yield* PictureShelf, yield* Pictures]
  const chosen = png(7, 7, 7)
  const all = yield* Effect.all(
    Array.from({ length: 8 }, () => shelf.keep(chosen)),
    { concurrency: "unbounded" }
  )
  assert.deepEqual(new Set(all.map(({ source }) => source)).size, 1)
  assert.deepEqual(Array.from(yield* pictures.read(yield* shelf.keep(chosen))), [7, 7, 7])
})

const apart = Effect.gen(function* () {
  const [shelf, pictures] = [yield* PictureShelf, yield* Pictures]
  const one = yield* shelf.keep(png(1))
  const other = yield* shelf.keep(png(2))
  const kind = yield* shelf.keep({ ...png(1), format: "gif" })
  assert.deepEqual(new Set([one.source, other.source, kind.source]).size, 3)
  assert.deepEqual(Array.from(yield* pictures.read(one)), [1])
})

const missing = Effect.gen(function* () {
  const pictures = yield* Pictures
  for (const source of [
    "nothing.png",
    named(png(9, 9)).source,
    "../secret",
    "/etc/passwd",
    "a/../../b",
    "\u0000",
    "."
  ]) {
    const found = yield* Effect.result(pictures.read({ source, format: "png", bytes: 1 }))
    assert.isTrue(Result.isFailure(found), source)
  }
})
