/**
 * `Pictures` from a record of bytes by source, and a `PictureShelf` that adds to them.
 *
 * @module
 */
import { PictureShelf, Pictures } from "@dualops/core/pictures"
import { Context, Effect, Layer } from "effect"

/** Pictures that are known when the program starts, none unless told, and those that are put there since. */
export const layer = (
  bytesBySource: Readonly<Record<string, Uint8Array>> = {}
): Layer.Layer<Pictures.Pictures | PictureShelf.PictureShelf> =>
  Layer.effectContext(
    Effect.sync(() => {
      const all = new Map(Object.entries(bytesBySource))
      return Context.make(Pictures.Pictures, {
        read: ({ source }) => {
          const bytes = all.get(source)
          return bytes === undefined ? Effect.fail(new Pictures.Missing({ source })) : Effect.succeed(bytes)
        }
      }).pipe(
        Context.add(PictureShelf.PictureShelf, {
          keep: (chosen) =>
            Effect.sync(() => {
              const picture = PictureShelf.named(chosen)
              all.set(picture.source, chosen.bytes.slice())
              return picture
            })
        })
      )
    })
  )
