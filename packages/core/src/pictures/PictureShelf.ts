/**
 * Port: where the house puts a picture that somebody chooses. It is called by the digest of its bytes, so that the same picture is there once, no picture takes
 * the place of another, and nobody's file name reaches the shelf. `Pictures` reads what is on it.
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex } from "@noble/hashes/utils.js"
import { Context, type Effect, Schema } from "effect"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { BoundPicture, Format } from "./Picture.ts"

/** The picture could not be put on the shelf. */
export class NotKept extends Schema.TaggedError<NotKept>()("PictureShelf.NotKept", { why: Schema.String }) {
  /** Why, for whoever has chosen it. */
  get said(): Bilingual {
    return {
      zh: "图片没有存下来，请稍后再试。",
      en: "The picture could not be kept; try again later."
    }
  }
  override get message() {
    return `A picture could not be kept: ${this.why}.`
  }
}

/** A picture that was chosen. */
export interface Chosen {
  readonly bytes: Uint8Array
  /** The kind that its bytes say it is, whatever its name says. */
  readonly format: Format
}

/** Where the house puts pictures. */
export class PictureShelf extends Context.Service<
  PictureShelf,
  {
    /** Puts it there, and says what a case has of it; the same bytes again are the same picture. */
    readonly keep: (chosen: Chosen) => Effect.Effect<BoundPicture, NotKept>
  }
>()("@dualops/core/PictureShelf") {}

/** The picture by the name that its bytes give it. */
export const named = ({ bytes, format }: Chosen): BoundPicture => {
  const digest = bytesToHex(sha256(bytes))
  return { source: `${digest}.${endings[format]}`, format, bytes: bytes.length, sha256: digest }
}

const endings: Readonly<Record<Format, string>> = { jpeg: "jpg", gif: "gif", png: "png" }
