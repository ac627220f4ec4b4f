/**
 * A picture as a page of the desk names it: with a seal, for one person, that nobody else can set. So no form and no address leads to a file that the desk has
 * not shown to that person.
 *
 * @module
 */
import { createHmac } from "node:crypto"
import { Picture } from "@dualops/core/pictures"
import { Option, Redacted, Schema } from "effect"
import { isSame } from "../door/Secret.ts"

/** Whose seal it is, and for whom. */
export interface Seal {
  readonly secret: Redacted.Redacted<string>
  readonly person: string
}

/** The picture with its seal, as one word of an address. */
export const of = (seal: Seal, picture: Picture.BoundPicture): string => {
  const { bytes, format, sha256, source } = picture
  const word = Buffer.from(JSON.stringify([source, format, bytes, sha256])).toString("base64url")
  return `${word}.${proof(seal, word)}`
}

/** The picture that was sealed; nothing where the seal is another's, or none. */
export const open = (seal: Seal, sealed: string): Picture.BoundPicture | undefined => {
  const [word = "", proved = "", ...more] = sealed.split(".")
  if (more.length > 0 || !isSame(proved, Redacted.make(proof(seal, word)))) return undefined
  return Option.getOrUndefined(read(Buffer.from(word, "base64url").toString()))
}

const proof = ({ person, secret }: Seal, word: string): string =>
  createHmac("sha256", Redacted.value(secret))
    .update(JSON.stringify(["picture", person, word]))
    .digest("base64url")

const Sealed = Schema.fromJsonString(Schema.Tuple([Schema.String, Picture.Format, Schema.Int, Schema.String]))
const read = (text: string): Option.Option<Picture.BoundPicture> =>
  Option.flatMap(Schema.decodeUnknownOption(Sealed)(text), ([source, format, bytes, sha256]) =>
    Schema.decodeUnknownOption(Picture.BoundPicture)({ source, format, bytes, sha256 })
  )
