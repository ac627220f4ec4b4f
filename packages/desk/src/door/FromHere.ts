/**
 * Whether a request that changes something was sent from a page of the desk itself. Two things are asked, and either says no alone: what the browser says of where
 * it came from, and a token of the form that no other page can read.
 *
 * @module
 */
import { createHmac } from "node:crypto"
import { type DateTime, Redacted } from "effect"
import type { Headers } from "effect/http"
import { isSame } from "./Secret.ts"

/** Whether the browser says that it was sent by a page from elsewhere. Whoever is no browser says nothing of that. */
export const isFromElsewhere = (headers: Headers.Headers, origin: string | undefined): boolean => {
  const site = headers["sec-fetch-site"]
  if (site !== undefined) return site !== "same-origin" && site !== "none"
  const sender = headers["origin"]
  if (sender === undefined) return false
  return origin === undefined ? hostOf(sender) !== headers["host"]?.toLowerCase() : sender !== origin
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)

/** The token of the forms that this person is sent today. */
export const token = (secret: Redacted.Redacted<string>, person: string, at: DateTime.Utc): string =>
  of(secret, person, dayOf(at))

/** Whether a form was sent to this person, today or yesterday. */
export const isOwn = (secret: Redacted.Redacted<string>, person: string, at: DateTime.Utc, sent: string): boolean =>
  [dayOf(at), dayOf(at) - 1].some((day) => isSame(sent, Redacted.make(of(secret, person, day))))

const of = (secret: Redacted.Redacted<string>, person: string, day: number): string =>
  createHmac("sha256", Redacted.value(secret))
    .update(JSON.stringify(["form", person, day]))
    .digest("base64url")

const dayOf = (at: DateTime.Utc): number => Math.floor(at.epochMilliseconds / 86_400_000)
