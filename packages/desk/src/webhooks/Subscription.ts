/**
 * A subscription: which other program is told of what has happened, where it is, and by what it knows who tells it.
 *
 * @module
 */
import type { Actor } from "@dualops/core/process"
import { Predicate, Redacted } from "effect"

/** A program that is told. Addresses come from the settings of the house, and from nowhere else. */
export interface Subscription {
  /** By this its position in the log is kept: another name begins anew, at the end of the log. */
  readonly name: string
  /** Where it listens: `https:`, or `http:` on this machine. */
  readonly url: string
  /**
   * By what it knows the house: `whsec_` and 24 to 64 bytes in Base64, as Standard Webhooks has it. With a second one, that was valid before, each
   * message is signed by both.
   */
  readonly secrets: readonly [Redacted.Redacted<string>, ...ReadonlyArray<Redacted.Redacted<string>>]
  /** With whose rights: it is told of what this person sees, and of no more. */
  readonly person: Actor.Person
  /** Of which processes, or of which steps of them: `Complaint`, or `Complaint.Open`; of everything, where it is left out. */
  readonly of?: ReadonlyArray<string>
  /** Whether it may be in a network of one's own, at an address that the internet does not know. */
  readonly mayBePrivate?: boolean
}

/** What is wrong with a subscription, for whoever sets up the house; nothing where nothing is. No secret is in it. */
export const wrong = ({ name, secrets, url }: Pick<Subscription, "name" | "secrets" | "url">): string | undefined => {
  if (!/^[\w-]{1,60}$/.test(name)) return "the name of a webhook has letters, digits and hyphens, 60 at most"
  if (!URL.canParse(url)) return "the address of a webhook is a whole one, such as https://crm.example/hooks"
  const { password, protocol, username } = new URL(url)
  if (username !== "" || password !== "") return "no name and no password stand in the address of a webhook"
  if (protocol !== "https:" && !(protocol === "http:" && isHere(url)))
    return "a webhook goes by https, and by http on this machine alone"
  return secrets.every((secret) => Predicate.isNotUndefined(keyOf(secret)))
    ? undefined
    : "the secret of a webhook is whsec_ and 24 to 64 bytes in Base64"
}

/** The key in a secret; nothing where it is none, or one that can be guessed. */
export const keyOf = (secret: Redacted.Redacted<string>): Buffer | undefined => {
  const [, text] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(Redacted.value(secret)) ?? []
  const key = Buffer.from(text ?? "", "base64")
  return key.length >= 24 && key.length <= 64 ? key : undefined
}

/** Whether the address names this machine. */
export const isHere = (url: string): boolean => ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname)

/** Whether the subscription is about the step. */
export const isOf = ({ of }: Subscription, process: string, step: string): boolean =>
  of === undefined || of.some((one) => one === process || one === `${process}.${step}`)
