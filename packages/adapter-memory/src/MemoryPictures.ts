/**
 * `Pictures` from a record of bytes by source.
 *
 * @module
 */
import { Pictures } from "@dualops/core/content"
import { Effect, Layer } from "effect"

/** Pictures that are known when the program starts; none unless told. */
export const layer = (bytesBySource: Readonly<Record<string, Uint8Array>> = {}): Layer.Layer<Pictures.Pictures> =>
  Layer.succeed(Pictures.Pictures, {
    read: ({ source }) => {
      const bytes = bytesBySource[source]
      return bytes === undefined ? Effect.fail(new Pictures.Missing({ source })) : Effect.succeed(bytes)
    }
  })
