/**
 * Whether what a customer system pushes comes from it, and has just been sent: by its signature and its clock.
 *
 * What is pushed is a hint to read the feed sooner (`DeskFeed`), and never more: it may be lost, late, repeated or out of order, and whoever has the
 * secret can write anything. Sources: HubSpot, "Validating requests" (v3); Zendesk, "Verifying webhook authenticity"; Chatwoot 4.11.2, "Webhook
 * signatures"; for Request Tracker, which has no webhooks, the Scrip of this package's README. HubSpot's v1 and v2 sign no moment, so that anybody can
 * send them again: they are not taken.
 *
 * @module
 */
import { createHmac, timingSafeEqual } from "node:crypto"
import { Redacted } from "effect"

/** Who pushes. */
export type Sender = "hubspot" | "zendesk" | "chatwoot" | "request tracker"

/** A request as it came: the body byte for byte, for one that was read and written again has another signature. */
export interface Pushed {
  readonly method: string
  /** The public address with its query, as the sender was told it; never what the request itself says of its host. */
  readonly url: string
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | ReadonlyArray<string> | undefined>>
  readonly body: Uint8Array
}

/** What comes of it: from the sender; without a signature that could be read; signed by nobody who has the secret; or sent at another time. */
export type Verdict = "genuine" | "unsigned" | "forged" | "stale"

/** How far the clocks may be apart, in either direction, and how old a request may be, in milliseconds. */
export const tolerance = 300_000

interface Scheme {
  readonly signature: string
  readonly timestamp: string
  /** The moment in milliseconds since 1970. */
  readonly moment: (timestamp: string) => number
  readonly signed: (pushed: Pushed, timestamp: string) => ReadonlyArray<string | Uint8Array>
  readonly written: (digest: Buffer) => string
}

const seconds = (timestamp: string) => (/^\d{1,11}$/.test(timestamp) ? Number(timestamp) * 1_000 : Number.NaN)
const hex = (digest: Buffer) => `sha256=${digest.toString("hex")}`
const base64 = (digest: Buffer) => digest.toString("base64")

const schemes: Readonly<Record<Sender, Scheme>> = {
  hubspot: {
    signature: "x-hubspot-signature-v3",
    timestamp: "x-hubspot-request-timestamp",
    moment: (timestamp) => (/^\d{1,14}$/.test(timestamp) ? Number(timestamp) : Number.NaN),
    signed: ({ body, method, url }, timestamp) => [method.toUpperCase(), decoded(url), body, timestamp],
    written: base64
  },
  zendesk: {
    signature: "x-zendesk-webhook-signature",
    timestamp: "x-zendesk-webhook-signature-timestamp",
    moment: (timestamp) =>
      /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(timestamp) ? Date.parse(timestamp) : Number.NaN,
    signed: ({ body }, timestamp) => [timestamp, body],
    written: base64
  },
  chatwoot: {
    signature: "x-chatwoot-signature",
    timestamp: "x-chatwoot-timestamp",
    moment: seconds,
    signed: ({ body }, timestamp) => [timestamp, ".", body],
    written: hex
  },
  "request tracker": {
    signature: "x-rt-signature",
    timestamp: "x-rt-timestamp",
    moment: seconds,
    signed: ({ body }, timestamp) => [timestamp, ".", body],
    written: hex
  }
}

/** Judges a request at a moment, in milliseconds since 1970. While a secret is being changed there are two. */
export const judge = (
  sender: Sender,
  secrets: ReadonlyArray<Redacted.Redacted>,
  pushed: Pushed,
  now: number
): Verdict => {
  const { moment, signature, signed, timestamp, written } = schemes[sender]
  const [said, at] = [pushed.headers[signature], pushed.headers[timestamp]]
  // A header that came twice is none: nobody knows which of them counts.
  if (typeof said !== "string" || typeof at !== "string") return "unsigned"
  const parts = signed(pushed, at)
  const isTheirs = secrets
    .filter((secret) => Redacted.value(secret) !== "")
    .map((secret) => {
      const hmac = createHmac("sha256", Redacted.value(secret))
      for (const part of parts) hmac.update(part)
      return isSame(written(hmac.digest()), said)
    })
    .includes(true)
  if (!isTheirs) return "forged"
  const apart = Math.abs(now - moment(at))
  return apart <= tolerance ? "genuine" : "stale"
}

/** Takes as long whatever the signs are. */
const isSame = (one: string, other: string): boolean => {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** The address as HubSpot signs it: these signs of it are decoded, and no others. */
const decoded = (url: string): string =>
  url.replace(/%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, (code) =>
    String.fromCharCode(Number.parseInt(code.slice(1), 16))
  )
