/**
 * A picture as a case has it: where its bytes are, which bytes they are, and what has to be known of them. The schema says that it is one, so that forms take
 * files for it and pages show it, of whichever process.
 *
 * @module
 */
import { Schema } from "effect"
import { lookInto } from "../finding/Annotated.ts"

const key = "~dualops/Picture"

/** Annotation of a schema whose values are pictures. */
export const mark: Readonly<Record<string, true>> = { [key]: true }

/** Whether a schema with these annotations is a picture's. */
export const isMarked = (annotations: Readonly<Record<string, unknown>>): boolean => annotations[key] === true

/** The kinds of pictures that are taken. */
export const Format = Schema.Literals(["jpeg", "gif", "png"])
/** A kind of picture. */
export type Format = typeof Format.Type

const file = { source: Schema.NonEmptyString, format: Format, bytes: Schema.Int }
const sha256 = Schema.String.check(
  Schema.isPattern(/^[0-9a-f]{64}$/, { expected: "a SHA-256 as 64 hexadecimal digits" })
)

/** A picture that is chosen now, bound to its bytes: what was approved is what is sent. */
export const BoundPicture = Schema.Struct({ ...file, sha256 }).annotate(mark)
/** A picture that is chosen now, bound to its bytes. */
export type BoundPicture = typeof BoundPicture.Type

/** A picture as histories have it: posts that were written before pictures were bound to their bytes have none of the digest. It is not sent. */
export const Picture = Schema.Struct({ ...file, sha256: Schema.optionalKey(sha256) }).annotate(mark)
/** A picture as histories have it. */
export type Picture = typeof Picture.Type

/** Whether it is bound to its bytes. */
export const isBound = (picture: Picture): picture is BoundPicture => picture.sha256 !== undefined

/** How the pictures of a value of the schema are found; nothing where no value of it has any. */
export const inside = (schema: Schema.Constraint): ((value: unknown) => ReadonlyArray<Picture>) | undefined => {
  const look = lookInto(schema, {
    marked: (annotations) => isMarked(annotations) || undefined,
    isMember: (member) => Schema.is(Schema.make(member))
  })
  return (
    look &&
    ((value) => {
      const found: Array<Picture> = []
      look(value, (part) => void (isPicture(part) && found.push(part)))
      return found
    })
  )
}

const isPicture = Schema.is(Picture)
