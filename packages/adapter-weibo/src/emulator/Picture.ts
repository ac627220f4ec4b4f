/**
 * The picture of a form, judged by its bytes: what its part is called or labelled as says nothing, for clients send `image/unknown`, another
 * type, or none.
 *
 * Source: the interface pages (JPEG, GIF or PNG below 5 MB, as multipart); how a picture begins: ITU T.81 B.1.1.3, GIF89a 17, PNG 5.2.
 *
 * @module
 */
import { Route } from "@dualops/core/content"
import type { Call } from "./Call.ts"
import { type Answer, refuse } from "./Refusal.ts"

const beginnings: ReadonlyArray<Uint8Array> = [
  Uint8Array.of(0xff, 0xd8, 0xff),
  Buffer.from("GIF87a", "latin1"),
  Buffer.from("GIF89a", "latin1"),
  Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
]

/** Whether these are the bytes of a picture that Weibo takes. */
export const isPicture = (bytes: Uint8Array): boolean =>
  beginnings.some((beginning) => beginning.every((byte, index) => bytes[index] === byte))

/** What is wrong with the picture of a call, where one is needed or may come. */
export const flawOf = ({ params, path, picture }: Call, isNeeded: boolean): Answer | undefined => {
  // A picture in a form that is no multipart, or without bytes, is refused aloud: the post would go out without it.
  if (picture === undefined) return isNeeded || params.has("pic") ? refuse(20007, path) : undefined
  if (picture.length === 0) return refuse(20007, path)
  if (!isPicture(picture)) return refuse(20005, path)
  return picture.length >= Route.allowance.share.pictureBytes ? refuse(20006, path) : undefined
}
