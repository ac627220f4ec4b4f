/**
 * Port: the bytes of a picture, from wherever the house keeps its pictures.
 *
 * @module
 */
import { Context, type Effect, Schema } from "effect"
import type { Picture } from "./Content.ts"

/** The picture is not where its post says it is. */
export class Missing extends Schema.TaggedError<Missing>()("Pictures.Missing", { source: Schema.String }) {
  override get message() {
    return `There is no picture at ${this.source}.`
  }
}

/** The bytes of a picture. */
export class Pictures extends Context.Service<
  Pictures,
  {
    /** The bytes of one picture, as they are to be shown. */
    readonly read: (picture: Picture) => Effect.Effect<Uint8Array, Missing>
  }
>()("@dualops/core/Pictures") {}
