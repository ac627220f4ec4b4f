/**
 * What a browser keeps for the desk, sealed: nobody reads it and nobody makes one, and what was sealed for one purpose is nothing for another
 * (AES-256-GCM).
 *
 * @module
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto"
import { Option, Redacted, Result, Schema } from "effect"

/** Seals and opens values of one purpose. */
export interface Seal<A> {
  readonly seal: (value: A) => string
  /** Nothing where it was not sealed here, or for something else. */
  readonly open: (sealed: string | undefined) => Option.Option<A>
}

/** The seal of a purpose. */
export const make = <A>(
  secret: Redacted.Redacted<string>,
  purpose: string,
  schema: Schema.Codec<A, string>
): Seal<A> => {
  const key = Buffer.from(hkdfSync("sha256", Redacted.value(secret), "", `dualops ${purpose}`, 32))
  return {
    seal: (value) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv("aes-256-gcm", key, nonce)
      const sealed = [cipher.update(Schema.encodeSync(schema)(value), "utf8"), cipher.final()]
      return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString("base64url")
    },
    open: (sealed = "") => {
      const bytes = Buffer.from(sealed, "base64url")
      if (bytes.length < 28 || sealed.length > 4096) return Option.none()
      const text = Result.try(() => {
        const opened = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12), { authTagLength: 16 })
        opened.setAuthTag(bytes.subarray(-16))
        return opened.update(bytes.subarray(12, -16), undefined, "utf8") + opened.final("utf8")
      })
      return Result.isSuccess(text) ? Schema.decodeUnknownOption(schema)(text.success) : Option.none()
    }
  }
}
