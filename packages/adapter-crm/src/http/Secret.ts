/**
 * What a system is reached with: its address, and a token that is struck out of whatever comes back.
 *
 * @module
 */
import { Redacted, Schema } from "effect"

/** A token; blanks around it, as they are copied along with it, do not count. */
export const Token = Schema.RedactedFromValue(Schema.Trim, { label: "token", disallowEncode: true }).check(
  Schema.makeFilter((token) => /^[!-~]+$/.test(Redacted.value(token)) || "a token that can stand in a header")
)
/** A token. */
export type Token = typeof Token.Type

/** The address of a system, without a slash at its end. In the open it may only be on this machine. */
export const Address = Schema.String.check(
  Schema.makeFilter(
    (text) => isSafe(text) || "an https address without a slash at its end, a question mark or a password"
  )
)

const isSafe = (text: string): boolean => {
  if (!URL.canParse(text) || /[?#]|\/$/.test(text)) return false
  const { hostname, password, protocol, username } = new URL(text)
  if (username !== "" || password !== "") return false
  return protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "[::1]", "localhost"].includes(hostname))
}

/** The text without the token, as it is or as it stands in a URL, in JSON or in base 64. */
export const strike = (text: string, token: Token): string => {
  const secret = Redacted.value(token)
  if (secret.length < shortest) return text
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString("base64")
  ].reduce((struck, form) => struck.replaceAll(form, "<secret>"), text)
}

/** What is shorter may be a part of any word. */
const shortest = 8
