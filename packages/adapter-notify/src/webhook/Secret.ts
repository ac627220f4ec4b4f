/**
 * Secrets as they stand in a configuration: redacted at once, and struck out of whatever comes back.
 *
 * @module
 */
import { Redacted, Schema } from "effect"

/** A secret; blanks around it, as they are copied along with it, do not count. */
export const Secret = Schema.RedactedFromValue(Schema.Trim, { label: "secret", disallowEncode: true }).check(
  Schema.makeFilter((secret) => Redacted.value(secret).length > 0 || "a secret that is not empty")
)
/** A secret. */
export type Secret = typeof Secret.Type

/** The address of a robot, which is its key: whoever has it can write to the group. In the open it may only go to this machine. */
export const Webhook = Secret.check(
  Schema.makeFilter((secret) => isSafe(Redacted.value(secret)) || "an https address, as the group's robot shows it")
)
/** The address of a robot. */
export type Webhook = typeof Webhook.Type

const isSafe = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { hostname, protocol } = new URL(text)
  return protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "[::1]", "localhost"].includes(hostname))
}

/** The text without these secrets, as they are or as they stand in a URL, in JSON or in base 64; of an address, without what is secret in it. */
export const strike = (text: string, secrets: ReadonlyArray<Secret>): string =>
  secrets
    .flatMap((secret) => partsOf(Redacted.value(secret)))
    .flatMap((part) => [
      part,
      encodeURIComponent(part),
      JSON.stringify(part).slice(1, -1),
      Buffer.from(part).toString("base64")
    ])
    .reduce((struck, part) => struck.replaceAll(part, "<secret>"), text)

/** An address is secret as a whole, and so are the values of its query and the last part of its path. */
const partsOf = (secret: string): ReadonlyArray<string> => {
  if (!URL.canParse(secret)) return [secret]
  const { pathname, searchParams } = new URL(secret)
  const parts = [secret, ...searchParams.values(), pathname.split("/").at(-1) ?? ""]
  return parts.filter(({ length }) => length >= shortest)
}

/** What is shorter may be a part of any word. */
const shortest = 8
