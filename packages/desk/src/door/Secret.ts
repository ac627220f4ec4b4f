/**
 * Secrets that a request brings along are compared in the same time however much of them is right.
 *
 * @module
 */
import { createHash, timingSafeEqual } from "node:crypto"
import { Redacted } from "effect"

/** Whether what was sent is the secret. */
export const isSame = (sent: string, secret: Redacted.Redacted<string>): boolean =>
  timingSafeEqual(digest(sent), digest(Redacted.value(secret)))

/** What is kept of a secret that others made up by chance: nobody finds the secret by it. */
export const hashOf = (secret: string): string => digest(secret).toString("hex")

const digest = (text: string): Buffer => createHash("sha256").update(text).digest()

/** A secret that somebody could guess is a mistake of whoever sets up the house. */
export const strong = (secret: Redacted.Redacted<string>, what: string): Redacted.Redacted<string> => {
  if (Redacted.value(secret).length < least) throw new RangeError(`${what} has to have ${least} characters at least.`)
  return secret
}

const least = 16
