/**
 * The link by which a member opts out: it names the member and the campaign, sealed, so that nobody opts out another.
 *
 * Scanners of mailboxes open every link; so opening it changes nothing, and only a `POST` opts out: of the button on the page that it shows, or of
 * the mail program (RFC 8058). A link works for ever and as often as it is used.
 *
 * @module
 */
import { hmac } from "@noble/hashes/hmac.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"
import { Redacted } from "effect"
import { FanId } from "../../account/FanId.ts"

/** What a link says. */
export interface Said {
  readonly fan: FanId
  readonly campaign: string
}

/** What is to be done about a request: show the page with the button, opt the member out, or say that the link is none of ours. */
export type Answer = { readonly _tag: "Show" | "OptOut"; readonly said: Said } | { readonly _tag: "NotOurs" }

/** The links of a house. */
export interface Links {
  /** The link of an invitation. */
  readonly linkOf: (said: Said) => string
  /** What a request to a link asks for; whatever comes, the answer is one of the three. */
  readonly answer: (method: string, link: string) => Answer
}

/** Links below an address of the house, sealed with a secret of at least 32 characters. */
export const make = (at: string, secret: Redacted.Redacted<string>): Links => {
  if (Redacted.value(secret).length < 32) throw new Error("The secret of the opt-out links is too short")
  const sealOf = ({ campaign, fan }: Said) =>
    bytesToHex(
      hmac(sha256, utf8ToBytes(Redacted.value(secret)), utf8ToBytes(JSON.stringify(["opt-out", fan, campaign])))
    ).slice(0, 40)
  return {
    linkOf: (said) =>
      `${at}${at.includes("?") ? "&" : "?"}m=${encodeURIComponent(said.fan)}&c=${encodeURIComponent(said.campaign)}&s=${sealOf(said)}`,
    answer: (method, link) => {
      const [fan, campaign, seal] = ["m", "c", "s"].map((name) => partOf(link, name))
      if (!fan || !campaign || !seal) return { _tag: "NotOurs" }
      const said = { fan: FanId.make(fan), campaign }
      if (!isSame(seal, sealOf(said))) return { _tag: "NotOurs" }
      return { _tag: method.toUpperCase() === "POST" ? "OptOut" : "Show", said }
    }
  }
}

/** What a link says under a name, or nothing, also where it is broken. */
const partOf = (link: string, name: string): string => {
  const query = link.replace(/#.*$/su, "").split("?").slice(1).join("?")
  const written =
    query
      .split("&")
      .find((one) => one.startsWith(`${name}=`))
      ?.slice(name.length + 1) ?? ""
  // What cannot be decoded was not written here.
  return decoded(written)
}

const decoded = (written: string): string => {
  try {
    return decodeURIComponent(written)
  } catch {
    return ""
  }
}

/** Takes the same time wherever they differ. */
const isSame = (one: string, other: string): boolean => {
  if (one.length !== other.length) return false
  let differs = 0
  for (let index = 0; index < one.length; index++) differs |= one.charCodeAt(index) ^ other.charCodeAt(index)
  return differs === 0
}
