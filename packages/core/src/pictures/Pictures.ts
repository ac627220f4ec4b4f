/**
 * Port: the bytes of a picture, from wherever the house keeps its pictures.
 *
 * @module
 */
import { Context, type Effect, Schema } from "effect"
import type { Picture } from "./Picture.ts"

/** The picture is not where its post says it is. */
export class Missing extends Schema.TaggedError<Missing>()("Pictures.Missing", { source: Schema.String }) {
  override get message() {
    return `There is no picture at ${this.source}.`
  }
}

/** The bytes at that place are no longer those that were approved. */
export class Changed extends Schema.TaggedError<Changed>()("Pictures.Changed", {
  source: Schema.String,
  approved: Schema.String,
  found: Schema.String
}) {
  override get message() {
    return `The picture at ${this.source} is not the one that was approved: its SHA-256 is ${this.found}, not ${this.approved}.`
  }
}

/** Nobody wrote down which bytes were approved; posts from before that was done have such pictures. */
export class Unbound extends Schema.TaggedError<Unbound>()("Pictures.Unbound", { source: Schema.String }) {
  override get message() {
    return `Nobody wrote down which picture was approved at ${this.source}; edit the post and choose it again.`
  }
}

/** The bytes of a picture. */
export class Pictures extends Context.Service<
  Pictures,
  {
    /** The bytes at the picture's place, whichever they are now: whoever sends them compares their digest. */
    readonly read: (picture: Picture) => Effect.Effect<Uint8Array, Missing>
  }
>()("@dualops/core/Pictures") {}
